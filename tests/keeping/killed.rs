//! A program that is killed again and again while it writes: what it said was saved is saved, what it said was kept is
//! found, and nothing is ever half there.
//!
//! The program is this one, run again with a variable that says where to write. It tells what it did only after that
//! returned, so whatever was heard must hold.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use downfield::keeping::{Expected, OnDisk, Recovery, Rescue, save};
use downfield::play_file::{Playbook, Severity, read};

use super::{again, names};

/// Where the writer writes.
const FOLDER: &str = "DOWNFIELD_TEST_KILLED";
/// The number of its first edit, above those of the writers before it.
const FIRST: &str = "DOWNFIELD_TEST_FIRST";
/// How often it is killed.
const KILLS: usize = 48;
/// The longest it is let write, in milliseconds after it began.
const LONGEST_MS: u64 = 350;

fn play_in(folder: &Path) -> PathBuf {
    folder.join("plays/ours.ron")
}

/// The text after so many edits: a whole play, of a length that changes.
fn text_of(number: u64) -> String {
    let play = &Playbook::built_in().find("exemplar").unwrap().text;
    let filler = "// what was said in the meeting\n".repeat((number * 7919 % 25_000) as usize);
    format!("// edit {number}\n{filler}{play}// end of {number}\n")
}

fn number_of(text: &str) -> u64 {
    text.strip_prefix("// edit ").unwrap().lines().next().unwrap().parse().unwrap()
}

#[test]
#[ignore = "run by the test below, which kills it"]
fn write_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let path = play_in(folder);
    let say = |what: &str, number: u64| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{what} {number}").unwrap();
        out.flush().unwrap();
    };
    let recovery = Recovery::start(folder.join("unsaved")).unwrap();
    let mut before = fs::read_to_string(&path).unwrap();
    let first: u64 = std::env::var(FIRST).unwrap().parse().unwrap();
    for number in first.. {
        let text = text_of(number);
        let rescue =
            Rescue { path: path.clone(), base: Some(before.clone()), text: text.clone(), saved_secs: number };
        recovery.keep(&rescue).unwrap();
        say("kept", number);
        if number % 3 != 0 {
            save(&OnDisk, &path, Expected::Bytes(before.as_bytes()), text.as_bytes()).unwrap();
            say("saved", number);
            before = text;
            if number % 4 == 0 {
                say("forgetting", number);
                recovery.forget(&path).unwrap();
            }
        }
    }
}

/// Whether a file is one that was being written.
fn is_hidden(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "part")
}

/// How many files were being written in the folders of runs.
fn half_kept(unsaved: &Path) -> usize {
    let runs = names(unsaved).into_iter().map(|run| unsaved.join(run)).filter(|run| run.is_dir());
    runs.flat_map(|run| names(&run)).filter(|name| is_hidden(name)).count()
}

/// The last of each that the writer said.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    kept: u64,
    saved: u64,
    /// Whether there may be nothing kept.
    forgetting: bool,
}

/// Lets the writer write for a while, kills it, and gives what it said.
fn killed_after(folder: &Path, first: u64, pause: Duration) -> Heard {
    let mut writer = again("killed::write_until_killed")
        .env(FOLDER, folder)
        .env(FIRST, first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let out = BufReader::new(writer.stdout.take().unwrap());
    let heard = Arc::new(Mutex::new(Heard::default()));
    let listener = std::thread::spawn({
        let heard = Arc::clone(&heard);
        move || {
            for line in out.lines() {
                let line = line.unwrap();
                // The machinery of tests prints lines of its own.
                let Some((what, Ok(number))) = line.split_once(' ').map(|(what, n)| (what, n.parse())) else {
                    continue;
                };
                let mut heard = heard.lock().unwrap();
                match what {
                    "kept" => (heard.kept, heard.forgetting) = (number, false),
                    "saved" => heard.saved = number,
                    "forgetting" => heard.forgetting = true,
                    _ => {}
                }
            }
        }
    });
    let started = Instant::now();
    while heard.lock().unwrap().kept == 0 {
        assert!(started.elapsed() < Duration::from_mins(1), "the writer does not begin");
        std::thread::sleep(Duration::from_millis(1));
    }
    std::thread::sleep(pause);
    assert!(writer.try_wait().unwrap().is_none(), "the writer ended by itself");
    writer.kill().unwrap();
    writer.wait().unwrap();
    listener.join().unwrap();
    *heard.lock().unwrap()
}

#[test]
fn killed_at_any_moment_nothing_is_half_written_and_nothing_said_to_be_safe_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let path = play_in(folder);
    fs::create_dir(path.parent().unwrap()).unwrap();
    fs::write(&path, text_of(1)).unwrap();
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let (mut hidden, mut hidden_kept, mut offered) = (0, 0, 0);
    let (mut unsettled, mut first) = (Vec::new(), 2);
    for kill in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let heard = killed_after(folder, first, Duration::from_micros(random % (LONGEST_MS * 1000)));

        // One more than was heard may have been kept.
        first = heard.kept + 2;

        // The file is one of the whole texts, no older than what was said to be saved.
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let saved = number_of(&text);
        assert_eq!(text, text_of(saved), "kill {kill}");
        assert!(
            saved >= heard.saved && saved <= heard.kept.max(heard.saved) + 1,
            "kill {kill}: {saved}, {heard:?}"
        );
        let reading = read(&bytes, "ours.ron", None, Playbook::built_in());
        assert!(reading.document.is_some(), "kill {kill}");
        assert!(reading.problems.iter().all(|problem| problem.severity() != Severity::Error), "kill {kill}");
        // At most one hidden file is left: that of this writer.
        let left = names(path.parent().unwrap());
        assert!(left.len() <= 2 && left.iter().all(|name| name == "ours.ron" || is_hidden(name)), "{left:?}");
        hidden += left.len() - 1;
        hidden_kept += half_kept(&folder.join("unsaved"));

        // What was kept is found, whole, no older than what was said to be kept, before the work of earlier runs.
        let recovery = Recovery::start(folder.join("unsaved")).unwrap();
        let newest = recovery.found().into_iter().next().filter(|found| !unsettled.contains(found));
        if let Some(newest) = newest {
            let number = newest.saved_secs;
            assert_eq!((&newest.path, &newest.text), (&path, &text_of(number)), "kill {kill}");
            let base = newest.base.as_deref().unwrap();
            assert_eq!(base, text_of(number_of(base)), "kill {kill}");
            assert!(number >= heard.kept && number <= heard.kept + 1, "kill {kill}: {number}, {heard:?}");
            offered += 1;
            unsettled.insert(0, newest);
        } else {
            assert!(heard.forgetting, "kill {kill}: nothing found, {heard:?}");
        }
        // By their numbers, since the texts are long.
        assert!(
            recovery.found() == unsettled,
            "kill {kill}: {:?}",
            unsettled.iter().map(|r: &Rescue| r.saved_secs)
        );
        // Every third time somebody deals with it.
        if kill % 3 == 2 || kill == KILLS - 1 {
            for rescue in unsettled.drain(..) {
                recovery.settle(&rescue).unwrap();
            }
            assert_eq!(recovery.found(), []);
            assert_eq!(names(&folder.join("unsaved")).len(), 2, "its own folder and lock");
        }
    }
    println!(
        "{KILLS} kills, {hidden} in the middle of a save, {hidden_kept} of a keep, {offered} with work to offer"
    );
    let last = fs::read(&path).unwrap();
    save(&OnDisk, &path, Expected::Bytes(&last), text_of(1).as_bytes()).unwrap();
    assert_eq!(names(path.parent().unwrap()), ["ours.ron"]);
    assert_eq!(names(&folder.join("unsaved")), [""; 0]);
}
