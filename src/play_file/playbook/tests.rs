use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Playbook;
use crate::play_file::{Files as _, OnDisk, Severity};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("plays")
}

fn same(a: &Playbook, b: &Playbook) {
    assert_eq!(a.entries.len(), b.entries.len());
    for (a, b) in a.entries.iter().zip(&b.entries) {
        assert_eq!((&a.path, a.kind, &a.text), (&b.path, b.kind, &b.text));
        assert_eq!(a.document, b.document, "{}", a.file);
        assert_eq!(a.problems, b.problems, "{}", a.file);
    }
}

/// What putting texts one after the other came to is what the folder with those texts reads as.
#[test]
fn a_text_put_is_a_text_read_from_disk() {
    let folder = tempfile::tempdir().unwrap();
    copy(&shipped(), folder.path());
    let mut playbook = Playbook::open(&OnDisk, folder.path()).unwrap();
    let puts = [
        ("exemplar.ron", "strength: (3, 5, 6)", "strength: (3, 5, 7)"),
        ("exemplar.ron", "Play(", "Play(("),
        ("governance-reset.ron", "strength: (4, 5, 7)", "strength: 3"),
        ("exemplar.ron", "Play((", "Play("),
        ("models/five-channels.ron", "id: \"skills\"", "id: \"crafts\""),
        ("models/five-channels.ron", "id: \"crafts\"", "id: \"skills\""),
        ("shows/first-workshop.ron", "play: \"exemplar\"", "play: \"exemplr\""),
        ("shows/first-workshop.ron", "play: \"exemplr\"", "play: \"exemplar\""),
        // Not named by the show that compares it with another, but by the plan that does.
        ("common-components.ron", "format: 1", "format: 2"),
        ("common-components.ron", "format: 2", "format: 1"),
        ("plans/balanced-build.ron", "play: \"exemplar\"", "play: \"exemplary\""),
    ];
    for (file, from, to) in puts {
        let path = folder.path().join(file);
        let text = String::from_utf8(OnDisk.read(&path).unwrap()).unwrap();
        let text = text.replacen(from, to, 1);
        std::fs::write(&path, &text).unwrap();
        playbook.put(&path, &Arc::from(text));
        same(&playbook, &Playbook::open(&OnDisk, folder.path()).unwrap());
    }
    let path = folder.path().join("exemplary.ron");
    let text = std::fs::read_to_string(folder.path().join("exemplar.ron")).unwrap();
    std::fs::write(&path, &text).unwrap();
    playbook.put(&path, &Arc::from(text));
    same(&playbook, &Playbook::open(&OnDisk, folder.path()).unwrap());
    assert!(playbook.problems().all(|problem| problem.severity() != Severity::Error));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for path in OnDisk.list(from).unwrap() {
        let name = path.file_name().unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

#[test]
fn what_is_called_alike_in_the_users_folder_stands_before_the_built_in() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("not-there-yet");
    let mut playbook = Playbook::built_in_with(&OnDisk, &own);
    assert_eq!(playbook.entries.len(), Playbook::built_in().entries.len());
    let text =
        Playbook::built_in().find("exemplar").unwrap().text.replace("title: \"Exemplar\"", "title: \"Ours\"");
    playbook.put(&own.join("exemplar.ron"), &Arc::from(text));
    assert_eq!(playbook.entries.len(), Playbook::built_in().entries.len());
    assert_eq!(playbook.find("exemplar").unwrap().play().unwrap().title, "Ours");
    assert!(
        playbook.problems().all(|problem| problem.severity() == Severity::Info),
        "{:?}",
        playbook.problems().collect::<Vec<_>>()
    );
}
