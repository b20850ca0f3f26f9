//! A window without a display: panels are shown to egui, found by what a screen reader would say, clicked and typed at.

use std::fmt;
use std::sync::Arc;

use bevy_egui::egui::accesskit::{self, Role};
use bevy_egui::egui::{self, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2};
use downfield::app::actions::Action;
use downfield::app::apply::{Request, apply};
use downfield::app::desk::Topic;
use downfield::app::panels::{self, presenter::PresenterView};
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::app::stage::Stage;
use downfield::app::words::speak_here;
use downfield::play_file::OnDisk;
use kittest::{AccessKitNode, By, NodeT, Queryable as _};

/// The session, shown.
pub(crate) struct Window {
    pub(crate) session: Session,
    pub(crate) stage: Stage,
    pub(crate) requests: Vec<Request>,
    ctx: egui::Context,
    tree: Option<kittest::State>,
    size: Vec2,
    time_secs: f64,
    /// Whether it is the presenter's window and not the one with the field.
    for_presenter: bool,
    /// What was put on the clipboard last.
    pub(crate) copied: Option<String>,
    /// What was written on the screen last while something is presented: words, and how large.
    pub(crate) written: Vec<(String, f32)>,
    /// What was drawn last.
    pub(crate) drawn: Vec<egui::epaint::ClippedShape>,
}

/// A control as a screen reader finds it.
#[derive(Clone, Copy)]
struct Found<'tree>(AccessKitNode<'tree>);

impl fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        kittest::debug_fmt_node(self, f)
    }
}

impl<'tree> NodeT<'tree> for Found<'tree> {
    fn accesskit_node(&self) -> AccessKitNode<'tree> {
        self.0
    }

    fn new_related(&self, node: AccessKitNode<'tree>) -> Self {
        Found(node)
    }
}

impl Window {
    /// The built-in playbook in a window of this size, nothing moving.
    pub(crate) fn new(width: f32, height: f32) -> Self {
        Self::showing(Session::new(Settings { reduced_motion: true, ..Settings::default() }), width, height)
    }

    pub(crate) fn showing(session: Session, width: f32, height: f32) -> Self {
        Self::of(session, width, height, false)
    }

    /// The presenter's window.
    pub(crate) fn for_presenter(session: Session, width: f32, height: f32) -> Self {
        Self::of(session, width, height, true)
    }

    fn of(session: Session, width: f32, height: f32, for_presenter: bool) -> Self {
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        panels::install_fonts(&ctx);
        let mut window = Self {
            session,
            stage: Stage::default(),
            requests: Vec::new(),
            ctx,
            tree: None,
            size: Vec2::new(width, height),
            time_secs: 0.0,
            for_presenter,
            copied: None,
            written: Vec::new(),
            drawn: Vec::new(),
        };
        window.settle();
        window
    }

    /// Shows the panels until what they say has been done and shown.
    pub(crate) fn settle(&mut self) {
        for _ in 0..4 {
            self.pass(Vec::new());
        }
    }

    fn pass(&mut self, events: Vec<Event>) -> Vec<Action> {
        self.pass_with(events, Modifiers::NONE)
    }

    fn pass_with(&mut self, events: Vec<Event>, modifiers: Modifiers) -> Vec<Action> {
        self.time_secs += 0.5;
        let events = std::iter::once(Event::ModifiersChanged(modifiers)).chain(events).collect();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time_secs),
            focused: true,
            events,
            ..RawInput::default()
        };
        let settings = &self.session.settings;
        panels::style(&self.ctx, settings.theme().theme(), true);
        let mut actions = Vec::new();
        let mut area = Rect::ZERO;
        self.ctx.begin_pass(input);
        {
            let mut ui = egui::Ui::new(
                self.ctx.clone(),
                "window".into(),
                egui::UiBuilder::new()
                    .layer_id(egui::LayerId::background())
                    .max_rect(self.ctx.content_rect()),
            );
            // The first pass only lays out: until then the bundled font is not there.
            if self.tree.is_some() && self.for_presenter {
                if let Some(presenting) = &self.session.presenting {
                    let view = PresenterView::new(&self.session, presenting).for_wall((1920.0, 1080.0));
                    panels::presenter::show(&mut ui, &view, &mut actions);
                }
            } else if self.tree.is_some() {
                area = panels::window(&mut ui, &self.session, &self.stage, &mut actions);
            }
        }
        let mut output = self.ctx.end_pass();
        self.drawn = std::mem::take(&mut output.shapes);
        for command in &output.platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        if self.session.presenting.is_some() {
            self.written = self.drawn.iter().flat_map(|shape| written(&shape.shape)).collect();
        }
        // There is no screen for glyphs to go to.
        output.textures_delta.clear();
        if let Some(update) = output.platform_output.accesskit_update {
            match &mut self.tree {
                Some(tree) => tree.update(update),
                None => self.tree = Some(kittest::State::new(update)),
            }
        }
        for action in actions.clone() {
            let request = apply(action, &mut self.session, &OnDisk);
            if let Some(Request::Speak(language)) = request {
                speak_here(language);
            }
            self.requests.extend(request);
        }
        self.session.lens.tick(1.0, true);
        self.stage.area = (area.left(), area.top(), area.width(), area.height());
        self.stage.window = (self.size.x, self.size.y);
        (self.stage.scale, self.stage.pixels_per_point) = (1.0, 1.0);
        self.stage.lay_out(&self.session);
        actions
    }

    /// Works out what the panels have asked for, as threads do in the real window.
    pub(crate) fn work_out(&mut self) {
        for topic in Topic::ALL {
            let Some(asked) = self.session.desk.asked(topic).filter(|asked| asked.answer.is_none()) else {
                continue;
            };
            let (number, answer) = (asked.number, Arc::new(asked.question.work_out(&())));
            apply(Action::Answered(topic, number, answer), &mut self.session, &OnDisk);
        }
        self.settle();
    }

    /// A text as it would be written.
    pub(crate) fn lay_out_text(&self, job: egui::text::LayoutJob) -> Arc<egui::Galley> {
        self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
    }

    fn root(&self) -> Found<'_> {
        Found(self.tree.as_ref().expect("shown").root())
    }

    /// Whether something says exactly this.
    pub(crate) fn says(&self, label: &str) -> bool {
        self.root().query_all_by_label(label).next().is_some()
    }

    /// Whether something says this among other words.
    pub(crate) fn mentions(&self, words: &str) -> bool {
        self.root().query_all_by_label_contains(words).next().is_some()
    }

    /// What a screen reader reads out of a thing beside its name, and what kind of thing it is told to be.
    pub(crate) fn description(&self, words: &str) -> (Option<String>, Role) {
        let found = self.root().query_all_by_label_contains(words).next();
        let node = found.expect("it is there").accesskit_node();
        (node.description(), node.role())
    }

    /// Clicks the first control that says exactly this.
    pub(crate) fn click(&mut self, label: &str) -> Vec<Action> {
        let at = self.spot(label);
        self.click_at(at)
    }

    /// The middle of the first control that says exactly this.
    pub(crate) fn spot(&self, label: &str) -> Pos2 {
        let found = self.root().query_all_by_label(label).next();
        let node = found.unwrap_or_else(|| panic!("nothing says “{label}”")).0;
        let place = node.bounding_box().unwrap_or_else(|| panic!("“{label}” has no place"));
        Pos2::new(f64::midpoint(place.x0, place.x1) as f32, f64::midpoint(place.y0, place.y1) as f32)
    }

    /// The first control that says exactly this, passing over mere words.
    fn control<'w>(&'w self, label: &'w str) -> AccessKitNode<'w> {
        self.nth_control(label, 0)
    }

    /// The same, after passing over this many of them.
    fn nth_control<'w>(&'w self, label: &'w str, at: usize) -> AccessKitNode<'w> {
        let all = self.root().query_all_by_label(label);
        let mut controls = all.filter(|found| !matches!(found.0.role(), Role::Label | Role::Window));
        let control = controls.nth(at);
        control.unwrap_or_else(|| panic!("there is no control “{label}”")).0
    }

    /// What a control says it holds.
    pub(crate) fn value(&self, label: &str) -> String {
        let control = self.control(label);
        let number = control.numeric_value().map(|number| number.to_string());
        control.value().or(number).unwrap_or_default()
    }

    /// Asks a control for something, as a screen reader does; wherever it is, even scrolled out of sight.
    fn ask(&mut self, label: &str, at: usize, action: accesskit::Action) -> Vec<Action> {
        let (target_node, target_tree) = self.nth_control(label, at).locate();
        let request = accesskit::ActionRequest { action, target_tree, target_node, data: None };
        let actions = self.pass(vec![Event::AccessKitActionRequest(request)]);
        self.settle();
        actions
    }

    /// Presses a control.
    pub(crate) fn press(&mut self, label: &str) -> Vec<Action> {
        self.ask(label, 0, accesskit::Action::Click)
    }

    /// Gives a control the keyboard.
    pub(crate) fn focus(&mut self, label: &str) {
        self.ask(label, 0, accesskit::Action::Focus);
    }

    /// Types into a field in the place of what stands there, letter by letter, and stays in it.
    pub(crate) fn write(&mut self, label: &str, text: &str) {
        self.write_nth(label, 0, text);
    }

    /// The same in one of several fields that say this.
    pub(crate) fn write_nth(&mut self, label: &str, at: usize, text: &str) {
        self.ask(label, at, accesskit::Action::Focus);
        self.key(Key::A, Modifiers::COMMAND);
        if text.is_empty() {
            self.key(Key::Delete, Modifiers::NONE);
        }
        for letter in text.chars() {
            self.type_text(&letter.to_string());
        }
    }

    /// Where everything is that a screen reader finds and a hand can press, with what it is called.
    pub(crate) fn places(&self) -> Vec<(String, Rect)> {
        let all = self.root().query_all(By::new());
        let controls = all.filter(|found| {
            matches!(found.0.role(), Role::Button | Role::ProgressIndicator | Role::Image)
                && !found.0.is_hidden()
        });
        let placed = controls.filter_map(|found| {
            let place = found.0.bounding_box()?;
            let (min, max) = ((place.x0 as f32, place.y0 as f32), (place.x1 as f32, place.y1 as f32));
            let rect = Rect::from_min_max(min.into(), max.into());
            Some((found.0.label().unwrap_or_default(), rect))
        });
        placed.collect()
    }

    /// Whether the keyboard is with a control of this name.
    pub(crate) fn has_keyboard(&self, label: &str) -> bool {
        self.control(label).is_focused()
    }

    pub(crate) fn click_at(&mut self, pos: Pos2) -> Vec<Action> {
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let mut actions = self.pass(vec![Event::PointerMoved(pos)]);
        actions.extend(self.pass(vec![button(true)]));
        actions.extend(self.pass(vec![button(false)]));
        self.settle();
        actions
    }

    /// Presses the button at the first place, moves through the others with these modifiers, and releases it at the last.
    pub(crate) fn drag(&mut self, places: &[Pos2], modifiers: Modifiers) {
        self.hold(places, modifiers);
        let pos = *places.last().expect("somewhere to go");
        let release = Event::PointerButton { pos, button: PointerButton::Primary, pressed: false, modifiers };
        self.pass_with(vec![release], modifiers);
        self.settle();
    }

    /// The same, without releasing it.
    pub(crate) fn hold(&mut self, places: &[Pos2], modifiers: Modifiers) {
        let (first, rest) = places.split_first().expect("somewhere to begin");
        let press =
            Event::PointerButton { pos: *first, button: PointerButton::Primary, pressed: true, modifiers };
        self.pass_with(vec![Event::PointerMoved(*first)], modifiers);
        self.pass_with(vec![press], modifiers);
        for place in rest {
            self.pass_with(vec![Event::PointerMoved(*place)], modifiers);
            self.pass_with(Vec::new(), modifiers);
        }
    }

    /// The middle of a player on the field.
    pub(crate) fn player(&self, id: &str) -> Pos2 {
        let target = self.stage.scene.targets.iter().rev().find(
            |target| matches!(&target.subject, downfield::model::Subject::Player(other) if other.as_str() == id),
        );
        let rect = target.expect("the player is on the field").rect;
        self.seen(downfield::picture::Point {
            x: f32::midpoint(rect.min.x, rect.max.x),
            y: f32::midpoint(rect.min.y, rect.max.y),
        })
    }

    /// Where a place of the field is in the window.
    pub(crate) fn place(&self, lane: usize, yards: f64, across: f64) -> Pos2 {
        let frame = self.session.frame().expect("a play is shown");
        let grounds = self.stage.grounds(&self.session, &frame);
        self.seen(grounds.point(downfield::picture::Ground { lane, yards, across }))
    }

    /// Where a point of the scene is in the window.
    pub(crate) fn seen(&self, point: downfield::picture::Point) -> Pos2 {
        let ((x, y), _) = self.stage.seen(point);
        Pos2::new(x, y)
    }

    /// Shows the panels once, with something that happened.
    pub(crate) fn event(&mut self, event: Event) {
        self.pass(vec![event]);
        self.settle();
    }

    pub(crate) fn key(&mut self, key: Key, modifiers: Modifiers) -> Vec<Action> {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let actions = self.pass(vec![event(true), event(false)]);
        self.settle();
        actions
    }

    /// Strikes keys as hands do, each a key and what it writes, before the window is shown once more.
    pub(crate) fn strike(&mut self, keys: &[(Key, &str)]) {
        let event = |key, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let mut events = Vec::new();
        for (key, text) in keys {
            events.push(event(*key, true));
            if !text.is_empty() {
                events.push(Event::Text((*text).to_owned()));
            }
            events.push(event(*key, false));
        }
        self.pass(events);
        self.settle();
    }

    /// Everything that can be pressed or typed at, with its place.
    pub(crate) fn controls(&self) -> Vec<(String, Rect)> {
        let all = self.root().query_all_by(|node| {
            let role = node.role();
            matches!(role, Role::Button | Role::TextInput | Role::MultilineTextInput | Role::CheckBox)
        });
        all.filter_map(|found| {
            let place = found.0.bounding_box()?;
            let at = |x: f64, y: f64| Pos2::new(x as f32, y as f32);
            let rect = Rect::from_min_max(at(place.x0, place.y0), at(place.x1, place.y1));
            Some((found.0.label().unwrap_or_default(), rect))
        })
        .collect()
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.pass(vec![Event::Text(text.to_owned())]);
        self.settle();
    }
}

/// The words of a shape, and how large they are.
fn written(shape: &egui::Shape) -> Vec<(String, f32)> {
    match shape {
        egui::Shape::Vec(shapes) => shapes.iter().flat_map(written).collect(),
        egui::Shape::Text(text) => {
            let sizes = text.galley.job.sections.iter().map(|section| section.format.font_id.size);
            let size = sizes.fold(f32::INFINITY, f32::min);
            if text.galley.text().trim().is_empty() {
                Vec::new()
            } else {
                vec![(text.galley.text().to_owned(), size)]
            }
        }
        _ => Vec::new(),
    }
}
