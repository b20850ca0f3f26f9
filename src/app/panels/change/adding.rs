//! A small form for what a room has just named: its name, its channel, how strong it is; Enter puts it on the field.

use bevy_egui::egui::{self, Align2, Event, Key, Modifiers, TextEdit, Ui, Vec2, WidgetInfo, WidgetType};

use super::player::hint_below;
use super::strength::sizes;
use crate::app::actions::Action;
use crate::app::panels::widgets::{choice, soft};
use crate::app::session::{Adding, New, Session};
use crate::app::shown::Shown;
use crate::app::words::say;
use crate::arrange::{Arrange, Size, Step, reads_like_people};
use crate::model::Subject;
use crate::picture::Theme;

pub(in crate::app::panels) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some((before, shown)) = session.panels.change.adding.as_ref().zip(session.shown()) else { return };
    let theme = session.settings.theme().theme();
    let mut adding = before.clone();
    // Before any control hears them: they are for the form, wherever in it the keyboard is.
    let enter = keys(ctx, &mut adding, shown.lineup.model.channels.len());
    let mut open = true;
    let mut add = enter;
    let title = match adding.what {
        New::HoldsBack => say!("command-add-defender"),
        New::MovesForward => say!("command-add-player"),
        New::Assumption => say!("command-add-assumption"),
    };
    let window = egui::Window::new(title)
        .id(egui::Id::new("adding"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 80.0));
    window.show(ctx, |ui| {
        ui.set_width(400.0_f32.min(ctx.content_rect().width() - 60.0));
        name(ui, theme, &mut adding);
        lanes(ui, theme, shown, &mut adding);
        if adding.what != New::Assumption {
            ui.horizontal(|ui| {
                ui.label(soft(say!("common-strength"), theme).small())
                    .on_hover_text(say!("adding-strength-hint"));
                if let Some(size) = sizes(ui, theme, Some(adding.size)) {
                    adding.size = size;
                }
            });
        }
        ui.horizontal(|ui| {
            let named = !adding.name.trim().is_empty();
            let button = ui
                .add_enabled(named, egui::Button::new(say!("adding-add")))
                .on_hover_text(say!("adding-add.hint"));
            add |= button.clicked();
            let keys = match adding.what {
                New::Assumption => say!("adding-keys-assumption"),
                _ => say!("adding-keys"),
            };
            ui.label(soft(keys, theme).small());
        });
    });
    if add && !adding.name.trim().is_empty() {
        let (step, subject) = step(&Arrange::new(&shown.lineup.play, &shown.lineup.model), shown, &adding);
        if step.changes.is_empty() {
            // There is no room: the sentence says so, and what was typed stays.
            actions.push(Action::Alarm(super::sentences(&step.follows)));
        } else {
            actions.push(Action::Edit(super::edit(step)));
            actions.push(Action::Adding(None));
            actions.push(Action::Select(Some(subject)));
        }
    } else if !open {
        actions.push(Action::Adding(None));
    } else if *before != adding {
        actions.push(Action::Adding(Some(adding)));
    }
}

/// Takes the keys of the form out of what is pressed; whether it is to be added.
fn keys(ctx: &egui::Context, adding: &mut Adding, channels: usize) -> bool {
    let in_list = egui::Popup::is_any_open(ctx);
    ctx.input_mut(|input| {
        for (key, size) in [Key::Num1, Key::Num2, Key::Num3].into_iter().zip(Size::ALL) {
            if input.consume_key(Modifiers::ALT, key) {
                adding.size = size;
                // Where Alt and a digit also type one.
                input.events.retain(|event| !matches!(event, Event::Text(_)));
            }
        }
        if in_list {
            return false;
        }
        let by = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown).cast_signed()
            - input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp).cast_signed();
        if by != 0 {
            adding.lane = moved(adding, by, channels);
        }
        input.consume_key(Modifiers::NONE, Key::Enter)
    })
}

/// The channel some places on, round and round; an assumption may also have none.
fn moved(adding: &Adding, by: isize, channels: usize) -> Option<usize> {
    let none = usize::from(adding.what == New::Assumption);
    let count = (channels + none).cast_signed().max(1);
    let now = adding.lane.map_or(0, |lane| lane + none).cast_signed();
    (now + by).rem_euclid(count).cast_unsigned().checked_sub(none)
}

fn name(ui: &mut Ui, theme: &Theme, adding: &mut Adding) {
    let (label, hint) = match adding.what {
        New::HoldsBack => (say!("common-name"), say!("adding-defender-example")),
        New::MovesForward => (say!("common-name"), say!("adding-player-example")),
        New::Assumption => (say!("inspector-assume"), say!("adding-assumption-example")),
    };
    let field = TextEdit::singleline(&mut adding.name).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::TextEdit, true, label);
        info.current_text_value = Some(adding.name.clone());
        info
    });
    if adding.to_name {
        if response.has_focus() {
            adding.to_name = false;
        } else {
            response.request_focus();
        }
    }
    if adding.what == New::HoldsBack
        && let Some(friendly) = reads_like_people(&adding.name)
    {
        hint_below(ui, theme.to_gain, &friendly);
    }
}

fn lanes(ui: &mut Ui, theme: &Theme, shown: &Shown, adding: &mut Adding) {
    ui.label(soft(say!("inspector-channel"), theme).small());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(3.0, 3.0);
        ui.spacing_mut().button_padding = Vec2::new(7.0, 2.0);
        if adding.what == New::Assumption
            && choice(ui, theme, adding.lane.is_none(), say!("adding-no-channel"), say!("common-no-channel"))
                .clicked()
        {
            adding.lane = None;
        }
        for (at, channel) in shown.lineup.model.channels.iter().enumerate() {
            let label = say!("adding-in-channel", channel = channel.name);
            if choice(ui, theme, adding.lane == Some(at), &channel.name, &label).clicked() {
                adding.lane = Some(at);
            }
        }
    });
}

/// What adds it, and what it will be.
fn step(arrange: &Arrange<'_>, shown: &Shown, adding: &Adding) -> (Step, Subject) {
    let channels = &shown.lineup.model.channels;
    let channel = adding.lane.and_then(|lane| channels.get(lane)).or(channels.first()).map(|each| &each.id);
    let strength = adding.size.strength();
    let step = match (adding.what, channel) {
        (New::HoldsBack, Some(channel)) => arrange.add_defender(&adding.name, channel, strength),
        (New::MovesForward, Some(channel)) => arrange.add_player(&adding.name, channel, strength, None),
        _ => arrange.add_assumption(&adding.name, adding.lane.and(channel)),
    };
    let id = added_id(&step).unwrap_or_default();
    let subject = match adding.what {
        New::Assumption => Subject::Assumption(id.into()),
        New::HoldsBack | New::MovesForward => Subject::Player(id.into()),
    };
    (step, subject)
}

/// The id of what a step puts into a list.
fn added_id(step: &Step) -> Option<&str> {
    use crate::play_file::edit::{Change, Value};
    step.changes.iter().find_map(|change| match change {
        Change::Insert { value: Value::Record(_, fields), .. } => {
            fields.iter().find(|field| field.name == "id").and_then(|field| match &field.value {
                Some(Value::Text(id)) => Some(id.as_str()),
                _ => None,
            })
        }
        _ => None,
    })
}
