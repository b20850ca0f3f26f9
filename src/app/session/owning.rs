//! Files of the user's own: where they go, copies of what is built in, and new ones.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Of, Session};
use crate::app::words::say;
use crate::play_file::DocumentKind;
use crate::play_file::edit::{Change, edit};
use crate::play_file::tree::{NodePath, Tree};

/// A file that a document is in, and whether it is one of the user's.
struct Home {
    path: PathBuf,
    built_in: bool,
}

impl Session {
    /// The file of the user's that a document behind the field is in, opened for changes. What is built in is copied
    /// first.
    ///
    /// # Errors
    /// A sentence, if there is no such document, it is not text, or there is no folder for a copy.
    pub fn own(&mut self, of: Of) -> Result<PathBuf, String> {
        let home = self.home_of(of)?;
        if !home.built_in {
            let entry = self.playbook.at(&home.path);
            let text = entry.map(|entry| Arc::clone(&entry.text)).ok_or(say!("owning-gone"))?;
            self.drafts.open(&home.path, &text);
            return Ok(home.path);
        }
        let top =
            if self.shown.as_ref().is_some_and(|shown| shown.plan.is_some()) { Of::Plan } else { Of::Play };
        if of != top {
            // What it is reached through comes along: only from the user's folder is the copy found.
            self.own(top)?;
            let home = self.home_of(of)?;
            if !home.built_in {
                return self.own(of);
            }
        }
        self.copy(of, of == top)
    }

    fn home_of(&self, of: Of) -> Result<Home, String> {
        let entry = self.entry_behind(of).ok_or(say!("owning-nothing"))?;
        if !entry.is_text() {
            return Err(say!("common-not-utf8", file = entry.file));
        }
        Ok(Home { path: entry.path.clone(), built_in: !entry.is_own() })
    }

    /// Where new files go: the folder that is open, or the user's own where what is open stays as it is.
    #[must_use]
    pub fn home(&self) -> Option<PathBuf> {
        match self.opened() {
            Some(_) if self.playbook.is_packed() => self.own_folder.clone(),
            Some(path) if self.playbook.is_folder() => Some(path.to_owned()),
            Some(path) => path.parent().map(Path::to_path_buf),
            None => self.own_folder.clone(),
        }
    }

    /// Copies a built-in document into the user's folder; under a name of its own where it stands by itself, under the
    /// same one where others name it.
    fn copy(&mut self, of: Of, by_itself: bool) -> Result<PathBuf, String> {
        let folder = self.home().ok_or(say!("common-no-folder"))?;
        let entry = self.entry_behind(of).ok_or(say!("owning-nothing"))?;
        let (was, text, kind) = (Arc::clone(&entry.stem), Arc::clone(&entry.text), entry.kind);
        let packed = entry.packed;
        let folder = match kind {
            Some(DocumentKind::OperatingModel) => folder.join("models"),
            Some(DocumentKind::GamePlan) if by_itself => folder.join("plans"),
            _ => folder,
        };
        let (stem, text) = if by_itself { self.copied(&was, &text) } else { (was.to_string(), text) };
        let path = folder.join(format!("{stem}.ron"));
        self.drafts.make(&say!("owning-copy", name = was), &path, &text);
        let was_path = self.entry_behind(of).map(|entry| entry.path.clone());
        if self.panels.source.is_some() && self.panels.source == was_path {
            self.panels.source = Some(path.clone());
        }
        if by_itself {
            self.copies.push((stem.clone().into(), was));
            self.settings.play = Some(stem.clone());
            if let Some(shown) = &mut self.shown {
                shown.stem = stem.into();
            }
        }
        self.look_again(std::slice::from_ref(&path));
        self.news = Some(if packed {
            say!("owning-copied-packed", path = path.display())
        } else {
            say!("owning-copied", path = path.display())
        });
        Ok(path)
    }

    /// A copy's stem and text: what counts as its tactic, and its title, tell it from what it is a copy of.
    fn copied(&self, was: &str, text: &Arc<str>) -> (String, Arc<str>) {
        let stem = self.free_stem(&format!("our-{was}"));
        let number = stem.rsplit_once('-').and_then(|(_, last)| last.parse::<u32>().ok());
        let suffix = number.map_or_else(
            || say!("owning-ours").to_owned(),
            |number| say!("owning-ours-number", number = number),
        );
        let tree = Tree::from_arc(Arc::clone(text));
        let field = |name: &str| tree.root().and_then(|root| root.field(name)?.as_str().map(String::from));
        let mut changes = Vec::new();
        let place = |name: &str| NodePath::root().field(name);
        if let Some(title) = field("title") {
            changes.push(Change::set(place("title"), format!("{title} ({suffix})")));
        }
        if field("tactic").is_some() {
            changes.push(Change::set(place("tactic"), stem.as_str()));
        }
        let text = edit(text, &changes).ok().and_then(|edit| edit.apply(text).ok());
        (stem, text.map_or_else(|| tree.text_arc(), Arc::from))
    }

    /// A stem that no file of the playbook and no draft has: `wanted`, or with a number behind it.
    #[must_use]
    pub fn free_stem(&self, wanted: &str) -> String {
        let taken = |stem: &str| {
            self.playbook.entries.iter().any(|entry| &*entry.stem == stem)
                || self.drafts.all().any(|(path, _)| path.file_stem().is_some_and(|own| own == stem))
        };
        let mut stem = wanted.to_owned();
        for number in 2.. {
            if !taken(&stem) {
                break;
            }
            stem = format!("{wanted}-{number}");
        }
        stem
    }

    /// Where a new file of the user's goes, if there is a folder for it.
    #[must_use]
    pub fn place_for(&self, kind: DocumentKind, stem: &str) -> Option<PathBuf> {
        let folder = self.home()?;
        let folder = match kind {
            DocumentKind::Play => folder,
            DocumentKind::GamePlan => folder.join("plans"),
            DocumentKind::OperatingModel => folder.join("models"),
            DocumentKind::Show => folder.join("shows"),
            DocumentKind::WorkshopRecord | DocumentKind::Ink => folder.join("records"),
        };
        Some(folder.join(format!("{stem}.ron")))
    }

    /// A new file of the user's, shown at once.
    ///
    /// # Errors
    /// A sentence, if there is no folder for it.
    pub fn make(&mut self, name: &str, stem: &str, kind: DocumentKind, text: &str) -> Result<(), String> {
        let stem = self.free_stem(stem);
        let path = self.place_for(kind, &stem);
        let path = path.ok_or(say!("common-no-folder"))?;
        let before = self.shown.as_ref().map(|shown| Arc::clone(&shown.stem));
        self.drafts.make(name, &path, &Arc::from(text));
        self.look_again(std::slice::from_ref(&path));
        if self.show(&stem)
            && let Some(before) = before
        {
            // Undone, what was on the field before is there again.
            self.copies.insert(0, (stem.into(), before));
        }
        self.news = Some(say!("owning-unsaved", path = path.display()));
        Ok(())
    }
}
