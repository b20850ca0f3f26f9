//! The real program in a real window, where there is a display and an adapter; both may be software.

use std::fs;
use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Processor time a process has used, in hundredths of a second.
fn used(child: &Child) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // The second field is the program's name in parentheses, which may hold anything.
    let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

#[test]
#[cfg(target_os = "linux")]
fn a_window_at_rest_uses_no_processor_time() {
    if std::env::var_os("DISPLAY").is_none() {
        println!("skipped: there is no display");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.ron");
    fs::write(&settings, "(reduced_motion: true)").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_downfield"))
        .arg("exemplar")
        .env("DOWNFIELD_SETTINGS", &settings)
        .env("DOWNFIELD_PLAYBOOK", folder.path().join("own"))
        .env("DOWNFIELD_RECOVERY", folder.path().join("unsaved"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let started = Instant::now();
    // It starts, draws until nothing changes any more, and then sleeps: three quiet seconds of less than 1 % each.
    let mut quiet = 0;
    while quiet < 3 && started.elapsed() < Duration::from_mins(1) {
        let before = used(&child);
        sleep(Duration::from_secs(1));
        if child.try_wait().unwrap().is_some() {
            let mut said = String::new();
            child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            assert!(said.contains("no usable graphics adapter") || said.contains("no display"), "{said}");
            println!("skipped: {said}");
            return;
        }
        let spent = used(&child).zip(before).map_or(u64::MAX, |(now, before)| now - before);
        quiet = if spent <= 1 && used(&child) > Some(20) { quiet + 1 } else { 0 };
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(quiet, 3, "the window never came to rest");
}
