//! A web page made by `render` as the folder of files that is packed in it.
//!
//! Wrapped around any [`Files`]: a path to an `.html` file reads as a folder, and what lies below it comes out of the
//! page's own text; all else is read as before. Nothing is written, and nothing below a page is looked for outside it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::Files;
use super::packed::{MOST_BYTES, Packed, unpack};

/// Files, with pages read as folders. What is read of a page is kept as long as this is.
pub struct Unpacked<'a> {
    files: &'a dyn Files,
    pages: Mutex<BTreeMap<PathBuf, Page>>,
}

/// What was found in a page, or what is wrong with it.
type Page = Result<Arc<Packed>, (io::ErrorKind, String)>;

impl<'a> Unpacked<'a> {
    /// Reads through these files.
    #[must_use]
    pub const fn new(files: &'a dyn Files) -> Self {
        Self { files, pages: Mutex::new(BTreeMap::new()) }
    }

    /// The files in a page, in the order they stand in it: what it was made of first; nothing if the path is no page.
    ///
    /// # Errors
    /// If the page cannot be read.
    pub fn in_page(&self, path: &Path) -> Option<io::Result<Vec<PathBuf>>> {
        let (page, _) = self.split(path).filter(|(_, inside)| inside.as_os_str().is_empty())?;
        Some(self.page(&page).map(|files| files.iter().map(|(inside, _)| page.join(inside)).collect()))
    }

    /// A path as a page and a place in it, if it leads into one.
    fn split(&self, path: &Path) -> Option<(PathBuf, PathBuf)> {
        let mut page = PathBuf::new();
        let mut components = path.components();
        while let Some(component) = components.next() {
            page.push(component);
            let is_html = page.extension().is_some_and(|ending| {
                ending.eq_ignore_ascii_case("html") || ending.eq_ignore_ascii_case("htm")
            });
            if is_html && matches!(component, Component::Normal(_)) && self.files.is_file(&page) {
                let inside = components.as_path();
                let inwards = inside.components().all(|inner| matches!(inner, Component::Normal(_)));
                // What leads out of a page again is nowhere.
                return Some((page, if inwards { inside.to_path_buf() } else { PathBuf::from("..") }));
            }
        }
        None
    }

    fn page(&self, page: &Path) -> io::Result<Arc<Packed>> {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let known = pages.entry(page.to_path_buf()).or_insert_with(|| {
            if let Some(bytes) = self.files.size(page).filter(|bytes| *bytes > MOST_BYTES) {
                let reason =
                    format!("it has {bytes} bytes, and no page made here has more than {MOST_BYTES}");
                return Err((io::ErrorKind::FileTooLarge, reason));
            }
            let bytes = self.files.read(page).map_err(|error| (error.kind(), error.to_string()))?;
            unpack(&bytes).map(Arc::new).map_err(|reason| (io::ErrorKind::InvalidData, reason))
        });
        known.clone().map_err(|(kind, reason)| io::Error::new(kind, reason))
    }
}

impl Files for Unpacked<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let Some((page, inside)) = self.split(path) else { return self.files.read(path) };
        if inside.as_os_str().is_empty() {
            return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a page with files in it"));
        }
        let files = self.page(&page)?;
        let file = files.iter().find(|(path, _)| *path == inside);
        file.map(|(_, bytes)| bytes.clone()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let Some((page, inside)) = self.split(folder) else {
            // A page among other files is none of them: it is opened by its own path.
            let listed = self.files.list(folder)?;
            return Ok(listed.into_iter().filter(|path| self.split(path).is_none()).collect());
        };
        let files = self.page(&page)?;
        let below = files.iter().filter_map(|(path, _)| path.strip_prefix(&inside).ok()?.components().next());
        let mut listed: Vec<PathBuf> = below.map(|first| folder.join(first)).collect();
        listed.sort();
        listed.dedup();
        if listed.is_empty() { Err(io::ErrorKind::NotFound.into()) } else { Ok(listed) }
    }

    fn is_folder(&self, path: &Path) -> bool {
        let Some((page, inside)) = self.split(path) else { return self.files.is_folder(path) };
        // A page that cannot be read is a folder that cannot be listed, so that it can say why.
        inside.as_os_str().is_empty()
            || self
                .page(&page)
                .is_ok_and(|files| files.iter().any(|(path, _)| *path != inside && path.starts_with(&inside)))
    }

    fn is_file(&self, path: &Path) -> bool {
        let Some((page, inside)) = self.split(path) else { return self.files.is_file(path) };
        self.page(&page).is_ok_and(|files| files.iter().any(|(path, _)| *path == inside))
    }

    fn is_packed(&self, path: &Path) -> bool {
        self.split(path).is_some()
    }

    fn size(&self, path: &Path) -> Option<u64> {
        if self.split(path).is_some() { None } else { self.files.size(path) }
    }

    fn name(&self, folder: &Path) -> Option<String> {
        match self.split(folder) {
            Some(_) => folder.file_name().map(|name| name.to_string_lossy().into_owned()),
            None => self.files.name(folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play_file::packed::{MADE_BY, pack};
    use crate::play_file::{OnDisk, Playbook};

    fn page(files: &[(&str, &str)]) -> String {
        let packed: Vec<String> = files.iter().map(|(path, text)| pack(path, text).unwrap()).collect();
        format!("<!doctype html>{MADE_BY}1\">{}", packed.concat())
    }

    fn shipped() -> Vec<(String, &'static str)> {
        let entries = Playbook::built_in().entries.iter();
        entries.map(|entry| (format!("plays/{}", entry.path.display()), &*entry.text)).collect()
    }

    #[test]
    fn a_page_reads_as_the_folder_it_was_made_of() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deck.HTML");
        let shipped = shipped();
        let files: Vec<(&str, &str)> = shipped.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        std::fs::write(&path, page(&files)).unwrap();
        let unpacked = Unpacked::new(&OnDisk);
        assert!(unpacked.is_folder(&path) && !unpacked.is_file(&path));
        let first = unpacked.in_page(&path).unwrap().unwrap();
        assert_eq!(first[0], path.join(files[0].0));
        let playbook = Playbook::open(&unpacked, &path).unwrap();
        assert_eq!(playbook.entries.len(), files.len());
        for (inside, text) in files {
            let entry = playbook.at(&path.join(inside)).unwrap();
            assert_eq!(&*entry.text, text);
            assert!(entry.document.is_some() && !entry.is_own() && !entry.built_in, "{inside}");
        }
        let one = Playbook::open(&unpacked, &path.join("plays/plans/balanced-build.ron")).unwrap();
        assert!(one.entries.iter().all(|entry| entry.document.is_some() && entry.path.starts_with(&path)));
    }

    #[test]
    fn nothing_outside_a_page_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deck.html");
        let exemplar = &*Playbook::built_in().find("exemplar").unwrap().text;
        let lost = exemplar.replace("format: 1,", "format: 1, model: \"beside-it\",");
        assert_ne!(lost, exemplar);
        std::fs::write(&path, page(&[("plays/lost.ron", &lost), ("gone.ron", &lost)])).unwrap();
        let model = &*Playbook::built_in().find("five-channels").unwrap().text;
        for place in ["beside-it.ron", "models/beside-it.ron"] {
            std::fs::create_dir_all(folder.path().join("models")).unwrap();
            std::fs::write(folder.path().join(place), model).unwrap();
        }
        let unpacked = Unpacked::new(&OnDisk);
        for opened in [path.clone(), path.join("plays/lost.ron")] {
            let playbook = Playbook::open(&unpacked, &opened).unwrap();
            assert!(playbook.at(&path.join("plays/lost.ron")).unwrap().document.is_none(), "{opened:?}");
        }
        for opened in [path.clone(), path.join("gone.ron")] {
            let playbook = Playbook::open(&unpacked, &opened).unwrap();
            assert!(playbook.at(&path.join("gone.ron")).unwrap().document.is_none(), "{opened:?}");
        }
        for out in ["../beside-it.ron", "plays/../../beside-it.ron", "plays/none.ron"] {
            assert!(!unpacked.is_file(&path.join(out)), "{out}");
            assert!(unpacked.read(&path.join(out)).is_err(), "{out}");
        }
        // Beside other files it is none of them.
        assert!(!unpacked.list(folder.path()).unwrap().contains(&path));
    }

    #[test]
    fn a_page_of_somebody_else_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.html");
        std::fs::write(&path, "<html>nothing of ours</html>").unwrap();
        let error = Playbook::open(&Unpacked::new(&OnDisk), &path).unwrap_err();
        assert!(error.to_string().contains("no page made by"), "{error}");
        let large = folder.path().join("large.html");
        let file = std::fs::File::create(&large).unwrap();
        file.set_len(MOST_BYTES + 1).unwrap();
        let error = Playbook::open(&Unpacked::new(&OnDisk), &large).unwrap_err();
        assert!(error.to_string().contains("bytes"), "{error}");
    }
}
