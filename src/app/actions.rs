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
use super::words::say;
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
    ($($name:ident, $group:ident, $words:literal, $key:expr;)*) => {
        /// An action without data: what keys, palette and help list. Its words are those of that name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = concat!("`", $words, "`")] $name,)*
        }

        /// Every command, in the order help shows them.
        pub const COMMANDS: &[Command] = &[$(Command::$name,)*];

        impl Command {
            /// What it is called.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => say!($words),)* }
            }

            /// What it does, in a sentence.
            #[must_use]
            pub fn hint(self) -> &'static str {
                match self { $(Self::$name => say!(concat!($words, ".hint")),)* }
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
    pub fn label(self) -> &'static str {
        match self {
            Self::Run => say!("group-run"),
            Self::Look => say!("group-look"),
            Self::Change => say!("group-change"),
            Self::Compare => say!("group-compare"),
            Self::Present => say!("group-present"),
            Self::Files => say!("group-files"),
            Self::Window => say!("group-window"),
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
    PlayPause, Run, "command-play-pause", Some(key(Key::Space));
    StepForward, Run, "command-step-forward", Some(key(Key::ArrowRight));
    StepBack, Run, "command-step-back", Some(key(Key::ArrowLeft));
    NextPhase, Run, "command-next-phase", Some(key(Key::PageDown));
    PreviousPhase, Run, "command-previous-phase", Some(key(Key::PageUp));
    ToStart, Run, "command-to-start", Some(key(Key::Home));
    ToEnd, Run, "command-to-end", Some(key(Key::End));
    NextDown, Run, "command-next-down", Some(ctrl(Key::ArrowRight));
    PreviousDown, Run, "command-previous-down", Some(ctrl(Key::ArrowLeft));
    Faster, Run, "command-faster", Some(key(Key::Period));
    Slower, Run, "command-slower", Some(key(Key::Comma));
    Loop, Run, "command-loop", Some(key(Key::L));
    RunOnce, Run, "command-run-once", Some(key(Key::Num1));
    RunFour, Run, "command-run-four", Some(key(Key::Num2));
    RunTen, Run, "command-run-ten", Some(key(Key::Num3));
    RunFifty, Run, "command-run-fifty", Some(key(Key::Num4));
    ResetWhatIf, Run, "command-reset-what-if", Some(key(Key::R));

    WhatIfMode, Run, "command-what-if-mode", Some(key(Key::V));
    KeepWhatIf, Run, "command-keep-what-if", Some(key(Key::K));

    FitAction, Look, "command-fit-action", Some(key(Key::F));
    WholeField, Look, "command-whole-field", Some(key(Key::W));
    ZoomIn, Look, "command-zoom-in", Some(key(Key::Plus));
    ZoomOut, Look, "command-zoom-out", Some(key(Key::Minus));
    PanLeft, Look, "command-pan-left", Some(key(Key::OpenBracket));
    PanRight, Look, "command-pan-right", Some(key(Key::CloseBracket));
    Broadcast, Look, "command-broadcast", Some(key(Key::B));
    NextSubject, Look, "command-next-subject", Some(key(Key::N));
    Deselect, Look, "command-deselect", Some(key(Key::Escape));
    ExplainPlay, Look, "command-explain-play", Some(key(Key::E));
    Argue, Look, "command-argue", Some(key(Key::A));
    NextCall, Look, "command-next-call", Some(key(Key::X));

    ChangeIt, Change, "command-change-it", Some(key(Key::Enter));
    ChangeModel, Change, "command-change-model", None;
    AddDefender, Change, "command-add-defender", Some(key(Key::D));
    AddPlayer, Change, "command-add-player", Some(shift(Key::D));
    AddAssumption, Change, "command-add-assumption", None;
    NudgeForward, Change, "command-nudge-forward", Some(alt(Key::ArrowRight));
    NudgeBack, Change, "command-nudge-back", Some(alt(Key::ArrowLeft));
    NudgeUp, Change, "command-nudge-up", Some(alt(Key::ArrowUp));
    NudgeDown, Change, "command-nudge-down", Some(alt(Key::ArrowDown));
    PickEveryone, Change, "command-pick-everyone", Some(ctrl(Key::A));
    Duplicate, Change, "command-duplicate", Some(ctrl(Key::D));
    Mirror, Change, "command-mirror", Some(ctrl(Key::M));
    MirrorChannels, Change, "command-mirror-channels", Some(ctrl_shift(Key::M));
    Remove, Change, "command-remove", Some(key(Key::Delete));
    GiveBall, Change, "command-give-ball", None;
    Straighten, Change, "command-straighten", None;
    Undo, Change, "command-undo", Some(ctrl(Key::Z));
    Redo, Change, "command-redo", Some(ctrl_shift(Key::Z));

    Source, Change, "command-source", Some(key(Key::S));
    History, Change, "command-history", Some(key(Key::H));

    ToggleCompare, Compare, "command-toggle-compare", Some(key(Key::C));
    CompareThis, Compare, "command-compare-this", Some(shift(Key::C));
    CompareWhatIf, Compare, "command-compare-what-if", Some(shift(Key::V));
    Overlay, Compare, "command-overlay", Some(key(Key::O));
    NextSide, Compare, "command-next-side", Some(shift(Key::N));

    Present, Present, "command-present", Some(key(Key::F5));
    NextStep, Present, "command-next-step", Some(key(Key::Space));
    StepBefore, Present, "command-step-before", Some(key(Key::ArrowLeft));
    FirstStep, Present, "command-first-step", Some(key(Key::Home));
    LastStep, Present, "command-last-step", Some(key(Key::End));
    StepAgain, Present, "command-step-again", Some(key(Key::S));
    GoToStep, Present, "command-go-to-step", Some(key(Key::G));
    AllSteps, Present, "command-all-steps", Some(key(Key::O));
    Blacken, Present, "command-blacken", Some(key(Key::B));
    Whiten, Present, "command-whiten", Some(key(Key::W));
    Light, Present, "command-light", Some(key(Key::L));
    Pen, Present, "command-pen", Some(key(Key::P));
    Eraser, Present, "command-eraser", Some(key(Key::X));
    ClearInk, Present, "command-clear-ink", Some(key(Key::E));
    UndoInk, Present, "command-undo-ink", Some(ctrl(Key::Z));
    RedoInk, Present, "command-redo-ink", Some(ctrl_shift(Key::Z));
    KeepInk, Present, "command-keep-ink", Some(ctrl(Key::I));
    CallIt, Present, "command-call-it", Some(key(Key::C));
    ChangeMinds, Present, "command-change-minds", Some(key(Key::A));
    WriteDecision, Present, "command-write-decision", Some(key(Key::D));
    WriteArgument, Present, "command-write-argument", Some(shift(Key::D));
    NameGroups, Present, "command-name-groups", Some(shift(Key::G));
    KeepRecord, Present, "command-keep-record", Some(key(Key::R));
    GiveTime, Present, "command-give-time", Some(key(Key::T));
    Notes, Present, "command-notes", Some(key(Key::N));
    SecondWindow, Present, "command-second-window", Some(shift(Key::N));
    SwapDisplays, Present, "command-swap-displays", Some(shift(Key::F11));
    Inspect, Present, "command-inspect", Some(key(Key::Tab));
    EndPresenting, Present, "command-end-presenting", Some(key(Key::Escape));

    Save, Files, "command-save", Some(ctrl(Key::S));
    SaveAs, Files, "command-save-as", Some(ctrl_shift(Key::S));
    NewPlay, Files, "command-new-play", Some(ctrl(Key::N));
    NewPlan, Files, "command-new-plan", None;
    NewModel, Files, "command-new-model", None;
    OpenFile, Files, "command-open-file", Some(ctrl(Key::O));
    OpenFolder, Files, "command-open-folder", Some(ctrl_shift(Key::O));
    OpenPath, Files, "command-open-path", Some(ctrl(Key::L));
    OpenBuiltIn, Files, "command-open-built-in", None;
    Reload, Files, "command-reload", Some(ctrl(Key::R));
    NextPlay, Files, "command-next-play", Some(key(Key::ArrowDown));
    PreviousPlay, Files, "command-previous-play", Some(key(Key::ArrowUp));
    FindPlay, Files, "command-find-play", Some(ctrl(Key::F));
    NextProblem, Files, "command-next-problem", Some(key(Key::F8));
    FixProblem, Files, "command-fix-problem", Some(ctrl(Key::Period));

    Palette, Window, "command-palette", Some(ctrl(Key::K));
    Help, Window, "command-help", Some(key(Key::Questionmark));
    TogglePlaybook, Window, "command-toggle-playbook", Some(key(Key::P));
    ToggleInspector, Window, "command-toggle-inspector", Some(key(Key::I));
    NextTheme, Window, "command-next-theme", Some(key(Key::T));
    NextLanguage, Window, "command-next-language", None;
    ReducedMotion, Window, "command-reduced-motion", Some(key(Key::M));
    Larger, Window, "command-larger", Some(ctrl(Key::Plus));
    Smaller, Window, "command-smaller", Some(ctrl(Key::Minus));
    NormalSize, Window, "command-normal-size", Some(ctrl(Key::Num0));
    FullScreen, Window, "command-full-screen", Some(key(Key::F11));
    Quit, Window, "command-quit", Some(ctrl(Key::Q));
}

impl Command {
    /// Whether it would do anything now.
    #[must_use]
    pub fn enabled(self, session: &Session) -> bool {
        if let Some(presenting) = &session.presenting {
            return self.is_for_presenting() && self.enabled_presenting(presenting);
        }
        if !self.is_for_modelling() {
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

    /// Whether it is there while nothing is presented.
    #[must_use]
    pub fn is_for_modelling(self) -> bool {
        self.group() != Group::Present || self == Self::Present
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
            label.push_str(if cfg!(target_os = "macos") { say!("key-command") } else { say!("key-control") });
            label.push('+');
        }
        if shortcut.modifiers.alt {
            label.push_str(say!("key-alt"));
            label.push('+');
        }
        if shortcut.modifiers.shift {
            label.push_str(say!("key-shift"));
            label.push('+');
        }
        label.push_str(match shortcut.logical_key {
            Key::ArrowLeft => say!("key-left"),
            Key::ArrowRight => say!("key-right"),
            Key::ArrowUp => say!("key-up"),
            Key::ArrowDown => say!("key-down"),
            Key::PageUp => say!("key-page-up"),
            Key::PageDown => say!("key-page-down"),
            Key::Escape => say!("key-escape"),
            Key::Space => say!("key-space"),
            Key::Enter => say!("key-enter"),
            Key::Home => say!("key-home"),
            Key::End => say!("key-end"),
            Key::Delete => say!("key-delete"),
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
    use super::{COMMANDS, Command};

    #[test]
    fn no_two_commands_share_a_key_or_a_name() {
        for (index, command) in COMMANDS.iter().enumerate() {
            for other in &COMMANDS[index + 1..] {
                assert_ne!(command.label(), other.label());
                // Keys mean something else while something is presented: none is meant twice at the same time.
                let presenting = command.is_for_presenting() && other.is_for_presenting();
                let modelling = command.is_for_modelling() && other.is_for_modelling();
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
