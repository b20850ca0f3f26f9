//! The list of plays, what is wrong with the files, and where one is.

use bevy_egui::egui::{
    self, Align, Align2, Frame, Layout, Margin, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, WidgetType,
};

use super::widgets::{bold, choice, section, signed_yards, soft};
use crate::app::actions::{Action, Command};
use crate::app::paint::{color, font};
use crate::app::session::{Screen, Session};
use crate::app::shelf::Row;
use crate::app::words::say;
use crate::picture::{Theme, Weight};
use crate::play_file::{Problem, Severity};

/// How wide it is.
pub(super) const WIDTH: f32 = 184.0;
/// How high a play's row is.
const ROW: f32 = 25.0;
/// How many problems are listed at once.
const PROBLEMS: usize = 4;
/// How much of the height they have at most.
const PROBLEMS_SHARE: f32 = 0.4;

pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::symmetric(10, 12));
    egui::Panel::left("playbook").exact_size(WIDTH).resizable(false).frame(frame).show(ui, |ui| {
        brand(ui, theme, session, actions);
        ui.add_space(6.0);
        screens(ui, theme, session, actions);
        ui.add_space(2.0);
        // The list of plays keeps more than half of the room.
        let room = ui.available_height() * PROBLEMS_SHARE;
        egui::Panel::bottom("problems").show_separator_line(false).frame(Frame::NONE).show(ui, |ui| {
            let area = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
            area.show(ui, |ui| problems(ui, theme, session, actions));
        });
        section(ui, theme, say!("playbook-title"));
        search(ui, session, actions);
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            for each in session.listed().filter(|row| !row.is_plan) {
                row(ui, theme, session, each, actions);
            }
            let mut plans = session.listed().filter(|row| row.is_plan).peekable();
            if plans.peek().is_some() {
                section(ui, theme, say!("playbook-plans"));
            }
            for each in plans {
                row(ui, theme, session, each, actions);
            }
            shows(ui, theme, session, actions);
            if session.listed().next().is_none() {
                ui.label(soft(say!("playbook-none"), theme));
            }
        });
    });
}

/// Shows that have what is searched for: a click presents one.
fn shows(ui: &mut Ui, theme: &Theme, session: &Session, actions: &mut Vec<Action>) {
    let words = session.panels.search.to_lowercase();
    let fits = |text: &str| words.split_whitespace().all(|word| text.to_lowercase().contains(word));
    let shows = session.shows().filter(|(stem, show)| match show {
        Some(show) => fits(&format!("{} {stem}", show.title)),
        None => fits(stem),
    });
    let mut shows = shows.filter(|_| session.panels.tag.is_none()).peekable();
    if shows.peek().is_none() {
        return;
    }
    section(ui, theme, say!("playbook-shows"));
    for (stem, show) in shows {
        let title = show.map_or(stem, |show| &*show.title);
        let button = egui::Button::new(bold(title, 12.5)).truncate();
        let button = ui.add_enabled(show.is_some(), button.min_size(egui::vec2(ui.available_width(), ROW)));
        let hint = match show {
            Some(show) => {
                let summary = show.summary.as_deref().unwrap_or_default();
                say!("playbook-show-hint", count = show.items.len(), summary = summary)
            }
            None => say!("playbook-row-errors").to_owned(),
        };
        let button = button.on_hover_text(&hint).on_disabled_hover_text(&hint);
        button.widget_info(|| {
            WidgetInfo::labeled(
                WidgetType::Button,
                show.is_some(),
                say!("playbook-present-named", title = title),
            )
        });
        if button.clicked() {
            actions.push(Action::Present(vec![stem.to_owned()]));
        }
        button.context_menu(|ui| {
            if ui.button(say!("playbook-its-text")).clicked()
                && let Some(entry) = session.playbook.find(stem)
            {
                actions.push(Action::ShowSource(entry.path.clone()));
                ui.close();
            }
        });
    }
}

fn brand(ui: &mut Ui, theme: &Theme, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().button_padding.x = 8.0;
        ui.label(bold("downfield", 17.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            super::widgets::command(ui, session, Command::Help, "?", actions);
        });
    });
    let opened = session.opened().map_or(say!("playbook-built-in").to_owned(), |path| {
        path.file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
    });
    let full = session.opened().map_or(say!("playbook-built-in.hint").to_owned(), |path| {
        say!("playbook-watched", path = path.display())
    });
    ui.add(egui::Label::new(soft(opened, theme).small()).truncate()).on_hover_text(full);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 7.0;
        let new = [Command::NewPlay, Command::NewPlan, Command::NewModel];
        menu(ui, session, say!("playbook-new"), say!("playbook-new.hint"), &new, actions);
        let open = [
            Command::OpenFile,
            Command::OpenFolder,
            Command::OpenPath,
            Command::OpenBuiltIn,
            Command::Reload,
        ];
        let hint = say!("playbook-open.hint");
        menu(ui, session, say!("playbook-open"), hint, &open, actions);
        super::widgets::command(ui, session, Command::Palette, say!("playbook-more"), actions);
    });
}

/// A button with commands under it.
fn menu(
    ui: &mut Ui,
    session: &Session,
    text: &str,
    hint: &str,
    commands: &[Command],
    actions: &mut Vec<Action>,
) {
    let menu = ui.menu_button(text, |ui| {
        for command in commands {
            let item =
                egui::Button::new(command.label()).shortcut_text(command.key_label().unwrap_or_default());
            if ui.add_enabled(command.enabled(session), item).on_hover_text(command.hint()).clicked() {
                actions.push((*command).into());
                ui.close();
            }
        }
    });
    menu.response.on_hover_text(hint);
}

/// What the window is for.
fn screens(ui: &mut Ui, theme: &Theme, session: &Session, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let count = session.comparison.sides.len();
        let compare = if count > 1 {
            say!("playbook-compare-count", count = count)
        } else {
            say!("playbook-compare").to_owned()
        };
        let screens = [
            (Screen::Model, say!("playbook-model").to_owned(), say!("playbook-model.hint")),
            (Screen::Compare, compare, say!("playbook-compare.hint")),
        ];
        for (screen, name, hint) in screens {
            let key = Command::ToggleCompare.key_label().unwrap_or_default();
            let response = choice(ui, theme, session.screen == screen, &name, &name);
            if response.on_hover_text(format!("{hint} ({key})")).clicked() {
                actions.push(Action::Screen(screen));
            }
        }
        ui.spacing_mut().button_padding.x = 6.0;
        super::widgets::command(ui, session, Command::Present, "▶", actions);
    });
}

fn search(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let mut words = session.panels.search.clone();
    let field = egui::TextEdit::singleline(&mut words)
        .hint_text(say!("playbook-search"))
        .desired_width(f32::INFINITY);
    let response = ui.add(field).on_hover_text(Command::FindPlay.tooltip());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("playbook-search.name")));
    if session.panels.focus_search {
        response.request_focus();
    }
    if response.changed() || session.panels.focus_search {
        actions.push(Action::Search(words));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
        for tag in &session.shelf().tags {
            let on = session.panels.tag.as_ref() == Some(tag);
            let chip = egui::Button::selectable(on, RichText::new(tag).small())
                .frame_when_inactive(true)
                .corner_radius(9);
            if ui.add(chip).on_hover_text(say!("playbook-tag-hint")).clicked() {
                actions.push(Action::Tag((!on).then(|| tag.clone())));
            }
        }
    });
}

fn row(ui: &mut Ui, theme: &Theme, session: &Session, row: &Row, actions: &mut Vec<Action>) {
    let Row { stem, title, hint, gain, is_good, .. } = row;
    let comparing = session.screen == Screen::Compare;
    let side = session.comparison.place_of(stem).filter(|_| comparing);
    let shown =
        if comparing { side.is_some() } else { session.shown().is_some_and(|shown| shown.stem == *stem) };
    let (rect, response) = ui.allocate_exact_size(egui::vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, shown, title));
    let painter = ui.painter();
    if shown {
        painter.rect_filled(rect, 7.0, color(theme.raised, 1.0));
    }
    if shown || response.hovered() || response.has_focus() {
        let edge = Stroke::new(1.5, color(if shown { theme.accent } else { theme.line }, 1.0));
        painter.rect_stroke(rect, 7.0, edge, egui::StrokeKind::Inside);
    }
    let (mark, ink) = match gain {
        Some(gain) => (signed_yards(*gain), theme.text_soft),
        None if !is_good => ("!".to_owned(), theme.alarm),
        None => (String::new(), theme.text_soft),
    };
    let right = egui::pos2(rect.right() - 8.0, rect.center().y);
    let mark = painter.text(right, Align2::RIGHT_CENTER, mark, font(11.0, Weight::Regular), color(ink, 1.0));
    let room = mark.left() - rect.left() - 14.0;
    let key = if side.is_some() { 14.0 } else { 0.0 };
    if let Some(side) = side.and_then(|at| session.comparison.sides.get(at)) {
        let at = egui::pos2(rect.left() + 13.0, rect.center().y);
        let square = egui::Rect::from_center_size(at, egui::Vec2::splat(9.0));
        painter.rect_filled(square, 2.0, color(theme.plans[side.color % theme.plans.len()], 1.0));
    }
    let unsaved =
        session.drafts.unsaved().any(|(path, _)| path.file_stem().is_some_and(|own| *own == **stem));
    let title = &if unsaved { format!("● {title}") } else { title.clone() };
    let name = crate::picture::font::elide(title, 13.0, Weight::Regular, room - key);
    let left = egui::pos2(rect.left() + 8.0 + key, rect.center().y);
    painter.text(left, Align2::LEFT_CENTER, name, font(13.0, Weight::Regular), color(theme.text, 1.0));
    let number = if row.is_plan { say!("playbook-row-plan") } else { say!("playbook-row-play") };
    let response =
        response.on_hover_text(say!("playbook-row-hint", title = title, hint = hint, number = number));
    if response.clicked() {
        let stem = stem.to_string();
        actions.push(if comparing && *is_good { Action::Compare(stem) } else { Action::ShowPlay(stem) });
    }
}

fn problems(ui: &mut Ui, theme: &Theme, session: &Session, actions: &mut Vec<Action>) {
    let all: Vec<_> = session.problems().collect();
    let errors = all.iter().filter(|problem| problem.severity() == Severity::Error).count();
    if all.is_empty() {
        return;
    }
    let title = match errors {
        0 => say!("playbook-warnings", count = all.len()),
        _ => say!("playbook-problems", count = all.len()),
    };
    section(ui, theme, &title);
    for (at, problem) in all.iter().enumerate().take(PROBLEMS) {
        let card = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
            let frame = Frame::new().fill(color(theme.raised, 1.0)).corner_radius(7);
            frame.inner_margin(Margin::same(8)).show(ui, |ui| problem_card(ui, theme, at, problem, actions));
        });
        let response = card.response.on_hover_text(say!("playbook-problem-hint"));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &problem.message));
        if response.clicked() {
            actions.push(Action::ShowProblem(at));
        }
    }
    if all.len() > PROBLEMS {
        ui.label(soft(say!("common-and-more", count = all.len() - PROBLEMS), theme).small());
    }
}

fn problem_card(ui: &mut Ui, theme: &Theme, at: usize, problem: &Problem, actions: &mut Vec<Action>) {
    ui.set_width(ui.available_width());
    let name = std::path::Path::new(&*problem.file).file_name();
    let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let place = bold(format!("{name} {}:{}", problem.start.line, problem.start.column), 11.0);
    let Some(fix) = &problem.fix else {
        ui.label(place);
        return problem_words(ui, theme, problem);
    };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = ui.small_button(say!("playbook-fix")).on_hover_text(&fix.label);
            let label = say!("playbook-fix-name", fix = fix.label);
            button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &label));
            if button.clicked() {
                actions.push(Action::Fix(at));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(place).truncate());
            });
        });
    });
    problem_words(ui, theme, problem);
}

fn problem_words(ui: &mut Ui, theme: &Theme, problem: &Problem) {
    ui.label(RichText::new(&problem.message).small());
    if let Some(help) = &problem.help {
        ui.label(RichText::new(help).small().color(color(theme.accent, 1.0)));
    }
}
