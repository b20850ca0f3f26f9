//! Which files belong to a playbook: those of a folder and its subfolders, or those around a single file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::Dir;

use super::super::files::{above_in, here};
use super::Unreadable;
use crate::play_file::Files;

/// Folders deeper than this below the one opened are left alone.
const MAX_DEPTH: usize = 8;

/// More files than this are not read.
const MAX_FILES: usize = 10_000;

/// A file that was found, and what is in it.
pub(super) type Found = (PathBuf, Box<[u8]>);

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

pub(super) fn collect_shipped(dir: &Dir<'_>, found: &mut Vec<Found>) {
    for file in dir.files().filter(|file| is_ron(file.path())) {
        found.push((file.path().to_path_buf(), file.contents().into()));
    }
    for dir in dir.dirs() {
        collect_shipped(dir, found);
    }
}

/// The `.ron` files among those listed of a folder, and in the folders among them.
pub(super) fn collect(
    files: &dyn Files,
    listed: Vec<PathBuf>,
    depth: usize,
    found: &mut Vec<Found>,
    unreadable: &mut Vec<Unreadable>,
) {
    for path in listed {
        if is_hidden(&path) || found.len() >= MAX_FILES {
            continue;
        }
        let read = if files.is_folder(&path) {
            if depth >= MAX_DEPTH {
                continue;
            }
            files.list(&path).map(|listed| collect(files, listed, depth + 1, found, unreadable))
        } else if is_ron(&path) && files.is_file(&path) {
            files.read(&path).map(|bytes| found.push((path.clone(), bytes.into())))
        } else {
            continue;
        };
        if let Err(error) = read {
            unreadable.push(Unreadable { path, error: Arc::new(error) });
        }
    }
}

/// Folders for one kind of file, beside those that name it or are named by it.
const FOLDERS: [&str; 3] = ["models", "plans", "shows"];

/// What was said and drawn belongs to what is beside it, but is no part of the playbook of another file.
const RECORDS: &str = "records";

/// The `.ron` files that belong with a single file of a folder; those that cannot be read are left out.
pub(super) fn beside(files: &dyn Files, folder: &Path, found: &mut Vec<Found>) {
    let name = files.name(folder);
    let above = above_in(files, folder).filter(|above| {
        name.as_deref().is_some_and(|name| name == RECORDS || FOLDERS.contains(&name))
            || files.is_folder(&above.join("models"))
    });
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|own| folder.join(own)).collect();
    folders.push(folder.to_path_buf());
    if let Some(above) = above {
        // Reached from above, the folder itself would come under a second path.
        let others = FOLDERS.into_iter().filter(|other| name.as_deref() != Some(other));
        folders.extend(others.map(|other| above.join(other)));
        folders.push(above);
    }
    folders.sort();
    folders.dedup();
    for folder in folders {
        list(files, &folder, found);
    }
}

/// The `.ron` files of one folder; those that cannot be read are left out.
pub(super) fn list(files: &dyn Files, folder: &Path, found: &mut Vec<Found>) {
    for path in files.list(here(folder)).unwrap_or_default() {
        if !is_ron(&path) || is_hidden(&path) || found.len() >= MAX_FILES || !files.is_file(&path) {
            continue;
        }
        let Some(name) = path.file_name() else { continue };
        if let Ok(bytes) = files.read(&path) {
            found.push((folder.join(name), bytes.into()));
        }
    }
}
