//! What boards are made of: their place over the field, large type, buttons for a finger, and what a screen reader says.

use bevy_egui::egui::{
    self, Color32, CornerRadius, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, WidgetText, WidgetType,
};

use crate::app::paint::{self, color};
use crate::app::session::Session;
use crate::app::session::presenting::Presenting;
use crate::picture::{Color, Theme, Weight, font};

/// Sizes of type on a wall of 1920×1080: the least there is, what is read, what is looked at.
pub(super) const SMALL: f32 = 28.0;
pub(super) const BODY: f32 = 32.0;
pub(super) const LARGE: f32 = 44.0;
/// The least a control measures either way, in points: a finger's breadth.
const FINGER: f32 = 44.0;
/// Space around what stands on a board.
const MARGIN: f32 = 32.0;

/// What a board is drawn from.
pub(super) struct View<'a> {
    pub(super) session: &'a Session,
    pub(super) presenting: &'a Presenting,
    pub(super) theme: &'a Theme,
    /// Points for a unit of a wall of 1920×1080.
    pub(super) unit: f32,
}

/// Where a board stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// A strip at the right, this part of the window's width.
    Right(f32),
    /// In the middle, this large.
    Middle(f32, f32),
    /// Over everything.
    Whole,
}

impl<'a> View<'a> {
    pub(super) fn new(ctx: &egui::Context, session: &'a Session, presenting: &'a Presenting) -> Self {
        let unit = super::super::room_unit(ctx.content_rect());
        Self { session, presenting, theme: session.settings.theme().theme(), unit }
    }

    /// Points of a length on a wall of 1920×1080.
    pub(super) fn px(&self, length: f32) -> f32 {
        length * self.unit
    }

    pub(super) fn font(&self, size: f32, weight: Weight) -> egui::FontId {
        paint::font(self.px(size), weight)
    }

    /// The height of a row of controls.
    pub(super) fn finger(&self) -> f32 {
        self.px(60.0).max(FINGER)
    }

    pub(super) fn words(&self, text: impl Into<String>, size: f32, weight: Weight) -> egui::RichText {
        egui::RichText::new(text).font(self.font(size, weight)).color(tone(self.theme.text))
    }

    pub(super) fn soft(&self, text: impl Into<String>) -> egui::RichText {
        self.words(text, SMALL, Weight::Regular).color(tone(self.theme.text_soft))
    }

    /// How wide words are.
    pub(super) fn width(&self, text: &str, size: f32, weight: Weight) -> f32 {
        font::width(text, self.px(size), weight)
    }

    /// A board with its heading, what stands on it, and which keys it has at its foot.
    pub(super) fn board(
        &self,
        ctx: &egui::Context,
        place: Place,
        heading: &str,
        foot: &str,
        add: impl FnOnce(&mut Ui),
    ) {
        let whole = ctx.content_rect();
        let rect = match place {
            Place::Right(share) => {
                let left = whole.width().mul_add(-share, whole.right());
                Rect::from_min_max(Pos2::new(left, whole.top()), whole.max)
            }
            Place::Middle(width, height) => {
                let size = Vec2::new(self.px(width), self.px(height)).min(whole.size());
                Rect::from_center_size(whole.center(), size)
            }
            Place::Whole => whole,
        };
        let area =
            egui::Area::new(Id::new("board")).order(egui::Order::Middle).fixed_pos(rect.min).constrain(false);
        area.show(ctx, |ui| {
            // What is pressed on the board does not reach the field below.
            let under = ui.interact(rect, Id::new("board-under"), Sense::click_and_drag());
            under.widget_info(|| WidgetInfo::labeled(WidgetType::Window, true, heading));
            let in_middle = matches!(place, Place::Middle(..));
            let corner = if in_middle { self.px(18.0) } else { 0.0 };
            let line = Stroke::new(self.px(2.0).max(1.0), tone(self.theme.text_soft));
            ui.painter().rect_filled(rect, corner, tone(self.theme.panel));
            match place {
                Place::Right(_) => drop(ui.painter().vline(rect.left(), rect.y_range(), line)),
                Place::Middle(..) => drop(ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside)),
                Place::Whole => {}
            }
            let inner = rect.shrink(self.px(MARGIN));
            let foot = ui.painter().layout(
                foot.to_owned(),
                self.font(SMALL, Weight::Regular),
                tone(self.theme.text_soft),
                inner.width(),
            );
            let foot_at = Pos2::new(inner.left(), inner.bottom() - foot.size().y);
            let body = Rect::from_min_max(inner.min, Pos2::new(inner.right(), foot_at.y - self.px(14.0)));
            ui.painter().galley(foot_at, foot, tone(self.theme.text_soft));
            ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
                ui.set_clip_rect(body.expand(self.px(8.0)));
                self.style(ui);
                wrapped(ui, self.words(heading, LARGE, Weight::Bold));
                ui.add_space(self.px(6.0));
                add(ui);
            });
        });
    }

    fn style(&self, ui: &mut Ui) {
        let font = self.font(BODY, Weight::Regular);
        let style = ui.style_mut();
        for text in style.text_styles.values_mut() {
            *text = font.clone();
        }
        style.spacing.item_spacing = Vec2::new(self.px(14.0), self.px(12.0));
        style.spacing.button_padding = Vec2::new(self.px(20.0), self.px(10.0));
        style.spacing.scroll.bar_width = self.px(14.0).max(8.0);
        style.spacing.scroll.floating = false;
        style.visuals.selection.bg_fill = tone(self.theme.accent).gamma_multiply(0.35);
    }

    /// A button with words.
    pub(super) fn button(&self, ui: &mut Ui, text: &str, label: &str, lit: bool) -> bool {
        let (fill, ink) = if lit {
            (self.theme.accent, self.theme.on_accent)
        } else {
            (self.theme.raised, self.theme.text)
        };
        let words = self.words(text, SMALL, Weight::Bold).color(tone(ink));
        let button = egui::Button::new(words)
            .fill(tone(fill))
            .stroke(Stroke::new(self.px(2.0).max(1.0), tone(self.theme.text_soft)))
            .min_size(Vec2::splat(self.finger()));
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, lit, label));
        response.clicked()
    }

    /// A square with a sign, painted at a place: for what stands beside a number.
    pub(super) fn sign(&self, ui: &Ui, rect: Rect, id: Id, sign: &str, label: &str) -> bool {
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
        self.plate(ui, rect, &response, self.theme.raised);
        let ink = tone(self.theme.text);
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            sign,
            self.font(36.0, Weight::Bold),
            ink,
        );
        response.clicked()
    }

    /// What a control is drawn on; its edge says whether it has pointer or keyboard.
    pub(super) fn plate(&self, ui: &Ui, rect: Rect, response: &Response, fill: Color) {
        let lit = response.hovered() || response.has_focus();
        let edge = if lit { self.theme.accent } else { self.theme.line };
        let stroke = Stroke::new(self.px(if lit { 4.0 } else { 2.0 }).max(1.0), tone(edge));
        ui.painter().rect(rect, self.corner(), tone(fill), stroke, StrokeKind::Inside);
    }

    pub(super) fn corner(&self) -> CornerRadius {
        CornerRadius::from(self.px(10.0))
    }

    /// The mark around the row that has the keyboard.
    pub(super) fn chosen(&self, ui: &Ui, rect: Rect) {
        let stroke = Stroke::new(self.px(4.0).max(2.0), tone(self.theme.accent));
        ui.painter().rect(rect, self.corner(), tone(self.theme.raised), stroke, StrokeKind::Inside);
    }

    /// A key, as it is printed on a keyboard.
    pub(super) fn key_cap(&self, ui: &Ui, rect: Rect, letter: &str) {
        let stroke = Stroke::new(self.px(2.0).max(1.0), tone(self.theme.text_soft));
        ui.painter().rect(rect, self.corner(), tone(self.theme.backdrop), stroke, StrokeKind::Inside);
        let ink = tone(self.theme.text);
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            letter,
            self.font(BODY, Weight::Bold),
            ink,
        );
    }

    /// A sign for "done": a tick.
    pub(super) fn tick(&self, ui: &Ui, center: Pos2, ink: Color) {
        let at = |x: f32, y: f32| center + Vec2::new(self.px(x), self.px(y));
        let stroke = Stroke::new(self.px(4.0).max(2.0), tone(ink));
        ui.painter().line(vec![at(-9.0, 0.0), at(-3.0, 7.0), at(9.0, -8.0)], stroke);
    }

    /// Words cut to a place, in as many lines as it has room for.
    pub(super) fn fit(&self, ui: &Ui, rect: Rect, text: &str, size: f32, weight: Weight, ink: Color) {
        let line = self.px(size) * 1.2;
        let lines = ((rect.height() / line).floor() as usize).clamp(1, 4);
        let lines = font::wrap(text, self.px(size), weight, rect.width(), lines);
        let top = rect.center().y - line * lines.len() as f32 / 2.0;
        for (at, words) in lines.iter().enumerate() {
            let place = Pos2::new(rect.left(), line.mul_add(at as f32 + 0.5, top));
            let font = self.font(size, weight);
            ui.painter().text(place, egui::Align2::LEFT_CENTER, words, font, tone(ink));
        }
    }
}

/// A colour of the theme.
pub(super) fn tone(token: Color) -> Color32 {
    color(token, 1.0)
}

/// Words over as many lines as they need.
pub(super) fn wrapped(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    ui.add(egui::Label::new(words).wrap())
}

/// The row that has the keyboard: it is where keys go, so a screen reader is there too, and Tab and arrows stay.
pub(super) fn keep_keyboard(ui: &Ui, response: &Response) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    if !response.has_focus() {
        response.request_focus();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}

/// Whether something was pressed by a pointer or a screen reader. The keys that press a control which has the keyboard are
/// the board's, and have been read already.
pub(super) fn pressed(ui: &Ui, response: &Response) -> bool {
    let by_key = ui.input(|input| input.key_pressed(Key::Space) || input.key_pressed(Key::Enter));
    response.clicked() && !(by_key && response.has_focus())
}

/// A field for words that has the keyboard while its board is open.
pub(super) fn field(
    ui: &mut Ui,
    view: &View<'_>,
    text: &mut String,
    label: &str,
    hint: &str,
    rows: usize,
) -> bool {
    let id = Id::new(("board-field", label));
    // Hands that type at once lose nothing: what comes before the field has the keyboard is taken here.
    let early: String = if ui.memory(|memory| memory.has_focus(id)) {
        String::new()
    } else {
        let typed = |event: &egui::Event| match event {
            egui::Event::Text(text) => Some(text.clone()),
            _ => None,
        };
        ui.input(|input| input.events.iter().filter_map(typed).collect())
    };
    text.push_str(&early);
    let new_line = egui::KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
    let edit = if rows > 1 { egui::TextEdit::multiline(text) } else { egui::TextEdit::singleline(text) };
    let edit = edit
        .id(id)
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .font(view.font(BODY, Weight::Regular))
        .margin(egui::Margin::same(view.px(14.0).round() as i8))
        .hint_text(view.soft(hint));
    let response = ui.add(if rows > 1 { edit.return_key(new_line) } else { edit.return_key(None) });
    response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, label));
    if !response.has_focus() {
        response.request_focus();
    }
    response.changed() || !early.is_empty()
}
