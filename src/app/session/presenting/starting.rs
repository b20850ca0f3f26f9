//! Beginning and ending a presentation.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use super::{Clock, InkBook, Left, Presenting, Second, Stylus, Tool};
use crate::app::session::{Screen, Session};
use crate::app::words::say;
use crate::model::Show;
use crate::play_file::{Document, DocumentKind, Severity};
use crate::show::{InPlaybook, Program, Room, Rundown};

/// Why nothing can be presented; as text, a sentence in the language spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PresentRefusal {
    /// There is nothing on the field and no show.
    Nothing,
    /// A show among other files.
    ShowAmongOthers(String),
    /// What was asked for is not there, or has errors.
    Unusable(String),
}

impl fmt::Display for PresentRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str(say!("present-nothing")),
            Self::ShowAmongOthers(stem) => f.write_str(&say!("present-show-among-others", stem = stem)),
            Self::Unusable(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for PresentRefusal {}

impl Session {
    /// The show of that stem.
    ///
    /// # Errors
    /// A sentence, if there is none or it has errors.
    pub(super) fn show_of(&self, stem: &str) -> Result<Arc<Show>, String> {
        let entries = self.playbook.entries.iter().filter(|entry| &*entry.stem == stem);
        let mut reason = say!("present-no-show", stem = stem);
        for entry in entries {
            match &entry.document {
                Some(Document::Show(show)) => return Ok(Arc::clone(show)),
                Some(_) => {}
                None => {
                    let error = entry.problems.iter().find(|problem| problem.severity() == Severity::Error);
                    if let Some(error) = error {
                        reason = say!(
                            "present-show-errors",
                            file = entry.file,
                            message = error.message,
                            line = error.start.line
                        );
                    }
                }
            }
        }
        Err(reason)
    }

    /// What these stems say is to be presented: a show, or plays and plans one after the other.
    ///
    /// # Errors
    /// If a show stands among other files, or a single show cannot be read.
    pub fn program_of(&self, stems: &[&str]) -> Result<Program, PresentRefusal> {
        let is_show = |stem: &str| self.shows().any(|(show, _)| show == stem);
        match stems {
            [] => Err(PresentRefusal::Nothing),
            [stem] if is_show(stem) => match self.show_of(stem) {
                Ok(show) => Ok(Program::Show((*stem).into(), show)),
                Err(reason) => Err(PresentRefusal::Unusable(reason)),
            },
            stems => match stems.iter().find(|stem| is_show(stem)) {
                Some(stem) => Err(PresentRefusal::ShowAmongOthers((*stem).to_owned())),
                None => Ok(Program::Files(stems.iter().map(|stem| Arc::from(*stem)).collect())),
            },
        }
    }

    /// The shows of the playbook: their stems, and what they say if they have no errors.
    pub fn shows(&self) -> impl Iterator<Item = (&str, Option<&Arc<Show>>)> {
        let shows = self.playbook.entries.iter().filter(|entry| entry.kind == Some(DocumentKind::Show));
        shows.map(|entry| match &entry.document {
            Some(Document::Show(show)) => (&*entry.stem, Some(show)),
            _ => (&*entry.stem, None),
        })
    }

    /// The show that was opened by its file, if one was.
    fn opened_show(&self) -> Option<String> {
        let entry = self.playbook.at(self.opened()?)?;
        (entry.kind == Some(DocumentKind::Show)).then(|| entry.stem.to_string())
    }

    /// Puts the first play or plan of a show on the field; whether there is one that can be run.
    pub(in crate::app::session) fn show_first_of(&mut self, stem: &str) -> bool {
        let Ok(show) = self.show_of(stem) else { return false };
        let named: Vec<String> =
            show.items.iter().flat_map(|item| item.named()).map(|id| id.as_str().to_owned()).collect();
        named.iter().any(|stem| self.show(stem))
    }

    /// Presents the show that was opened, else what is on the field, or those compared.
    pub fn present_shown(&mut self) {
        if let Some(show) = self.opened_show().filter(|_| self.screen == Screen::Model) {
            self.present_stems(&[&show]);
            return;
        }
        let stems: Vec<String> = match self.screen {
            Screen::Compare if self.comparison.sides.len() > 1 => {
                let files = self.comparison.sides.iter().filter(|side| !side.stem.contains('?'));
                files.map(|side| side.stem.to_string()).collect()
            }
            _ => self.shown.iter().map(|shown| shown.stem.to_string()).collect(),
        };
        let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
        self.present_stems(&stems);
    }

    /// Presents these files; what keeps that from being done is said.
    pub fn present_stems(&mut self, stems: &[&str]) {
        match self.program_of(stems) {
            Ok(program) => self.present(program),
            Err(refusal) => self.notice = Some(refusal.to_string()),
        }
    }

    /// Begins a presentation. The room of an earlier one with the same programme, and its ink, are still there.
    pub fn present(&mut self, program: Program) {
        if self.presenting.is_some() {
            return;
        }
        let earlier = self.presented.take().filter(|earlier| same_program(&earlier.program, &program));
        let (room, mut ink, clock, record) = match earlier {
            Some(earlier) => (earlier.room, earlier.ink, earlier.clock, earlier.record),
            None => (Room::default(), InkBook::default(), Clock::default(), None),
        };
        let rundown = Rundown::new(&program, &InPlaybook(&self.playbook), &room, None);
        if rundown.steps.is_empty() {
            self.notice = Some(PresentRefusal::Nothing.to_string());
            return;
        }
        if ink.is_empty()
            && let Some(kept) = self.ink_beside(&rundown.stem)
        {
            ink = kept;
        }
        let clock = Clock {
            target_secs: clock.target_secs.or(rundown.minutes.map(|minutes| minutes * 60.0)),
            ..clock
        };
        let left = Left {
            screen: self.screen,
            shown: self.shown.clone(),
            selected: self.selected.clone(),
            playback: self.playback,
            lens: self.lens,
            panels: self.panels.clone(),
        };
        // What was changed on the field stays with it.
        let aside: BTreeMap<_, _> = left
            .shown
            .iter()
            .filter(|shown| shown.is_what_if())
            .map(|shown| (Arc::clone(&shown.stem), shown.clone()))
            .collect();
        self.put_back();
        self.screen = Screen::Model;
        (self.notice, self.news) = (None, None);
        self.hovered = None;
        self.panels.help = false;
        self.panels.palette = None;
        self.panels.source = None;
        self.panels.problem = None;
        self.presented_what_if = self.what_if_mode;
        self.what_if_mode = true;
        self.presenting = Some(Presenting {
            program,
            rundown: Arc::new(rundown),
            at: 0,
            room,
            clock,
            veil: None,
            tool: Tool::Pointer,
            stylus: Stylus::default(),
            ink,
            light: None,
            overview: None,
            going: None,
            board: None,
            notes: false,
            inspector: false,
            keys: false,
            second: Second { wanted: self.settings.presenter_window, ..Second::default() },
            trouble: None,
            record,
            rest_secs: 0.0,
            aside,
            left,
        });
        self.go_to_step(0, true);
        self.lens.window = self.lens.aim;
    }

    /// Ends the presentation and goes back to where it was begun. What the room said and what was drawn is kept until the
    /// program is closed.
    pub fn leave_presenting(&mut self) {
        let Some(mut presenting) = self.presenting.take() else { return };
        let argued = self.shown.take().filter(crate::app::shown::Shown::is_what_if);
        if let Some(argued) = argued {
            presenting.aside.insert(Arc::clone(&argued.stem), argued);
        }
        let left = presenting.left.clone();
        self.screen = left.screen;
        self.shown = left.shown;
        self.selected = left.selected;
        self.playback = crate::app::playback::Playback { playing: false, ..left.playback };
        self.lens = left.lens;
        self.panels = left.panels;
        self.what_if_mode = self.presented_what_if;
        self.imagined = None;
        // Files may have changed meanwhile.
        self.presented = Some(Box::new(presenting));
        self.follow();
    }

    /// What was drawn over a show in an earlier session, if it was kept beside it.
    fn ink_beside(&self, stem: &str) -> Option<InkBook> {
        self.playbook.entries.iter().find_map(|entry| match &entry.document {
            Some(Document::Ink(ink)) if ink.of == stem => Some(InkBook::of(ink)),
            _ => None,
        })
    }

    /// The stem of a file that was opened to be presented.
    #[must_use]
    pub fn stem_at(&self, path: &Path) -> Option<String> {
        let entry = self.playbook.at(path);
        entry.map(|entry| entry.stem.to_string())
    }
}

/// Whether two programmes are of the same files.
fn same_program(a: &Program, b: &Program) -> bool {
    match (a, b) {
        (Program::Show(a, _), Program::Show(b, _)) => a == b,
        (Program::Files(a), Program::Files(b)) => a == b,
        _ => false,
    }
}
