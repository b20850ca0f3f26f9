use std::path::{Path, PathBuf};
use std::sync::Arc;

use proptest::prelude::*;

use super::{Drafts, Gesture, Joins, MEMORY_BYTES, Met, Outside, Overlay};
use crate::play_file::edit::TextEdit;
use crate::play_file::{Files as _, OnDisk, Span};

const FILE: &str = "plays/a.ron";

fn path() -> PathBuf {
    PathBuf::from(FILE)
}

fn opened(text: &str) -> Drafts {
    let mut drafts = Drafts::default();
    drafts.open(&path(), &Arc::from(text));
    drafts
}

fn text(drafts: &Drafts) -> &str {
    &drafts.get(&path()).unwrap().text
}

fn put(drafts: &mut Drafts, name: &str, after: &str, joins: Joins) {
    let before = drafts.before(&path(), joins).unwrap();
    drafts.edit(name, vec![(path(), TextEdit::between(&before, after))], joins).unwrap();
}

#[test]
fn undo_and_redo_go_there_and_back_to_the_byte() {
    let mut drafts = opened("one\r\n");
    put(&mut drafts, "Two", "two\r\n", Joins::Alone);
    put(&mut drafts, "Three", "two\r\nthree", Joins::Alone);
    assert_eq!(drafts.undo().unwrap().name, "Three");
    assert_eq!(text(&drafts), "two\r\n");
    assert_eq!(drafts.undo().unwrap().name, "Two");
    assert_eq!(text(&drafts), "one\r\n");
    assert!(!drafts.get(&path()).unwrap().is_unsaved());
    assert_eq!(drafts.undo(), None);
    assert_eq!(drafts.redo().unwrap().name, "Two");
    assert_eq!(drafts.redo().unwrap().paths, [path()]);
    assert_eq!(text(&drafts), "two\r\nthree");
    drafts.undo();
    put(&mut drafts, "Other", "other", Joins::Alone);
    assert_eq!(drafts.redo(), None, "a new thing takes the place of what was taken back");
}

#[test]
fn a_drag_is_one_thing_however_far_it_goes_and_nothing_where_it_ends_as_it_began() {
    let mut drafts = opened("at 0");
    let drag = Joins::Replaces(Gesture(1));
    for step in ["at 1", "at 2", "at 30"] {
        put(&mut drafts, "Move", step, drag);
    }
    assert_eq!((text(&drafts), drafts.names().0.len()), ("at 30", 1));
    put(&mut drafts, "Move", "at 0", drag);
    assert_eq!((text(&drafts), drafts.names().0.len()), ("at 0", 0));
    put(&mut drafts, "Move", "at 4", drag);
    drafts.settle();
    put(&mut drafts, "Move", "at 5", drag);
    assert_eq!(drafts.names().0.len(), 2, "the next drag is another thing");
    drafts.undo();
    assert_eq!(text(&drafts), "at 4");
}

#[test]
fn typing_in_one_place_is_one_thing() {
    let mut drafts = opened("");
    for typed in ["R", "Re", "Rel", "Release"] {
        put(&mut drafts, "Name", typed, Joins::Extends(Gesture(7)));
    }
    put(&mut drafts, "Note", "Release now", Joins::Extends(Gesture(8)));
    assert_eq!(drafts.names().0.collect::<Vec<_>>(), ["Name", "Note"]);
    drafts.undo();
    assert_eq!(text(&drafts), "Release");
    drafts.undo();
    assert_eq!(text(&drafts), "");
}

#[test]
fn a_file_made_goes_when_that_is_undone_unless_it_was_saved() {
    let mut drafts = Drafts::default();
    drafts.make("New play", &path(), &Arc::from("Play()"));
    assert!(drafts.get(&path()).unwrap().is_unsaved());
    put(&mut drafts, "Title", "Play(title)", Joins::Alone);
    drafts.undo();
    drafts.undo();
    assert_eq!(drafts.get(&path()), None);
    drafts.redo();
    drafts.redo();
    assert_eq!(text(&drafts), "Play(title)");
    drafts.saved(&path(), &Arc::from("Play(title)"));
    drafts.undo();
    drafts.undo();
    assert_eq!(text(&drafts), "Play()");
    assert!(drafts.get(&path()).unwrap().is_unsaved());
}

#[test]
fn one_thing_can_change_several_files_and_all_go_back() {
    let other = PathBuf::from("plays/b.ron");
    let mut drafts = opened("skills");
    drafts.open(&other, &Arc::from("of skills"));
    let edits = vec![
        (path(), TextEdit::between("skills", "crafts")),
        (other.clone(), TextEdit::between("of skills", "of crafts")),
    ];
    drafts.edit("Rename", edits, Joins::Alone).unwrap();
    assert_eq!(&*drafts.get(&other).unwrap().text, "of crafts");
    assert_eq!(drafts.undo().unwrap().paths.len(), 2);
    assert_eq!((text(&drafts), &*drafts.get(&other).unwrap().text), ("skills", "of skills"));
    let misfit =
        vec![(path(), TextEdit::between("skills", "x")), (other, TextEdit::replace(Span::new(90, 99), "y"))];
    assert!(drafts.edit("Misfit", misfit, Joins::Alone).is_err());
    assert_eq!(text(&drafts), "skills", "all or nothing");
}

#[test]
fn what_changes_outside_is_taken_where_nothing_is_lost_and_asked_about_otherwise() {
    let mut drafts = opened("one");
    let now: Arc<str> = "theirs".into();
    assert_eq!(drafts.meet(&path(), Some(&now)), Some(Met::Taken));
    assert_eq!(text(&drafts), "theirs");
    drafts.undo();
    assert_eq!(text(&drafts), "one", "also what came from outside can be taken back");
    put(&mut drafts, "Mine", "mine", Joins::Alone);
    assert_eq!(drafts.meet(&path(), Some(&now)), Some(Met::Same), "the file still says what it said");
    let later: Arc<str> = "later".into();
    assert_eq!(drafts.meet(&path(), Some(&later)), Some(Met::Conflict));
    assert_eq!(drafts.get(&path()).unwrap().outside, Some(Outside::Changed(later.clone())));
    drafts.keep_mine(&path());
    assert_eq!((text(&drafts), drafts.get(&path()).unwrap().base.clone()), ("mine", Some(later)));
    assert_eq!(drafts.meet(&path(), None), Some(Met::Conflict));
    assert_eq!(drafts.get(&path()).unwrap().outside, Some(Outside::Gone));
    drafts.keep_mine(&path());
    assert_eq!(drafts.get(&path()).unwrap().base, None);
    let mine: Arc<str> = "mine".into();
    assert_eq!(drafts.meet(&path(), Some(&mine)), Some(Met::Same), "they came to the same");
    assert!(!drafts.get(&path()).unwrap().is_unsaved());
    assert_eq!(drafts.meet(Path::new("other"), Some(&mine)), None);
}

#[test]
fn ten_thousand_edits_take_less_than_fifty_megabytes_and_the_list_never_more_than_its_bound() {
    let long = "x".repeat(20_000);
    let mut drafts = opened(&long);
    for step in 0..10_000 {
        put(&mut drafts, "Move Service redesign team", &format!("{step}{long}"), Joins::Alone);
    }
    assert_eq!(drafts.names().0.len(), 10_000);
    assert!(drafts.history_bytes() < 10_000_000, "{}", drafts.history_bytes());
    for step in 0..4_000 {
        let whole = if step % 2 == 0 { "y".repeat(20_000) } else { long.clone() };
        put(&mut drafts, "Whole", &whole, Joins::Alone);
        assert!(drafts.history_bytes() <= MEMORY_BYTES);
    }
    assert!(drafts.names().0.len() < 14_000, "the oldest were let go of");
    while drafts.undo().is_some() {}
    assert!(drafts.history_bytes() <= MEMORY_BYTES);
}

#[test]
fn unsaved_files_are_there_for_those_who_read_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.ron"), "on disk").unwrap();
    let mut drafts = Drafts::default();
    drafts.make("New", &folder.path().join("models/m.ron"), &Arc::from("model"));
    drafts.open(&folder.path().join("a.ron"), &Arc::from("on disk"));
    let edit = TextEdit::between("on disk", "changed");
    drafts.edit("Change", vec![(folder.path().join("a.ron"), edit)], Joins::Alone).unwrap();
    let files = Overlay { files: &OnDisk, drafts: &drafts };
    assert_eq!(files.read(&folder.path().join("a.ron")).unwrap(), b"changed");
    assert!(
        files.is_folder(&folder.path().join("models")) && files.is_file(&folder.path().join("models/m.ron"))
    );
    let listed = files.list(folder.path()).unwrap();
    assert_eq!(listed, [folder.path().join("a.ron"), folder.path().join("models")]);
    assert_eq!(files.list(&folder.path().join("models")).unwrap(), [folder.path().join("models/m.ron")]);
    assert!(files.list(&folder.path().join("none")).is_err());
}

proptest! {
    /// Whatever is done in whatever way, undoing all of it gives the first bytes, and redoing all of it the last ones.
    #[test]
    fn all_the_way_back_and_forth(steps in prop::collection::vec(("[a-zé\n]{0,12}", 0..4u64, any::<bool>()), 1..40)) {
        let mut drafts = opened("first");
        for (after, gesture, replaces) in &steps {
            let joins = match (gesture, replaces) {
                (0, _) => Joins::Alone,
                (gesture, true) => Joins::Replaces(Gesture(*gesture)),
                (gesture, false) => Joins::Extends(Gesture(*gesture)),
            };
            put(&mut drafts, "Step", after, joins);
            prop_assert_eq!(text(&drafts), after);
        }
        let last = text(&drafts).to_owned();
        while drafts.undo().is_some() {}
        prop_assert_eq!(text(&drafts), "first");
        while drafts.redo().is_some() {}
        prop_assert_eq!(text(&drafts), last);
    }
}
