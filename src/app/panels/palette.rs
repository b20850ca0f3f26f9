//! Every command and every play by its name: Ctrl+K.

use bevy_egui::egui::{self, Align2, Key, Modifiers, ScrollArea, Vec2, WidgetInfo, WidgetType};

use super::widgets::soft;
use crate::app::actions::{Action, COMMANDS, Command};
use crate::app::session::Session;
use crate::app::words::say;

/// How many matches are listed at once.
const MATCHES: usize = 12;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(words) = &session.panels.palette else { return };
    let theme = session.settings.theme().theme();
    let chosen_id = egui::Id::new("palette choice");
    let mut words = words.clone();
    let found = matches(session, &words);
    let mut chosen: usize = ctx.data(|data| data.get_temp(chosen_id)).unwrap_or(0);
    let (up, down, enter) = ctx.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::ArrowUp),
            input.consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let count = found.len().max(1);
    if down {
        chosen += 1;
    }
    if up {
        chosen += count - 1;
    }
    chosen %= count;
    let mut open = true;
    let mut run = if enter { found.get(chosen).map(|found| found.action.clone()) } else { None };
    let window = egui::Window::new(say!("command-palette"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 80.0))
        .fixed_size(Vec2::new(440.0, 360.0));
    window.show(ctx, |ui| {
        let field = egui::TextEdit::singleline(&mut words)
            .hint_text(say!("palette-example"))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("palette-name")));
        response.request_focus();
        if response.changed() {
            chosen = 0;
        }
        ScrollArea::vertical().show(ui, |ui| {
            for (at, found) in found.iter().enumerate() {
                let row = egui::Button::selectable(at == chosen, &found.label)
                    .shortcut_text(found.key.clone().unwrap_or_default())
                    .min_size(Vec2::new(ui.available_width(), 0.0));
                let row = ui.add_enabled(found.enabled, row).on_hover_text(&found.hint);
                if row.clicked() {
                    run = Some(found.action.clone());
                }
            }
            if found.is_empty() {
                ui.label(soft(say!("palette-nothing"), theme));
            }
        });
    });
    ctx.data_mut(|data| data.insert_temp(chosen_id, chosen));
    if let Some(action) = run {
        ctx.data_mut(|data| data.remove::<usize>(chosen_id));
        actions.push(Action::Palette(None));
        actions.push(action);
    } else if !open {
        actions.push(Action::Palette(None));
    } else if session.panels.palette.as_ref() != Some(&words) {
        actions.push(Action::Palette(Some(words)));
    }
}

struct Match {
    label: String,
    hint: String,
    key: Option<String>,
    enabled: bool,
    action: Action,
}

fn matches(session: &Session, words: &str) -> Vec<Match> {
    let words = words.to_lowercase();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let commands =
        COMMANDS.iter().copied().filter(|command| *command != Command::Palette).map(|command| Match {
            label: command.label().to_owned(),
            hint: command.hint().to_owned(),
            key: command.key_label(),
            enabled: command.enabled(session),
            action: command.into(),
        });
    let plays = session.shelf().rows.iter().filter(|row| row.is_good).map(|row| Match {
        label: say!("palette-show", title = row.title),
        hint: row.hint.clone(),
        key: None,
        enabled: true,
        action: Action::ShowPlay(row.stem.to_string()),
    });
    let shows = session.shows().filter_map(|(stem, show)| {
        let show = show?;
        Some(Match {
            label: say!("playbook-present-named", title = show.title),
            hint: show.summary.clone().unwrap_or_default(),
            key: None,
            enabled: session.presenting.is_none(),
            action: Action::Present(vec![stem.to_owned()]),
        })
    });
    let unsaved = session.drafts.unsaved().map(|(path, _)| Match {
        label: say!("palette-go-to-unsaved", name = path.file_name().unwrap_or_default().to_string_lossy()),
        hint: path.display().to_string(),
        key: None,
        enabled: true,
        action: Action::GoToUnsaved(path.to_owned()),
    });
    let mut found: Vec<Match> = commands
        .chain(unsaved)
        .chain(shows)
        .chain(plays)
        .filter(|each| fits(&each.label) || fits(&each.hint))
        .collect();
    found.sort_by_key(|each| (!fits(&each.label), !each.enabled));
    found.truncate(MATCHES.max(if words.is_empty() { usize::MAX } else { MATCHES }));
    found
}
