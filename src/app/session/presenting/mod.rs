//! A show being presented: where the presenter is, what is laid over the field, and what the room has said.
//!
//! The field under it is the session's own ([`Shown`]): what the room argues about is switched there and moves the result
//! live. What is presented is a [`Rundown`], made anew whenever files or the room's fronts change; the step stays, by its
//! key. Nothing here knows windows or drawing.

mod arguing;
mod boards;
mod clock;
mod doing;
mod going;
mod ink;
mod room;
mod starting;
#[cfg(test)]
mod tests;
mod typing;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Panels, Screen};
use crate::app::lens::Lens;
use crate::app::playback::Playback;
use crate::app::shown::Shown;
use crate::model::{PlayerId, Strength, Subject};
use crate::picture::Point;
use crate::show::{Act, Program, Room, Rundown, Step};

pub use arguing::strength_of;
pub use boards::{ArgueBoard, Argued, Board, BoardKey, Dispute, GuessBoard};
pub use clock::Clock;
pub use ink::{InkBook, InkStep, Stylus};
pub use room::TIMER_MINUTES;
pub use starting::PresentRefusal;

/// Smallest and largest scale of the presenter's notes.
pub const NOTE_SCALES: std::ops::RangeInclusive<f32> = 0.6..=3.0;

/// A show being presented.
#[derive(Clone, Debug)]
pub struct Presenting {
    /// What was asked for.
    pub program: Program,
    /// What is gone through.
    pub rundown: Arc<Rundown>,
    /// Which step is shown, by its place.
    pub at: usize,
    /// What the room has said.
    pub room: Room,
    /// How long it has taken, and how long it is meant to.
    pub clock: Clock,
    /// What hides everything, if anything does.
    pub veil: Option<Veil>,
    /// What the pointer does.
    pub tool: Tool,
    /// The pen in the hand.
    pub stylus: Stylus,
    /// What was drawn.
    pub ink: InkBook,
    /// Where the light is: parts of the picture's width and height.
    pub light: Option<Point>,
    /// The step chosen among all of them, while they are shown as thumbnails.
    pub overview: Option<usize>,
    /// The number or words typed to go somewhere.
    pub going: Option<String>,
    /// What is open over the field for the room.
    pub board: Option<Board>,
    /// Whether the notes stand below the field.
    pub notes: bool,
    /// Whether the fields and reasons of what is on the field are open over it.
    pub inspector: bool,
    /// Whether the keys are shown.
    pub keys: bool,
    /// The presenter's window.
    pub second: Second,
    /// A sentence about the last thing that went wrong with the show itself.
    pub trouble: Option<String>,
    /// The file the room's record is in, or will be.
    pub record: Option<PathBuf>,
    /// Where the animation rests, in seconds of the field's time.
    rest_secs: f64,
    /// Fields with what-ifs that another act has taken the place of, by their stems.
    aside: BTreeMap<Arc<str>, Shown>,
    /// What to go back to.
    left: Left,
}

/// What hides the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Veil {
    /// Everything is black.
    Black,
    /// Everything is white.
    White,
}

/// What the pointer does over the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tool {
    /// A click goes on.
    #[default]
    Pointer,
    /// It carries a light; all else is dim.
    Spotlight,
    /// It draws.
    Pen,
    /// It takes away what was drawn.
    Eraser,
}

/// The presenter's window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Second {
    /// Whether it is wanted.
    pub wanted: bool,
    /// Whether it was asked for by name: then it stands also where there is only one display.
    pub asked: bool,
    /// Whether it stands.
    pub stands: bool,
    /// How many displays there are.
    pub displays: usize,
    /// Multiplies the size of its notes.
    pub note_scale: f32,
}

impl Second {
    /// Whether it is to stand, on as many displays as there are.
    #[must_use]
    pub const fn is_due(self, displays: usize) -> bool {
        self.wanted && (displays > 1 || self.asked)
    }
}

impl Default for Second {
    fn default() -> Self {
        Self { wanted: true, asked: false, stands: false, displays: 1, note_scale: 1.0 }
    }
}

/// Something the presenter does. What only moves the view is an action of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum PresentStep {
    /// One step on; runs what lies between.
    Next,
    /// One step back; to where it rests.
    Back,
    /// To the first step.
    First,
    /// To the last step.
    Last,
    /// Run the step shown once more.
    Again,
    /// To this step, by its place.
    GoTo(usize),
    /// Hide everything, or show it again.
    Veil(Veil),
    /// Take a tool in the hand, or put it down.
    Tool(Tool),
    /// Choose a pen.
    Stylus(Stylus),
    /// Something drawn.
    Ink(InkStep),
    /// Carry the light to this place; nowhere puts it out.
    Light(Option<Point>),
    /// Show all steps, or no longer.
    Overview,
    /// Choose another step among all of them.
    Choose(usize),
    /// Change what is typed to go somewhere; nothing stops that.
    Going(Option<String>),
    /// Open a board, change what stands on it, or close it.
    Board(Option<Board>),
    /// Take what stands on the board, and go on to what comes next there.
    Enter,
    /// A key for the board that is open.
    Key(BoardKey),
    /// The text on the board that is open is this now.
    Type(String),
    /// What would change your mind: this player is that strong.
    Judge(PlayerId, Strength),
    /// Take back what was argued about what is on the field.
    BackToFile,
    /// Let the time of something run down, in seconds; nothing stops it.
    Timer(Option<f64>),
    /// Start the clock of the session again.
    RestartClock,
    /// Change how long the session is meant to take, in minutes.
    Target(Option<f64>),
    /// Notes below the field, or not.
    Notes,
    /// Scale the presenter's notes.
    NoteScale(f32),
    /// Whether the presenter's window is wanted.
    Second(bool),
    /// Whether the presenter's window stands, and how many displays there are.
    SecondStands(bool, usize),
    /// Notes below the field, because there is no other place for them now; or no longer.
    FoldNotes(bool),
    /// Fields and reasons over the field, or not.
    Inspector(bool),
    /// Put the room's fronts at these yards, one for each channel.
    Fronts(usize, f64),
    /// Say who sits in the room.
    Groups(Vec<String>),
    /// A group calls a play, or takes its last call back.
    Call(usize, Option<usize>),
    /// Something was argued.
    Argument(String),
    /// Something was decided.
    Decision(String),
    /// Take back what was argued or decided, by its place in its list.
    TakeBack(Argued, usize),
    /// Write the room's record as a file that can be saved.
    KeepRecord(String),
    /// Write what was drawn as a file that can be saved.
    KeepInk,
    /// Close what is open, else leave.
    Escape,
    /// End the presentation.
    Leave,
}

/// Where the presenter came from.
#[derive(Clone, Debug)]
struct Left {
    screen: Screen,
    shown: Option<Shown>,
    selected: Option<Subject>,
    playback: Playback,
    lens: Lens,
    panels: Panels,
}

impl Presenting {
    /// The step shown. A rundown has at least one.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        self.rundown.steps.get(self.at)
    }

    /// The step that comes next.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.rundown.steps.get(self.at + 1)
    }

    /// The act of the step shown.
    #[must_use]
    pub fn act(&self) -> Option<&Act> {
        self.rundown.acts.get(self.step()?.act()?)
    }

    /// Whether guesses stand beside what it came to: once the end of their run is shown, of a plan that of its last try.
    #[must_use]
    pub fn reveals(&self) -> bool {
        let over = self.act().is_none_or(|act| match (&act.plan, act.down) {
            (Some((_, drive)), Some(down)) => down + 1 >= drive.downs.len(),
            _ => true,
        });
        over && self.step().is_some_and(|step| step.phase == Some(crate::model::Phase::ReadOut))
    }

    /// The room as far as it may be seen: while a group guesses or calls, what others did is left out, so that none copies.
    #[must_use]
    pub fn room_in_sight(&self) -> std::borrow::Cow<'_, Room> {
        use std::borrow::Cow;
        match &self.board {
            Some(Board::Guess(guess)) if !self.reveals() => {
                let Some(act) = self.act() else { return Cow::Borrowed(&self.room) };
                let own = self.room.group_name(guess.group);
                let mut room = self.room.clone();
                room.guesses.retain(|guess| {
                    guess.group == own || guess.of.as_str() != &*act.stem || guess.times != act.times
                });
                Cow::Owned(room)
            }
            Some(Board::Calls { group, revealed: false }) => {
                let mut room = self.room.clone();
                room.called.retain(|called| called.group == *group);
                Cow::Owned(room)
            }
            _ => Cow::Borrowed(&self.room),
        }
    }

    /// Why what is shown is not what its file says now, in a sentence.
    #[must_use]
    pub fn stale(&self) -> Option<&str> {
        self.rundown.items.get(self.step()?.item)?.stale.as_deref()
    }

    /// Everything that is not as its file says now, in sentences.
    pub fn troubles(&self) -> impl Iterator<Item = &str> {
        let items = self.rundown.items.iter().filter_map(|item| item.stale.as_deref());
        self.trouble.as_deref().into_iter().chain(items)
    }

    /// Whether something is open that takes keys of its own.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.board.is_some() || self.going.is_some() || self.inspector
    }
}
