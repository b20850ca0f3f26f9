//! Something new: a few questions, a template or a copy, answered by keys alone if one likes.
//!
//! Enter goes on to the next question, Ctrl+Enter makes what was asked for with what was answered so far; leaving keeps
//! the answers for the next time. What it does not own: what is made of the answers.

mod guided;
mod plan;
mod stops;

use bevy_egui::egui::{self, Align2, Label, Modifiers, ScrollArea, Ui, Vec2, WidgetInfo, WidgetType};

use super::widgets::{bold, choice, section, soft, switch};
use crate::app::actions::Action;
use crate::app::paint::color;
use crate::app::session::{NewFile, Session, Starting, Template, Way};
use crate::app::words::say;
use crate::picture::Theme;
use stops::Stops;

/// How wide the window is, where there is room.
const WIDTH: f32 = 580.0;

/// How far what scrolls fades at its edge, in points.
const FADE: f32 = 14.0;

/// What a part of the window is drawn from and into.
struct Asked<'a> {
    theme: &'a Theme,
    session: &'a Session,
    starting: &'a mut Starting,
    stops: &'a mut Stops,
}

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(before) = &session.panels.starting else {
        Stops::forget(ctx);
        return;
    };
    let theme = session.settings.theme().theme();
    let mut starting = before.clone();
    let mut stops = Stops::begin(ctx);
    let mut open = true;
    let mut make = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, egui::Key::Enter));
    let room = ctx.content_rect().size() - Vec2::new(48.0, 72.0);
    let window = egui::Window::new(before.what.label())
        .id(egui::Id::new("starting"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 20.0));
    window.show(ctx, |ui| {
        ui.set_width(WIDTH.min(room.x));
        let mut asked = Asked { theme, session, starting: &mut starting, stops: &mut stops };
        // What is below the questions has its place whatever the window's height.
        let room = (room.y - 108.0).max(60.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            // The bar lies over what reaches to the edge.
            ui.set_max_width(ui.available_width() - 12.0);
            asked.questions(ui);
            // The last one is not half faded out where it scrolls.
            ui.add_space(FADE);
        });
        ui.add_space(6.0);
        make |= asked.end(ui);
    });
    stops.end(ctx);
    if starting != *before {
        starting.refusal = None;
        starting.tidy();
        actions.push(Action::Starting(Some(Box::new(starting))));
    }
    if make {
        actions.push(Action::Make);
    } else if !open {
        actions.push(Action::Starting(None));
    }
}

impl Asked<'_> {
    fn questions(&mut self, ui: &mut Ui) {
        match self.starting.what {
            NewFile::Play => {
                self.ways(ui);
                match self.starting.way {
                    Way::Guided => self.guided(ui),
                    Way::Template => self.template(ui),
                    Way::Copy => self.copy(ui),
                }
            }
            NewFile::Plan => self.plan(ui),
            NewFile::Model => self.model(ui),
        }
    }

    fn ways(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for way in Way::ALL {
                if choice(ui, self.theme, self.starting.way == way, way.label(), way.label()).clicked() {
                    self.starting.way = way;
                    self.stops.start_again();
                }
            }
        });
    }

    /// A question's heading.
    fn ask(&self, ui: &mut Ui, text: &str) {
        section(ui, self.theme, text);
    }

    /// What it is called.
    fn title(&mut self, ui: &mut Ui, heading: &str, example: &str) {
        self.ask(ui, heading);
        self.stops.line(ui, "title", &mut self.starting.title, heading, example, ui.available_width());
    }

    fn template(&mut self, ui: &mut Ui) {
        self.title(ui, say!("starting-what-we-do"), say!("starting-play-example"));
        self.ask(ui, say!("starting-template"));
        let count = self.starting.channels.len();
        for template in Template::ALL {
            let label = template.label(count);
            ui.horizontal(|ui| {
                let is_chosen = self.starting.template == template;
                let response = choice(ui, self.theme, is_chosen, &label, &label);
                if self.stops.add_choice("template", &response, is_chosen) {
                    self.starting.template = template;
                }
                ui.add(Label::new(soft(template.hint(), self.theme)).wrap());
            });
        }
    }

    fn copy(&mut self, ui: &mut Ui) {
        self.title(ui, say!("starting-what-we-do"), say!("starting-copy-example"));
        self.ask(ui, say!("starting-copy-of"));
        for (entry, play) in self.session.playbook.plays() {
            let chosen = entry.stem == self.starting.copy_of;
            let text = if entry.built_in {
                say!("starting-built-in", title = play.title)
            } else {
                play.title.clone()
            };
            let width = ui.available_width();
            let row = egui::Button::selectable(chosen, text).truncate().min_size(Vec2::new(width, 0.0));
            let row = ui.add(row).on_hover_text(&play.summary);
            row.widget_info(|| {
                WidgetInfo::selected(
                    WidgetType::RadioButton,
                    true,
                    chosen,
                    say!("starting-copy-named", title = play.title),
                )
            });
            if self.stops.add_choice("copy", &row, chosen) {
                self.starting.copy_of = std::sync::Arc::clone(&entry.stem);
            }
        }
    }

    fn model(&mut self, ui: &mut Ui) {
        self.title(ui, say!("starting-called"), say!("starting-model-example"));
        ui.label(soft(say!("starting-model-about"), self.theme));
        let Some(shown) = self.session.shown().filter(|_| self.session.can_go_over()) else {
            ui.label(soft(say!("starting-model-plan"), self.theme));
            return;
        };
        let text = say!("starting-play-on-it", title = shown.lineup.play.title);
        ui.horizontal(|ui| {
            let response = switch(ui, self.theme, self.starting.play_on_it, &text);
            self.stops.add_to_group("play on it", &response);
            if response.clicked() {
                self.starting.play_on_it = !self.starting.play_on_it;
            }
            ui.label(text);
        });
    }

    /// Where it will be, why it cannot be made, and the button that makes it.
    fn end(&mut self, ui: &mut Ui) -> bool {
        let will_be = match self.session.will_be(self.starting) {
            Some(path) => say!("starting-will-be", path = path.display()),
            None => say!("common-no-folder").to_owned(),
        };
        ui.add(Label::new(soft(will_be, self.theme).small()).wrap());
        if let Some(refusal) = &self.starting.refusal {
            ui.add(Label::new(bold(refusal, 13.0).color(color(self.theme.alarm, 1.0))).wrap());
        }
        ui.horizontal(|ui| {
            let text = match self.starting.what {
                NewFile::Play => say!("starting-make-play"),
                NewFile::Plan => say!("starting-make-plan"),
                NewFile::Model => say!("starting-make-model"),
            };
            let button = egui::Button::new(bold(text, 13.5).color(color(self.theme.on_accent, 1.0)))
                .fill(color(self.theme.accent, 1.0));
            let response = ui.add(button).on_hover_text(say!("starting-make-hint"));
            self.stops.last(&response);
            ui.label(soft(say!("starting-keys"), self.theme).small());
            response.clicked()
        })
        .inner
    }
}
