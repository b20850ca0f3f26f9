//! What is open and what is on the field: the one state that panels read and [`apply`](mod@super::apply) changes.
//!
//! The document is the file's text and its play, held by the [`Playbook`]; what-ifs, playback and the view are laid over
//! it and never written back. Nothing here knows windows or drawing.

mod changing;
mod channels;
mod clock;
mod comparing;
mod editing;
mod fixing;
mod hand;
mod imagining;
mod owning;
mod panels;
mod picked;
pub mod presenting;
mod questions;
mod renaming;
mod saving;
mod starting;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::prelude::Resource;

use super::comparison::Comparison;
use super::desk::{Desk, Topic};
use super::lens::{Lens, WHOLE_FIELD, Window};
use super::playback::Playback;
use super::settings::Settings;
use super::shelf::{Row, Shelf};
use super::shown::{Script, Shown, Stale};
use crate::app::words::say;
use crate::drafts::{Drafts, Overlay};
use crate::keeping::Rescue;
use crate::model::{PlayerId, Subject};
use crate::play_file::{Entry, Files, Playbook, Problem, Severity, Unpacked};
use crate::rules::Weighing;

pub use changing::{Adding, Changing, New};
pub use channels::Without;
pub use editing::{Edit, Of, Reread};
pub use hand::{Grabbed, Hand, NUDGE};
use imagining::Imagined;
pub use panels::{About, Panels};
pub use presenting::{PresentStep, Presenting};
pub use saving::{Asking, Decided};
pub use starting::{ChannelAnswer, LATEST_START_YARDS, MOST_TIMES, NewFile, Starting, Template, Way};

/// Where every channel starts unless somebody says otherwise, in yards.
pub const START_YARDS: f64 = 20.0;
/// The play that explains the rest: it is on the field first where a playbook has it.
pub(super) const FIRST_PLAY: &str = "exemplar";
/// How long the whole field stands before the view moves in, in seconds.
const WHOLE_FIELD_SECS: f64 = 1.4;

/// What the window is for at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// One play or plan on the field.
    #[default]
    Model,
    /// Several side by side.
    Compare,
}

/// Everything open.
#[derive(Resource, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing by itself that is on or not")]
pub struct Session {
    /// What can be put on the field.
    pub playbook: Arc<Playbook>,
    /// What is remembered between starts.
    pub settings: Settings,
    /// Where the play stands in time.
    pub playback: Playback,
    /// What the window is for.
    pub screen: Screen,
    /// What is compared.
    pub comparison: Comparison,
    /// What is presented, while it is.
    pub presenting: Option<Presenting>,
    /// Whether a presentation stays in the window and does not fill the screen.
    pub presents_in_window: bool,
    /// What was presented last: what the room said and what was drawn is kept until the program is closed.
    presented: Option<Box<Presenting>>,
    /// Whether changes were what-ifs before the presentation.
    presented_what_if: bool,
    /// What is worked out away from the window.
    pub desk: Desk,
    /// How much it counts, when plays are ranked, that less is out on its own: 0 to 1.
    pub weighing: f64,
    /// What the window shows of the field.
    pub lens: Lens,
    /// What is explained.
    pub selected: Option<Subject>,
    /// Whether changes of the play are what-ifs, and its file stays as it is.
    pub what_if_mode: bool,
    /// The play's text with what-ifs.
    pub(super) imagined: Option<Imagined>,
    /// The players picked together, to be moved, copied or removed.
    pub picked: Vec<PlayerId>,
    /// What is held in the hand.
    pub hand: Option<Hand>,
    /// Whether players are being put in their places: the field says then what comes of it.
    pub arranging: bool,
    /// What the pointer is over.
    pub hovered: Option<Subject>,
    /// Which panels are open.
    pub panels: Panels,
    /// A sentence about the last thing that went wrong.
    pub notice: Option<String>,
    /// A sentence about the last thing that was done, where its result cannot be seen.
    pub news: Option<String>,
    /// The texts that are being changed.
    pub drafts: Drafts,
    /// The folder for plays of the user's own, where what is built in is open.
    pub own_folder: Option<PathBuf>,
    /// Copies of what is built in, by their stems, with what they were made of.
    copies: Vec<(Arc<str>, Arc<str>)>,
    gestures: u64,
    /// The file that was asked for and cannot be run, by its stem.
    wanted: Option<String>,
    /// Where fronts started before they were moved by hand, and the revision of the texts at that moment.
    fronts_before: Option<(u64, Vec<f64>)>,
    /// Files whose large texts wait to be read.
    unread: BTreeSet<PathBuf>,
    /// Work of an earlier run that nobody has decided about.
    pub found: Vec<Rescue>,
    /// Work of an earlier run that was taken up or thrown away, until that is noted.
    pub settled: Vec<Rescue>,
    /// Answers about something new that were left for later.
    aside: Option<Starting>,
    opened: Option<PathBuf>,
    shown: Option<Shown>,
    shelf: Shelf,
}

impl Session {
    /// The built-in playbook with its first play on the field, or the play remembered.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let panels = Panels {
            playbook: settings.playbook_open,
            inspector: true,
            about: About::Why,
            help: false,
            palette: None,
            path: None,
            search: String::new(),
            focus_search: false,
            tag: None,
            problem: None,
            starting: None,
            change: Changing::default(),
            asking: None,
            source: None,
            history: false,
        };
        let mut session = Self {
            playbook: Arc::new(Playbook::built_in().clone()),
            playback: Playback::default(),
            screen: Screen::Model,
            comparison: Comparison::default(),
            presenting: None,
            presents_in_window: false,
            presented: None,
            presented_what_if: false,
            desk: Desk::default(),
            weighing: Weighing::default().exposure,
            lens: Lens { seen: settings.seen, ..Lens::default() },
            selected: None,
            what_if_mode: false,
            imagined: None,
            picked: Vec::new(),
            hand: None,
            arranging: false,
            hovered: None,
            panels,
            notice: None,
            news: None,
            drafts: Drafts::default(),
            own_folder: None,
            copies: Vec::new(),
            gestures: 0,
            wanted: None,
            fronts_before: None,
            unread: BTreeSet::new(),
            found: Vec::new(),
            settled: Vec::new(),
            aside: None,
            opened: None,
            shown: None,
            shelf: Shelf::of(Playbook::built_in()),
            settings,
        };
        session.show_first();
        session
    }

    /// The file or folder that is open; nothing for the built-in playbook.
    #[must_use]
    pub fn opened(&self) -> Option<&Path> {
        self.opened.as_deref()
    }

    /// The file that was asked for and cannot be run as long as it has errors, by its stem.
    #[must_use]
    pub fn wanted(&self) -> Option<&str> {
        self.wanted.as_deref()
    }

    /// What is to be watched for changes: what is open, or the user's own folder.
    #[must_use]
    pub fn watched(&self) -> Option<PathBuf> {
        self.opened.clone().or_else(|| self.own_folder.clone())
    }

    /// The play on the field.
    #[must_use]
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The play on the field, to lay a what-if over; what depends on it is run anew.
    pub fn change_shown(&mut self, change: impl FnOnce(&mut Shown)) {
        let Some(shown) = &mut self.shown else { return };
        let at_end = self.playback.time_secs >= shown.timeline.duration_secs();
        change(shown);
        shown.rerun();
        self.desk.drop(Topic::Matters);
        self.desk.drop(Topic::NextCall);
        let duration_secs = shown.timeline.duration_secs();
        if at_end || self.playback.time_secs > duration_secs {
            self.playback.time_secs = duration_secs;
        }
    }

    /// Whether the field shows something else than the file says.
    #[must_use]
    pub fn is_what_if(&self) -> bool {
        self.shown.as_ref().is_some_and(Shown::is_what_if)
    }

    /// Opens a file or a folder. Whatever goes wrong, what was open stays open.
    ///
    /// # Errors
    /// A sentence if the path cannot be read, or holds nothing that can be shown.
    pub fn open(&mut self, path: &Path, files: &dyn Files) -> Result<(), String> {
        // However it is written, a file has one name here: unsaved texts are found by it.
        let path = &std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let files = &Overlay { files: &Unpacked::new(files), drafts: &self.drafts };
        let playbook = self
            .read_at(path, files)
            .map_err(|error| say!("opening-refused", path = path.display(), error = error))?;
        let wanted = if files.is_file(path) {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            Some(stem)
        } else {
            None
        };
        self.notice = None;
        self.comparison.clear();
        self.put_up(playbook);
        self.opened = Some(path.to_owned());
        self.settings.playbook = Some(path.to_owned());
        self.panels.search.clear();
        self.panels.tag = None;
        self.wanted = None;
        let is_show = self.shows().any(|(show, _)| Some(show) == wanted.as_deref());
        if is_show && self.show_first_of(wanted.as_deref().unwrap_or_default()) {
            self.news = Some(say!("opening-show").to_owned());
        } else if let Some(stem) = wanted {
            if !self.show(&stem) {
                self.shown = None;
                let first = self.problems().position(|problem| problem.severity() == Severity::Error);
                self.panels.problem = first;
                if first.is_none() {
                    self.notice = Some(say!("opening-nothing", path = path.display()));
                }
                self.wanted = first.map(|_| stem);
            }
        } else {
            self.show_first();
        }
        if self.shown.is_none() && self.notice.is_none() && self.playbook.entries.is_empty() {
            self.notice = Some(say!("opening-no-files", path = path.display()));
        }
        Ok(())
    }

    /// Goes back to the plays that come with the program.
    pub fn open_built_in(&mut self, files: &dyn Files) {
        self.comparison.clear();
        let playbook = self.read_built_in(files);
        self.put_up(playbook);
        self.opened = None;
        self.settings.playbook = None;
        self.notice = None;
        self.show_first();
    }

    /// What comes with the program, and the user's own folder laid over it.
    fn read_built_in(&self, files: &dyn Files) -> Playbook {
        match &self.own_folder {
            Some(own) => Playbook::built_in_with(&Overlay { files, drafts: &self.drafts }, own),
            None => Playbook::built_in().clone(),
        }
    }

    /// What is at a path; over files in a web page, which stay as they are, lies the user's own folder.
    fn read_at(&self, path: &Path, files: &dyn Files) -> std::io::Result<Playbook> {
        match &self.own_folder {
            Some(own) if files.is_packed(path) => Playbook::open_packed_with(files, path, own),
            _ => Playbook::open(files, path),
        }
    }

    /// Reads what is open once more. A play that now has errors stays on the field as it was; a text with unsaved changes
    /// stays too, and what became of its file is kept for whoever decides.
    pub fn reload(&mut self, files: &dyn Files) {
        self.meet_files(files);
        let Some(path) = self.opened.clone() else {
            let playbook = self.read_built_in(files);
            self.take(playbook);
            return;
        };
        match self.read_at(&path, &Overlay { files: &Unpacked::new(files), drafts: &self.drafts }) {
            Ok(playbook) => {
                self.notice = None;
                self.take(playbook);
            }
            Err(error) => {
                self.notice = Some(say!("opening-unreadable-now", path = path.display(), error = error));
                if let Some(shown) = &mut self.shown {
                    shown.stale = Some(Stale::Gone);
                }
            }
        }
    }

    fn put_up(&mut self, playbook: Playbook) {
        if let Some(file) = playbook.unreadable.first() {
            self.notice = Some(say!("opening-unreadable", path = file.path.display(), error = file.error));
        }
        self.shelf.update(&playbook);
        self.playbook = Arc::new(playbook);
        self.playbook_is_new();
    }

    /// What is made of the playbook's files besides what is on the field is made anew.
    fn playbook_is_new(&mut self) {
        let mut comparison = std::mem::take(&mut self.comparison);
        comparison.update(|stem| self.script(stem));
        self.comparison = comparison;
        self.comparison_changed();
        self.desk.drop(Topic::Matters);
        self.desk.drop(Topic::NextCall);
    }

    fn take(&mut self, playbook: Playbook) {
        self.put_up(playbook);
        self.panels.problem = None;
        self.follow();
    }

    /// Brings what is on the field up to what was read.
    fn follow(&mut self) {
        if self.presenting.is_some() {
            self.renew_rundown();
            return;
        }
        let Some(stem) = self.shown.as_ref().map(|shown| shown.stem.clone()) else {
            // What was asked for is waited for, not something else shown in its place.
            match self.wanted.clone() {
                Some(stem) => drop(self.show(&stem)),
                None => self.show_first(),
            }
            return;
        };
        let script = self.script(&stem);
        let Some(shown) = &mut self.shown else { return };
        let Some(script) = script else {
            let is_there = self.playbook.entries.iter().any(|entry| entry.stem == shown.stem);
            shown.stale = Some(if is_there { Stale::Broken } else { Stale::Gone });
            return;
        };
        shown.stale = None;
        if shown.says(&script) {
            return;
        }
        if self.imagined.take().is_some() {
            self.news = Some(say!("opening-laid-over-gone").to_owned());
        }
        let at_end = self.playback.time_secs >= shown.timeline.duration_secs();
        if !shown.update(script) {
            shown.stale = Some(Stale::Broken);
        }
        let duration_secs = shown.timeline.duration_secs();
        if at_end || self.playback.time_secs > duration_secs {
            self.playback.time_secs = duration_secs;
        }
    }

    /// Puts a play on the field, or a plan at its first down; `false` if there is none of that name that can be run.
    pub fn show(&mut self, stem: &str) -> bool {
        let Some(script) = self.script(stem) else { return false };
        let Some(shown) = Shown::new(stem.into(), script) else { return false };
        self.settings.play = Some(stem.to_owned());
        self.shown = Some(shown);
        self.desk.drop(Topic::Matters);
        self.desk.drop(Topic::NextCall);
        self.selected = None;
        self.picked.clear();
        (self.imagined, self.what_if_mode, self.fronts_before) = (None, false, None);
        self.wanted = None;
        if self.panels.source.take().is_some() {
            self.toggle_source();
        }
        (self.hand, self.arranging) = (None, false);
        self.hovered = None;
        self.playback.time_secs = 0.0;
        self.playback.playing = !self.settings.reduced_motion;
        if self.settings.reduced_motion {
            self.playback.time_secs = self.duration_secs();
        }
        self.move_in();
        true
    }

    fn show_first(&mut self) {
        self.shown = None;
        let remembered = self.settings.play.clone();
        if remembered.is_some_and(|stem| self.show(&stem)) {
            return;
        }
        if self.show(FIRST_PLAY) {
            return;
        }
        let first = self.shelf.rows.iter().find(|row| row.is_good).map(|row| row.stem.clone());
        if let Some(stem) = first {
            self.show(&stem);
        }
    }

    /// The whole field first, then where the play is.
    fn move_in(&mut self) {
        let Some(frame) = self.shown.as_ref().map(|shown| shown.timeline.frame(f64::MAX)) else { return };
        self.lens.window = WHOLE_FIELD;
        self.lens.aim = Window::around(&frame);
        self.lens.hold_secs = WHOLE_FIELD_SECS;
    }

    /// What the file of that stem says is to be run.
    fn script(&self, stem: &str) -> Option<Script> {
        let entries = self.playbook.entries.iter().filter(|entry| &*entry.stem == stem);
        entries.into_iter().find_map(|entry| Script::of(&self.playbook, entry))
    }

    /// The list of plays, worked out when the playbook was read.
    #[must_use]
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The plays that fit what is searched for.
    pub fn listed(&self) -> impl Iterator<Item = &Row> {
        let words = self.panels.search.to_lowercase();
        self.shelf.rows.iter().filter(move |row| row.fits(&words, self.panels.tag.as_deref()))
    }

    /// Everything that is wrong with what is open: errors and warnings first, in the order of the files.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        let bad = |severity: Severity| {
            self.playbook.problems().filter(move |problem| problem.severity() == severity)
        };
        bad(Severity::Error).chain(bad(Severity::Warning))
    }

    /// The first problem of the file on the field, by its number among all.
    #[must_use]
    pub fn problem_of_shown(&self) -> Option<usize> {
        let stem = &self.shown.as_ref()?.stem;
        self.problems().position(|problem| self.entry_of(problem).is_some_and(|entry| entry.stem == *stem))
    }

    /// The file a problem is in.
    #[must_use]
    pub fn entry_of(&self, problem: &Problem) -> Option<&Entry> {
        self.playbook.entries.iter().find(|entry| entry.file == problem.file)
    }

    /// Everything on the field that can be explained, in reading order.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let play = &shown.lineup.play;
        let channels = shown.lineup.model.channels.iter().map(|channel| Subject::Channel(channel.id.clone()));
        let offense = play.offense.iter().map(|player| Subject::Player(player.id.clone()));
        let defense = play.defense.iter().map(|player| Subject::Player(player.id.clone()));
        let assumptions = play.assumptions.iter().map(|each| Subject::Assumption(each.id.clone()));
        std::iter::once(Subject::Play)
            .chain(channels)
            .chain(offense)
            .chain(defense)
            .chain(assumptions)
            .collect()
    }
}
