//! Everything a person can do, as values: one list gives palette, shortcuts, tooltips and help their label, key and
//! enabled state. [`apply`](mod@super::apply) carries them out.

use std::path::PathBuf;
use std::sync::Arc;

use bevy_egui::egui::{Key, KeyboardShortcut, Modifiers};

use super::comparison::Sheet;
use super::desk::{Answer, Topic};
use super::lens::Seen;
use super::session::{
    About, Adding, Decided, Edit, Grabbed, Of, PresentStep, Presenting, Reread, Screen, Session, Starting,
};
use crate::drafts::Joins;
use crate::model::{AssumptionId, ChannelId, PlayerId, Subject};
use crate::picture::{Ground, Themes};
use crate::play_file::edit::TextEdit;

/// Something a person asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An action of the [`COMMANDS`], which has no data of its own.
    Do(Command),
    /// Put a play of the playbook on the field.
    ShowPlay(String),
    /// Open a play, a plan or a playbook folder.
    Open(PathBuf),
    /// Narrow the list of plays to those with these words.
    Search(String),
    /// Narrow the list to one tag, or not.
    Tag(Option<String>),
    /// Explain this.
    Select(Option<Subject>),
    /// Pick a player beside those picked already, or no longer.
    Pick(PlayerId),
    /// Pick these players, to be changed together.
    PickAll(Vec<PlayerId>),
    /// Take hold of something on the field, here.
    Grab(Grabbed, Ground),
    /// Move what is held to a place: anywhere, or on whole yards only.
    Drag(Ground, bool),
    /// Let go of what is held.
    Drop,
    /// Let go of what is held, and put it back where it was.
    PutBack,
    /// Put players in, from a text.
    Paste(String),
    /// Take a point out of a player's route.
    DropPoint(PlayerId, usize),
    /// Change a file.
    Edit(Edit),
    /// Change a file's text by itself, as typed: its path, what that is called, the edit, and how it goes together with
    /// the one before.
    Type(PathBuf, &'static str, TextEdit, Joins),
    /// Show the text of this file beside the field.
    ShowSource(PathBuf),
    /// Make a document behind the field one of the user's own, and show its text.
    Own(Of),
    /// Change which channels the operating model has.
    Channels(ChannelStep),
    /// Undo or redo until this many things are done.
    GoBackTo(usize),
    /// A large text was read anew.
    Reread(Reread),
    /// Ask whose version of this file is kept.
    AskAbout(PathBuf),
    /// Go to a file with unsaved changes, wherever it is.
    GoToUnsaved(PathBuf),
    /// Something was decided.
    Decide(Decided),
    /// Save what is on the field under this path, and go on with that.
    SaveAs(PathBuf),
    /// Change the path being typed to save under.
    TypeSaveAs(String),
    /// Something went wrong away from the window.
    Alarm(String),
    /// A movement of the hand has ended: what comes next is a thing of its own.
    Settle,
    /// Show the fields of what is selected, or its reasons again.
    ShowFields(bool),
    /// Show the fields of this document.
    ShowFieldsOf(Of),
    /// The field that was to take the keyboard has it.
    KeyboardTaken,
    /// Change what is about to be added, or close its small form.
    Adding(Option<Adding>),
    /// The pointer is over this.
    Hover(Option<Subject>),
    /// What if this assumption held, or did not?
    Assume(AssumptionId, bool),
    /// Start a channel, by its place in the model, at this yard; nothing means every channel.
    StartAt(Option<usize>, f64),
    /// Go to the end of a try of the plan on the field, by its place in the drive.
    AfterDown(usize),
    /// Explain the whole play or plan, and this about it.
    About(About),
    /// Go to a moment, in seconds.
    Seek(f64),
    /// Go to a try of the plan on the field, by its place in the drive.
    ToDown(usize),
    /// Run at this multiple of real time.
    Speed(f64),
    /// Move the view by this many yards.
    Pan(f64),
    /// Zoom in by a factor about a yard.
    Zoom(f64, f64),
    /// Show this screen.
    Screen(Screen),
    /// Take a play or plan into the comparison, or out of it.
    Compare(String),
    /// Make the charts of the comparison be about this one, by its place.
    Choose(usize),
    /// Show this beside the table of the comparison.
    CompareSheet(Sheet),
    /// How often a play that is compared is called.
    CompareTimes(u32),
    /// Let this count, from 0 to 1, that less is out on its own when plays are ranked.
    Weigh(f64),
    /// Work this out.
    Ask(Topic),
    /// What was worked out, by the question's topic and number.
    Answered(Topic, u64, Arc<Answer>),
    /// Present these files of the playbook.
    Present(Vec<String>),
    /// Something of the presentation.
    Presenting(PresentStep),
    /// Show these colours.
    Theme(Themes),
    /// Scale text and controls.
    Scale(f32),
    /// Show the problem of this number in its file's text.
    ShowProblem(usize),
    /// Make the change that the problem of this number offers.
    Fix(usize),
    /// Change the words typed in the palette.
    Palette(Option<String>),
    /// Change what is answered about something new; nothing starts nothing.
    Starting(Option<Box<Starting>>),
    /// Make it.
    Make,
    /// Change the path being typed.
    TypePath(Option<String>),
}

/// A change of the operating model's channels that other files have to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChannelStep {
    /// Add one behind the others.
    Add,
    /// Take one out.
    Remove(ChannelId),
    /// Give one another id.
    Rename(ChannelId, String),
}

impl From<PresentStep> for Action {
    fn from(step: PresentStep) -> Self {
        Self::Presenting(step)
    }
}

impl From<Command> for Action {
    fn from(command: Command) -> Self {
        Self::Do(command)
    }
}

macro_rules! commands {
    ($($name:ident, $group:ident, $label:literal, $key:expr, $hint:literal;)*) => {
        /// An action without data: what keys, palette and help list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $hint] $name,)*
        }

        /// Every command, in the order help shows them.
        pub const COMMANDS: &[Command] = &[$(Command::$name,)*];

        impl Command {
            /// What it is called.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }

            /// What it does, in a sentence.
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $(Self::$name => $hint,)* }
            }

            /// What it is about.
            #[must_use]
            pub const fn group(self) -> Group {
                match self { $(Self::$name => Group::$group,)* }
            }

            /// Its key, if it has one.
            #[must_use]
            pub const fn shortcut(self) -> Option<KeyboardShortcut> {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

/// What commands are about, for help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Running the play.
    Run,
    /// Looking at the field.
    Look,
    /// Changing what is on it.
    Change,
    /// Plays and plans side by side.
    Compare,
    /// Before a room.
    Present,
    /// Plays and files.
    Files,
    /// The window and its panels.
    Window,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 7] =
        [Self::Run, Self::Look, Self::Change, Self::Compare, Self::Present, Self::Files, Self::Window];

    /// What it is called.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Run => "Running the play",
            Self::Look => "Looking at the field",
            Self::Change => "Changing it",
            Self::Compare => "Comparing",
            Self::Present => "Presenting",
            Self::Files => "Plays and files",
            Self::Window => "The window",
        }
    }
}

const fn key(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

commands! {
    PlayPause, Run, "Play or pause", Some(key(Key::Space)), "Start the play, or stop where it is";
    StepForward, Run, "Step forward", Some(key(Key::ArrowRight)), "A quarter of a second forward";
    StepBack, Run, "Step back in time", Some(key(Key::ArrowLeft)), "A quarter of a second back";
    NextPhase, Run, "Next part", Some(key(Key::PageDown)), "To the next part of the play";
    PreviousPhase, Run, "Previous part", Some(key(Key::PageUp)), "To the part before";
    ToStart, Run, "To the start", Some(key(Key::Home)), "Everyone in their places; once more: the first try";
    ToEnd, Run, "To the end", Some(key(Key::End)), "What it came to; once more: the last try";
    NextDown, Run, "Next try", Some(ctrl(Key::ArrowRight)), "The plan's next try (down)";
    PreviousDown, Run, "Previous try", Some(ctrl(Key::ArrowLeft)), "The plan's try before (down)";
    Faster, Run, "Faster", Some(key(Key::Period)), "One speed faster, up to four times";
    Slower, Run, "Slower", Some(key(Key::Comma)), "One speed slower, down to a quarter";
    Loop, Run, "Loop", Some(key(Key::L)), "Start again at the end";
    RunOnce, Run, "Run it once", Some(key(Key::Num1)), "The first use of this play";
    RunFour, Run, "Run it four times", Some(key(Key::Num2)), "The same play, four times in a row";
    RunTen, Run, "Run it ten times", Some(key(Key::Num3)), "The same play, ten times in a row, tries left aside";
    RunFifty, Run, "Run it fifty times", Some(key(Key::Num4)), "The same play, fifty times in a row, tries left aside";
    ResetWhatIf, Run, "Back to the file", Some(key(Key::R)), "Assumptions and starting fronts as the file has them";

    WhatIfMode, Run, "What if", Some(key(Key::V)), "Whatever is changed now changes the result, not the file; once more: back";
    KeepWhatIf, Run, "Keep the what-if", Some(key(Key::K)), "What is different becomes changes of the file";

    FitAction, Look, "Move in to the play", Some(key(Key::F)), "Show the stretch of the field where the play is";
    WholeField, Look, "Whole field", Some(key(Key::W)), "Show everything from today to the goal";
    ZoomIn, Look, "Zoom in", Some(key(Key::Plus)), "Fewer yards, larger";
    ZoomOut, Look, "Zoom out", Some(key(Key::Minus)), "More yards, smaller";
    PanLeft, Look, "Look towards today", Some(key(Key::OpenBracket)), "Move the view towards today";
    PanRight, Look, "Look towards the goal", Some(key(Key::CloseBracket)), "Move the view towards the goal";
    Broadcast, Look, "From above or from the stands", Some(key(Key::B)), "Chalkboard view, or broadcast view";
    NextSubject, Look, "Explain the next thing", Some(key(Key::N)), "Select the next channel, player or assumption";
    Deselect, Look, "Explain nothing", Some(key(Key::Escape)), "Close what is open, or select nothing";
    ExplainPlay, Look, "Explain the play", Some(key(Key::E)), "Select the play as a whole";
    Argue, Look, "What to argue about first", Some(key(Key::A)), "Which judgement moves the result most";
    NextCall, Look, "The next call", Some(key(Key::X)), "Every play as the next one, with what speaks for and against it";

    ChangeIt, Change, "Change it", Some(key(Key::Enter)), "The fields of what is selected";
    ChangeModel, Change, "Change the operating model", None, "The channels of the field, what done means there, and the rules";
    AddDefender, Change, "Add what holds us back", Some(key(Key::D)), "A rule, a habit, a system that holds us back (defense), by its name";
    AddPlayer, Change, "Add who moves us forward", Some(shift(Key::D)), "A player of ours (offense), by its name";
    AddAssumption, Change, "Add an assumption", None, "Something the play rests on, in a sentence";
    NudgeForward, Change, "Move forward", Some(alt(Key::ArrowRight)), "Move what is picked a yard forward";
    NudgeBack, Change, "Move back", Some(alt(Key::ArrowLeft)), "Move what is picked a yard back";
    NudgeUp, Change, "Move up", Some(alt(Key::ArrowUp)), "Move what is picked up in its channel, then into the one above";
    NudgeDown, Change, "Move down", Some(alt(Key::ArrowDown)), "Move what is picked down in its channel, then into the one below";
    PickEveryone, Change, "Pick everyone", Some(ctrl(Key::A)), "Pick every player of the play";
    Duplicate, Change, "Duplicate", Some(ctrl(Key::D)), "A copy of what is picked, beside it";
    Mirror, Change, "Mirror in the channel", Some(ctrl(Key::M)), "What is picked goes to the other side of its channel, with its route";
    MirrorChannels, Change, "Mirror across the field", Some(ctrl_shift(Key::M)), "What is picked goes to the channel as far from the other edge";
    Remove, Change, "Remove", Some(key(Key::Delete)), "Take what is picked out of the play";
    GiveBall, Change, "Give it the ball", None, "The player selected carries the ball";
    Straighten, Change, "Straighten its route", None, "The player selected runs straight on";
    Undo, Change, "Undo", Some(ctrl(Key::Z)), "Take the last change back";
    Redo, Change, "Redo", Some(ctrl_shift(Key::Z)), "Make the change once more";

    Source, Change, "The file's text", Some(key(Key::S)), "The text of what is on the field, to be changed as text";
    History, Change, "What was done", Some(key(Key::H)), "Everything that was done, to go back and forth in";

    ToggleCompare, Compare, "Compare, or back", Some(key(Key::C)), "Plays and plans side by side, or back to the one on the field";
    CompareThis, Compare, "Compare this too", Some(shift(Key::C)), "Take what is on the field into the comparison, or out of it";
    CompareWhatIf, Compare, "Compare the what-if", Some(shift(Key::V)), "The what-if beside the play as its file has it";
    Overlay, Compare, "Side by side, or on one field", Some(key(Key::O)), "Each on its own field, or all fronts on one";
    NextSide, Compare, "Next of those compared", Some(shift(Key::N)), "Make the charts be about the next one";

    Present, Present, "Present", Some(key(Key::F5)), "Full screen for a room: what is on the field, or those compared, step by step";
    NextStep, Present, "Next step", Some(key(Key::Space)), "On to the next step; what is still running is cut short";
    StepBefore, Present, "Step before", Some(key(Key::ArrowLeft)), "Back to where the step before rests";
    FirstStep, Present, "First step", Some(key(Key::Home)), "To the beginning of the show";
    LastStep, Present, "Last step", Some(key(Key::End)), "To the end of the show";
    StepAgain, Present, "Run the step again", Some(key(Key::S)), "What this step shows, once more from where it sets out";
    GoToStep, Present, "Go to a step", Some(key(Key::G)), "By its number, or by words of it";
    AllSteps, Present, "All steps", Some(key(Key::O)), "Every step as a small picture, to choose from";
    Blacken, Present, "Black", Some(key(Key::B)), "Everything black, until the next key";
    Whiten, Present, "White", Some(key(Key::W)), "Everything white, until the next key";
    Light, Present, "Spotlight", Some(key(Key::L)), "A light that follows the pointer; all else is dim";
    Pen, Present, "Pen", Some(key(Key::P)), "Draw over the step: Shift for an arrow, Ctrl for a circle, or hold still at the end";
    Eraser, Present, "Eraser", Some(key(Key::X)), "Take away the lines it touches";
    ClearInk, Present, "Clear the ink", Some(key(Key::E)), "Everything drawn over this step goes; undo brings it back";
    UndoInk, Present, "Undo the ink", Some(ctrl(Key::Z)), "Take back what was drawn or cleared last on this step";
    RedoInk, Present, "Redo the ink", Some(ctrl_shift(Key::Z)), "Draw or clear it once more";
    KeepInk, Present, "Keep the ink", Some(ctrl(Key::I)), "Save what was drawn beside the plays; no play is changed";
    CallIt, Present, "Call it", Some(key(Key::C)), "Before it is run: how many yards in each channel? The room guesses";
    ChangeMinds, Present, "What would change your mind", Some(key(Key::A)), "Assumptions and strengths in large type: switch them, and the result moves";
    WriteDecision, Present, "Write down a decision", Some(key(Key::D)), "What the room decides, for the record";
    WriteArgument, Present, "Write down an argument", Some(shift(Key::D)), "What somebody said, for the record";
    NameGroups, Present, "Name the groups", Some(shift(Key::G)), "Up to six groups that guess and call for themselves";
    KeepRecord, Present, "Keep the record", Some(key(Key::R)), "Save what was guessed, switched, argued and decided as a file of its own";
    GiveTime, Present, "Timer", Some(key(Key::T)), "Give the room some minutes, or stop that";
    Notes, Present, "Notes below the field", Some(key(Key::N)), "The presenter's notes on this screen too, for those with one display";
    SecondWindow, Present, "Presenter's window", Some(shift(Key::N)), "A second window with notes, the next step and a clock, or not";
    SwapDisplays, Present, "Swap displays", Some(shift(Key::F11)), "The wall to the other display, and the presenter's window to this one";
    Inspect, Present, "Reasons over the field", Some(key(Key::Tab)), "Explain and change what is on the field; Esc returns to the step";
    EndPresenting, Present, "End", Some(key(Key::Escape)), "Close what is open, else leave: back to where it was begun";

    Save, Files, "Save", Some(ctrl(Key::S)), "Save every file that was changed";
    SaveAs, Files, "Save as", Some(ctrl_shift(Key::S)), "Save what is on the field under another name";
    NewPlay, Files, "New play", Some(ctrl(Key::N)), "Start a play: by a few questions, from a template, or as a copy";
    NewPlan, Files, "New plan", None, "Start a plan of the plays compared, or of the one on the field";
    NewModel, Files, "New operating model", None, "Start a field of your own as a copy of this one";
    OpenFile, Files, "Open a file", Some(ctrl(Key::O)), "Choose a play, a plan or an operating model";
    OpenFolder, Files, "Open a playbook folder", Some(ctrl_shift(Key::O)), "Choose a folder of plays";
    OpenPath, Files, "Open a path", Some(ctrl(Key::L)), "Type the path of a file or folder";
    OpenBuiltIn, Files, "Open the built-in playbook", None, "The plays that come with the program";
    Reload, Files, "Read the files again", Some(ctrl(Key::R)), "Read everything that is open once more";
    NextPlay, Files, "Next play", Some(key(Key::ArrowDown)), "The next play of the list";
    PreviousPlay, Files, "Previous play", Some(key(Key::ArrowUp)), "The play before in the list";
    FindPlay, Files, "Find a play", Some(ctrl(Key::F)), "Search the list of plays";
    NextProblem, Files, "Next problem", Some(key(Key::F8)), "Show the next problem in its file";
    FixProblem, Files, "Fix it", Some(ctrl(Key::Period)), "Make the change that the problem shown offers";

    Palette, Window, "All commands", Some(ctrl(Key::K)), "Find any command by its name";
    Help, Window, "All keys", Some(key(Key::Questionmark)), "Show every key";
    TogglePlaybook, Window, "Playbook", Some(key(Key::P)), "Show or fold the list of plays";
    ToggleInspector, Window, "Reasons", Some(key(Key::I)), "Show or fold the explanation";
    NextTheme, Window, "Night, paper or contrast", Some(key(Key::T)), "Change the colours";
    ReducedMotion, Window, "Reduced motion", Some(key(Key::M)), "Each part of the play as a still";
    Larger, Window, "Larger text", Some(ctrl(Key::Plus)), "Text and controls larger, up to double";
    Smaller, Window, "Smaller text", Some(ctrl(Key::Minus)), "Text and controls smaller, down to 80 %";
    NormalSize, Window, "Normal text", Some(ctrl(Key::Num0)), "Text and controls as designed";
    FullScreen, Window, "Full screen", Some(key(Key::F11)), "Fill the screen, or not";
    Quit, Window, "Quit", Some(ctrl(Key::Q)), "Close the program";
}

impl Command {
    /// Whether it would do anything now.
    #[must_use]
    pub fn enabled(self, session: &Session) -> bool {
        if let Some(presenting) = &session.presenting {
            return self.is_for_presenting() && self.enabled_presenting(presenting);
        }
        if self.group() == Group::Present && self != Self::Present {
            return false;
        }
        let modelling = session.screen == Screen::Model;
        match self {
            Self::Present => session.shown().is_some() || (!modelling && session.comparison.sides.len() > 1),
            Self::PlayPause
            | Self::StepForward
            | Self::StepBack
            | Self::NextPhase
            | Self::PreviousPhase
            | Self::ToStart
            | Self::ToEnd
            | Self::FitAction => session.duration_secs() > 0.0,
            Self::NextSubject
            | Self::ExplainPlay
            | Self::Argue
            | Self::NextCall
            | Self::ChangeModel
            | Self::WhatIfMode
            | Self::PickEveryone
            | Self::SaveAs => modelling && session.shown().is_some(),
            Self::CompareThis => session.shown().is_some(),
            Self::Overlay | Self::NextSide => !modelling && session.comparison.sides.len() > 1,
            Self::RunOnce | Self::RunFour | Self::RunTen | Self::RunFifty => {
                modelling && session.shown().is_some_and(|shown| shown.plan.is_none())
            }
            Self::ChangeIt => modelling && session.shown().is_some() && session.selected.is_some(),
            Self::AddDefender | Self::AddPlayer | Self::AddAssumption => {
                modelling && session.shown().is_some_and(|shown| shown.stale.is_none())
            }
            Self::NextDown => session.down().is_some_and(|(at, count)| at + 1 < count),
            Self::PreviousDown => session.down().is_some_and(|(at, _)| at > 0),
            Self::KeepWhatIf | Self::CompareWhatIf => modelling && session.is_what_if(),
            Self::ResetWhatIf => session.is_what_if(),
            Self::OpenBuiltIn => session.opened().is_some(),
            Self::NudgeForward
            | Self::NudgeBack
            | Self::NudgeUp
            | Self::NudgeDown
            | Self::Duplicate
            | Self::Mirror
            | Self::MirrorChannels => modelling && !session.picked_or_selected().is_empty(),
            Self::Remove => modelling && session.can_remove(),
            Self::GiveBall | Self::Straighten => modelling && session.is_offense_selected(),
            Self::Source => modelling && (session.shown().is_some() || session.panels.source.is_some()),
            Self::Save => session.drafts.unsaved().next().is_some(),
            Self::Undo => session.can_undo(),
            Self::Redo => session.drafts.last_undone().is_some(),
            Self::NextPlay | Self::PreviousPlay => modelling && session.listed().nth(1).is_some(),
            Self::NextProblem => session.problems().next().is_some(),
            Self::FixProblem => session.problem_shown().is_some_and(|problem| problem.fix.is_some()),
            Self::FindPlay => session.panels.playbook,
            _ => true,
        }
    }

    /// Whether it is there while something is presented: what is for that, and what is for any window.
    #[must_use]
    pub fn is_for_presenting(self) -> bool {
        let anywhere = matches!(
            self,
            Self::Save
                | Self::Help
                | Self::ReducedMotion
                | Self::NextTheme
                | Self::Larger
                | Self::Smaller
                | Self::NormalSize
                | Self::FullScreen
                | Self::Quit
        );
        anywhere || (self.group() == Group::Present && self != Self::Present)
    }

    fn enabled_presenting(self, presenting: &Presenting) -> bool {
        match self {
            Self::CallIt | Self::ChangeMinds | Self::Inspect => presenting.act().is_some(),
            Self::SwapDisplays => presenting.second.stands && presenting.second.displays > 1,
            Self::KeepInk => presenting.ink.is_unsaved() && !presenting.ink.is_empty(),
            Self::KeepRecord => presenting.room.has_said_something(),
            _ => true,
        }
    }

    /// Its other keys while something is presented: those that clickers send, and those that are free only there.
    #[must_use]
    pub const fn other_keys(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::NextStep => const { &[key(Key::ArrowRight), key(Key::PageDown), key(Key::Enter)] },
            Self::StepBefore => const { &[key(Key::PageUp), key(Key::Backspace)] },
            Self::Blacken => const { &[key(Key::Period)] },
            Self::NextTheme => const { &[shift(Key::T)] },
            _ => &[],
        }
    }

    /// Whether its key does something of its own where text is typed.
    #[must_use]
    pub const fn is_for_text(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::PickEveryone
                | Self::Duplicate
                | Self::NextDown
                | Self::PreviousDown
        )
    }

    /// Its key as it is shown: `Ctrl+K`.
    #[must_use]
    pub fn key_label(self) -> Option<String> {
        self.shortcut().map(Self::written)
    }

    /// A key as it is written: `Ctrl+K`.
    #[must_use]
    pub fn written(shortcut: KeyboardShortcut) -> String {
        let mut label = String::new();
        if shortcut.modifiers.command {
            label.push_str(if cfg!(target_os = "macos") { "Cmd+" } else { "Ctrl+" });
        }
        if shortcut.modifiers.alt {
            label.push_str("Alt+");
        }
        if shortcut.modifiers.shift {
            label.push_str("Shift+");
        }
        label.push_str(match shortcut.logical_key {
            Key::ArrowLeft => "Left",
            Key::ArrowRight => "Right",
            Key::ArrowUp => "Up",
            Key::ArrowDown => "Down",
            Key::PageUp => "Page up",
            Key::PageDown => "Page down",
            Key::Escape => "Esc",
            key => key.symbol_or_name(),
        });
        label
    }

    /// What its control says when pointed at: what it does, and its key.
    #[must_use]
    pub fn tooltip(self) -> String {
        match self.key_label() {
            Some(key) => format!("{} ({key})", self.hint()),
            None => self.hint().to_owned(),
        }
    }
}

impl Seen {
    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Chalkboard => Self::Broadcast,
            Self::Broadcast => Self::Chalkboard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{COMMANDS, Command, Group};

    fn is_for_modelling(command: Command) -> bool {
        command.group() != Group::Present || command == Command::Present
    }

    #[test]
    fn no_two_commands_share_a_key_or_a_name() {
        for (index, command) in COMMANDS.iter().enumerate() {
            for other in &COMMANDS[index + 1..] {
                assert_ne!(command.label(), other.label());
                // Keys mean something else while something is presented: none is meant twice at the same time.
                let presenting = command.is_for_presenting() && other.is_for_presenting();
                let modelling = [command, other].iter().all(|each| is_for_modelling(**each));
                if !presenting && !modelling {
                    continue;
                }
                let keys = |command: &Command| {
                    let own = command.shortcut().filter(|_| !presenting || *command != Command::NextTheme);
                    let more = if presenting { command.other_keys() } else { &[] };
                    own.into_iter().chain(more.iter().copied()).collect::<Vec<_>>()
                };
                let (a, b) = (keys(command), keys(other));
                assert!(a.iter().all(|key| !b.contains(key)), "{command:?} and {other:?}");
            }
        }
    }

    #[test]
    fn every_command_says_what_it_does_in_plain_words() {
        for command in COMMANDS {
            assert!(!command.label().is_empty() && !command.hint().is_empty());
            assert!(!command.tooltip().contains('!'), "{command:?}");
        }
    }
}
