//! What is kept of a field while it is visited: what stands in it, and the gesture that everything done in it is.

use bevy_egui::egui::{self, Id};

use crate::app::actions::Command;

/// A field with the keyboard, or a control in the hand.
#[derive(Clone, Debug, Default)]
pub(super) struct Visit {
    pub(super) gesture: u64,
    /// What stands in the field.
    pub(super) text: String,
    /// What stood there when the visit began.
    pub(super) begun: String,
    /// What the file said in the last pass.
    pub(super) seen: String,
    /// Whether the last pass asked for a change: then it is no news that the file says something else.
    pub(super) sent: bool,
}

impl Visit {
    /// The visit of a field: the one going on, brought up to what the file says, or one that begins.
    pub(super) fn of(ctx: &egui::Context, id: Id, now: &str) -> Self {
        let going_on: Option<Self> = ctx.data(|data| data.get_temp(id));
        let Some(mut visit) = going_on else {
            return Self {
                text: now.to_owned(),
                begun: now.to_owned(),
                seen: now.to_owned(),
                ..Self::default()
            };
        };
        if visit.seen != now {
            if !visit.sent {
                // Undone, or changed elsewhere.
                now.clone_into(&mut visit.text);
                now.clone_into(&mut visit.begun);
            }
            now.clone_into(&mut visit.seen);
        }
        visit.sent = false;
        visit
    }
}

/// Which field has the keyboard, and whether something was typed in it that it can take back itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typing {
    pub(super) id: Id,
    pub(super) differs: bool,
    /// In which pass that was.
    pub(super) pass: u64,
}

impl Typing {
    /// The field that had the keyboard in the last pass.
    pub(super) fn last(ctx: &egui::Context) -> Option<Self> {
        let last: Option<Self> = ctx.data(|data| data.get_temp(typing_id()));
        last.filter(|last| last.pass + 1 >= ctx.cumulative_pass_nr())
    }

    /// That it has it in this one.
    pub(super) fn tell(ctx: &egui::Context, id: Id, differs: bool) {
        let pass = ctx.cumulative_pass_nr();
        ctx.data_mut(|data| data.insert_temp(typing_id(), Self { id, differs, pass }));
    }
}

/// Whether a command's key belongs to the field with the keyboard: what was typed is taken back there first, and Escape
/// leaves the field before it closes anything.
pub(in crate::app::panels) fn keeps(ctx: &egui::Context, command: Command) -> bool {
    let Some(typing) = Typing::last(ctx) else { return false };
    match command {
        Command::Undo | Command::Redo => typing.differs,
        Command::Deselect => true,
        _ => false,
    }
}

fn typing_id() -> Id {
    Id::new("the field with the keyboard")
}

/// A number for a visit that no other has had.
pub(super) fn new_gesture(ctx: &egui::Context) -> u64 {
    let id = Id::new("visits of fields");
    ctx.data_mut(|data| {
        let count = data.get_temp_mut_or_default::<u64>(id);
        *count += 1;
        // Apart from the numbers that others count up from 0.
        id.value() ^ *count
    })
}
