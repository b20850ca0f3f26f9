//! Reading play files: the shipped ones, broken ones, and what changing them does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use downfield::model::{ModelId, PlayId};
use downfield::play_file::{
    Code, Document, DocumentKind, Files, Location, Lookup, Patch, Playbook, Problem, Severity, read,
};

#[test]
fn the_shipped_files_have_no_errors_and_no_warnings() {
    let mut found = Vec::new();
    for problem in Playbook::built_in().problems() {
        assert_eq!(problem.severity(), Severity::Info, "{problem:#?}");
        assert_eq!(problem.code, Code::OpenFlank, "{problem:#?}");
        found.push(format!("{}: {}", problem.file, problem.message));
    }
    assert_eq!(
        found,
        [
            "api-strategy.ron: Nobody works on \"Culture & mindset\"",
            "devops-programme.ron: Nobody works on \"Governance & funding\"",
            "exemplar.ron: Nobody works on \"Governance & funding\"",
            "football-in-one-minute.ron: Nobody works on \"Governance & funding\"",
            "governance-reset.ron: Nobody works on \"Products & services\"",
            "governance-reset.ron: Nobody works on \"Technology & data\"",
            "proactive-outreach.ron: Nobody works on \"Governance & funding\"",
        ]
    );
    assert!(Playbook::built_in().entries.iter().all(|entry| entry.document.is_some()));
}

#[test]
fn the_shipped_plays_come_in_the_order_of_the_story() {
    let stems: Vec<&str> = Playbook::built_in().plays().map(|(entry, _)| &*entry.stem).collect();
    assert_eq!(
        stems,
        [
            "exemplar",
            "api-strategy",
            "devops-programme",
            "common-components",
            "proactive-outreach",
            "governance-reset",
            "football-in-one-minute"
        ]
    );
}

/// What reading a text finds, one problem a block, as a person would check it.
fn found(bytes: &[u8], problems: &[Problem]) -> String {
    let mut table = String::new();
    for problem in problems {
        let place = |at: Location| format!("{}:{}", at.line, at.column);
        let marked = bytes.get(problem.span.start..problem.span.end).unwrap_or_default();
        let marked = String::from_utf8_lossy(marked).chars().take(60).collect::<String>();
        writeln!(
            table,
            "{} {} to {} `{}`\n  {}",
            problem.code,
            place(problem.start),
            place(problem.end),
            marked.escape_debug(),
            problem.message
        )
        .unwrap();
        if let Some(help) = &problem.help {
            writeln!(table, "  help: {help}").unwrap();
        }
        if let Some(fix) = &problem.fix {
            writeln!(table, "  fix: {}", fix.label).unwrap();
        }
    }
    table
}

fn apply(text: &str, patch: &Patch) -> String {
    let mut changed = text.to_owned();
    for edit in patch.edits.iter().rev() {
        changed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    changed
}

fn broken_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn broken_files_have_every_problem_in_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (stem, bytes) in broken_files() {
            let reading = read(&bytes, &format!("{stem}.ron"), None, Playbook::built_in());
            let usable = reading.problems.iter().all(|problem| problem.severity() != Severity::Error);
            assert_eq!(reading.document.is_some(), usable, "{stem}");
            insta::assert_snapshot!(stem.clone(), found(&bytes, &reading.problems));
        }
    });
}

#[test]
fn applying_a_fix_removes_its_problem_and_adds_no_other() {
    let mut fixes = 0;
    for (stem, bytes) in broken_files() {
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let before = read(&bytes, &stem, None, Playbook::built_in()).problems;
        for problem in &before {
            let Some(fix) = &problem.fix else { continue };
            fixes += 1;
            let changed = apply(text, fix);
            let after = read(changed.as_bytes(), &stem, None, Playbook::built_in()).problems;
            let mut left: Vec<_> = before.iter().map(|p| (p.code, &p.message)).collect();
            let gone = left.iter().position(|p| *p == (problem.code, &problem.message)).unwrap();
            left.remove(gone);
            for problem in &after {
                let same = left.iter().position(|p| *p == (problem.code, &problem.message));
                // What was hidden by an error may come to light, but no error of the fix's own.
                if let Some(same) = same {
                    left.remove(same);
                } else {
                    let new = found(changed.as_bytes(), std::slice::from_ref(problem));
                    assert_ne!(problem.severity(), Severity::Error, "{stem}: {}\n{new}", fix.label);
                }
            }
        }
    }
    assert!(fixes > 30, "{fixes}");
}

/// Files in memory.
#[derive(Clone, Default)]
struct Memory(BTreeMap<PathBuf, String>);

impl Memory {
    fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.0.insert(path.into(), text.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        if !self.is_folder(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = self.0.keys().filter_map(|path| path.strip_prefix(folder).ok()?.components().next());
        let mut inside: Vec<_> = inside.map(|first| folder.join(first)).collect();
        inside.dedup();
        Ok(inside)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.0.keys().any(|file| file != path && file.starts_with(path))
    }

    fn is_file(&self, path: &Path) -> bool {
        self.0.contains_key(path)
    }
}

/// Files of which one cannot be read.
struct Locked(Memory, &'static str);

impl Files for Locked {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path == Path::new(self.1) {
            Err(io::ErrorKind::PermissionDenied.into())
        } else {
            self.0.read(path)
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.list(folder)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.0.is_folder(path)
    }

    fn is_file(&self, path: &Path) -> bool {
        self.0.is_file(path)
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let files = Memory::default().with("book/a.ron", play("", "")).with("book/b.ron", play("", ""));
    let playbook = Playbook::open(&Locked(files, "book/b.ron"), Path::new("book")).unwrap();
    assert_eq!(playbook.plays().count(), 1);
    let unreadable: Vec<_> = playbook.unreadable.iter().map(|file| file.path.as_path()).collect();
    assert_eq!(unreadable, [Path::new("book/b.ron")]);
}

fn play(extra: &str, defenders: &str) -> String {
    format!(
        r#"Play(format: 1, title: "T", summary: "S", {extra}ball: (carrier: "team", step_back: 5),
offense: [(id: "team", name: "T", channel: "skills", at: (0, 0), strength: 4, assignment: Advance)],
defense: [{defenders}])"#
    )
}

fn defender(id: &str, channel: &str, strength: &str) -> String {
    format!("\n(id: \"{id}\", name: \"D\", channel: \"{channel}\", at: (5, 0), strength: {strength}),")
}

fn plan(extra: &str, calls: &str) -> String {
    format!("GamePlan(format: 1, title: \"T\", summary: \"S\", {extra}start: 20,\ncalls: [{calls}])")
}

fn show(items: &str) -> String {
    format!("Show(format: 1, title: \"T\",\nitems: [{items}])")
}

const TWO_LANES: &str = r#"OperatingModel(format: 1, title: "Two lanes", channels: [
(id: "skills", name: "Skills", goal: "G"),
(id: "money", name: "Money", goal: "G"),
])"#;

/// The errors in a text.
fn errors(text: &str) -> Vec<Code> {
    let problems = read(text.as_bytes(), "text.ron", None, Playbook::built_in()).problems;
    problems.iter().map(|problem| problem.code).filter(|code| code.severity() == Severity::Error).collect()
}

/// The problems of a playbook, flanks aside.
fn listed(playbook: &Playbook) -> Vec<String> {
    let problems = playbook.problems().filter(|problem| problem.code != Code::OpenFlank);
    problems
        .map(|p| format!("{} {}:{} {}: {}", p.file, p.start.line, p.start.column, p.code, p.message))
        .collect()
}

#[test]
fn names_are_looked_up_near_the_file_then_among_the_built_in_ones() {
    let files = Memory::default()
        .with("book/models/two-lanes.ron", TWO_LANES)
        .with("book/mine.ron", play("model: \"two-lanes\", ", ""))
        .with("book/plans/own.ron", plan("model: \"two-lanes\", ", "Call(play: \"mine\")"))
        .with("book/plans/mixed.ron", plan("", "Call(play: \"exemplar\"), Call(play: \"mine\")"))
        .with("book/notes.txt", "not a play")
        .with("book/.hidden/x.ron", "(");
    let playbook = Playbook::open(&files, Path::new("book")).unwrap();
    assert_eq!(
        listed(&playbook),
        [
            r#"book/plans/mixed.ron 2:44 mixed-models: "mine" is played on "two-lanes", this plan on "five-channels""#,
            r#"book/models/two-lanes.ron 3:6 never-used: No play has anybody in "money""#,
        ]
    );
    assert!(playbook.model(&ModelId::from("two-lanes")).is_some());
    assert!(playbook.model(&ModelId::from("five-channels")).is_some());
    assert!(playbook.play(&PlayId::from("mine")).is_some());
    assert!(playbook.play(&PlayId::from("api-strategy")).is_some());
    assert!(playbook.play(&PlayId::from("two-lanes")).is_none());
    assert_eq!(playbook.find("own").unwrap().kind, Some(DocumentKind::GamePlan));
    let kinds: Vec<_> = playbook.entries.iter().map(|entry| entry.kind.unwrap()).collect();
    assert!(kinds.is_sorted());
}

#[test]
fn a_show_sees_the_plays_and_plans_around_it_then_the_built_in_ones() {
    let named = "Play(play: \"mine\"), Plan(plan: \"own\"), Compare(of: [\"mine\", \"own\"])";
    let files = Memory::default()
        .with("book/models/two-lanes.ron", TWO_LANES)
        .with("book/mine.ron", play("model: \"two-lanes\", ", &defender("d", "money", "4")))
        .with("book/plans/own.ron", plan("model: \"two-lanes\", ", "Call(play: \"mine\")"))
        .with("book/shows/day.ron", show(named))
        .with("book/evening.ron", show(named))
        .with("book/shows/mixed.ron", show("Compare(of: [\"mine\", \"exemplar\", \"balanced-build\"])"))
        .with("book/shows/lost.ron", show("Play(play: \"own\"), Plan(plan: \"mine\"), Plan(plan: \"owm\")"))
        .with("book/shows/built-in.ron", show("Plan(plan: \"balanced-build\"), Play(play: \"exemplar\")"));
    let mixed = [
        r#"book/shows/mixed.ron 2:30 mixed-models: "exemplar" is played on "five-channels", "mine" on "two-lanes""#,
        r#"book/shows/mixed.ron 2:42 mixed-models: "balanced-build" is played on "five-channels", "mine" on "two-lanes""#,
    ];
    let lost = [
        r#"book/shows/lost.ron 2:20 unknown-play: "own" is a game plan, but a play is wanted here"#,
        r#"book/shows/lost.ron 2:39 unknown-play: "mine" is a play, but a game plan is wanted here"#,
        r#"book/shows/lost.ron 2:59 unknown-play: There is no game plan "owm" to be found"#,
    ];
    let all = [lost.as_slice(), &mixed].concat();
    let playbook = Playbook::open(&files, Path::new("book")).unwrap();
    assert_eq!(listed(&playbook), all);
    // A folder of shows by itself, and a show by itself.
    let playbook = Playbook::open(&files, Path::new("book/shows")).unwrap();
    assert_eq!(listed(&playbook), all);
    assert_eq!(playbook.entries.len(), 4);
    for path in ["book/shows/day.ron", "book/evening.ron"] {
        let playbook = Playbook::open(&files, Path::new(path)).unwrap();
        assert!(playbook.at(Path::new(path)).unwrap().show().is_some(), "{path}");
    }
    assert_eq!(playbook.shows().count(), 2);
    let problem = playbook.problems().find(|problem| problem.message.contains("owm")).unwrap();
    let help = problem.help.as_deref().unwrap();
    assert!(help.starts_with("Did you mean \"own\"? Game plans are \"as-it-happened\", "), "{help}");
}

#[test]
fn a_record_stays_what_was_said_when_its_plays_are_gone() {
    let record = r#"WorkshopRecord(format: 1, title: "T", show: "gone", fronts: {"no-such-lane": 20},
guesses: [(of: "gone", group: "G", yards: {"no-such-lane": -100}, came_to: {})], calls: [(group: "G", plays: ["gone"])])"#;
    let files = Memory::default()
        .with("book/records/may.ron", record)
        .with(
            "book/records/ink.ron",
            "Ink(format: 1, of: \"gone\", pages: [(step: \"gone/1\", strokes: [])])",
        )
        .with("book/mine.ron", play("", ""));
    for path in ["book", "book/records", "book/records/may.ron"] {
        let playbook = Playbook::open(&files, Path::new(path)).unwrap();
        assert_eq!(listed(&playbook), Vec::<String>::new(), "{path}");
        let record = playbook.at(Path::new("book/records/may.ron")).unwrap();
        assert_eq!(record.document.as_ref().map(Document::kind), Some(DocumentKind::WorkshopRecord));
    }
    // What was said and drawn is no part of the playbook of a play.
    assert_eq!(Playbook::open(&files, Path::new("book/mine.ron")).unwrap().entries.len(), 1);
}

#[test]
fn a_single_file_brings_the_playbook_it_sits_in() {
    let files = Memory::default()
        .with("book/models/two-lanes.ron", TWO_LANES)
        .with("book/mine.ron", play("model: \"two-lanes\", ", ""))
        .with("book/settings.ron", "Settings(colour: 1)")
        .with("book/plans/own.ron", plan("model: \"two-lanes\", ", "Call(play: \"mine\")"));
    for path in ["book/plans/own.ron", "book/mine.ron", "book/models/two-lanes.ron"] {
        let playbook = Playbook::open(&files, Path::new(path)).unwrap();
        assert_eq!(listed(&playbook), Vec::<String>::new(), "{path}");
        assert_eq!(playbook.entries.len(), 3, "{path}");
        assert!(playbook.at(Path::new(path)).unwrap().document.is_some(), "{path}");
    }
    let settings = Playbook::open(&files, Path::new("book/settings.ron")).unwrap();
    assert_eq!(
        listed(&settings),
        ["book/settings.ron 1:1 wrong-document: `Settings` is not a document of ours"]
    );
    assert!(Playbook::open(&files, Path::new("nowhere.ron")).is_err());
}

#[test]
fn what_stands_around_a_folder_is_looked_up_and_not_listed() {
    let files = Memory::default()
        .with("book/models/two-lanes.ron", TWO_LANES)
        .with("book/mine.ron", play("model: \"two-lanes\", ", ""))
        .with("book/broken.ron", "Play(")
        .with("book/plans/own.ron", plan("model: \"two-lanes\", ", "Call(play: \"mine\")"))
        .with("book/more/yet.ron", plan("model: \"two-lanes\", ", "Call(play: \"mine\")"));
    for path in ["book/plans", "book/more"] {
        let playbook = Playbook::open(&files, Path::new(path)).unwrap();
        assert_eq!(listed(&playbook), Vec::<String>::new(), "{path}");
        assert_eq!(playbook.entries.len(), 1, "{path}");
        assert!(playbook.play(&PlayId::from("mine")).is_some());
        assert!(playbook.near(Path::new("book/plans/own.ron")).play(&PlayId::from("mine")).is_some());
    }
}

#[test]
fn a_force_that_differs_between_plays_is_named_at_the_later_one() {
    let one = defender("silo", "skills", "(3, 4, 5)") + &defender("old", "technology", "4");
    let other = defender("silo", "skills", "5") + &defender("old", "services", "4.0");
    let files = Memory::default().with("book/a.ron", play("", &one)).with("book/b.ron", play("", &other));
    let playbook = Playbook::open(&files, Path::new("book")).unwrap();
    assert_eq!(
        listed(&playbook),
        [
            r#"book/b.ron 4:66 inconsistent-force: "silo" has another strength in book/a.ron"#,
            r#"book/b.ron 5:33 inconsistent-force: "old" has another channel in book/a.ron"#,
        ]
    );
}

#[test]
fn a_name_of_a_file_with_errors_says_so() {
    let files = Memory::default()
        .with("book/mine.ron", play("colour: 5, ", ""))
        .with("book/plans/own.ron", plan("", "Call(play: \"mine\")"));
    let playbook = Playbook::open(&files, Path::new("book")).unwrap();
    assert_eq!(
        listed(&playbook),
        [
            "book/mine.ron 1:43 unknown-field: A play has no field `colour`",
            r#"book/plans/own.ron 2:20 unknown-play: The play "mine" has errors itself"#,
        ]
    );
}

#[test]
fn a_playbook_is_read_again_after_a_change() {
    let mut files = Memory::default().with("book/mine.ron", play("colour: 5, ", ""));
    let mut playbook = Playbook::open(&files, Path::new("book")).unwrap();
    assert_eq!(listed(&playbook).len(), 1);
    files = files.with("book/mine.ron", play("", ""));
    playbook.reread(&files).unwrap();
    assert_eq!(listed(&playbook), Vec::<String>::new());
    assert!(playbook.reread(&Memory::default()).is_err());
    assert_eq!(playbook.plays().count(), 1);
}

#[test]
fn what_is_too_large_is_refused() {
    let codes = errors;
    let defenders =
        |count: usize| -> String { (0..count).map(|n| defender(&format!("d{n}"), "skills", "4")).collect() };
    assert_eq!(codes(&play("", &defenders(100))), []);
    assert_eq!(codes(&play("", &defenders(101))), [Code::TooLarge]);
    assert_eq!(codes(&plan("", &"Call(play: \"exemplar\"),".repeat(200))), []);
    assert_eq!(codes(&plan("", &"Call(play: \"exemplar\"),".repeat(201))), [Code::TooLarge]);
    let item = "Play(play: \"exemplar\"),";
    assert_eq!(codes(&show(&item.repeat(200))), []);
    assert_eq!(codes(&show(&item.repeat(201))), [Code::TooLarge]);
    let pages = |count: usize| {
        let pages: Vec<String> = (0..count).map(|n| format!("(step: \"s/{n}\", strokes: [])")).collect();
        pages.join(",")
    };
    let ink = |pages: &str| format!("Ink(format: 1, of: \"exemplar\", pages: [{pages}])");
    assert_eq!(codes(&ink(&pages(200))), []);
    assert_eq!(codes(&ink(&pages(201))), [Code::TooLarge]);
    let strokes =
        |count: usize| ink(&format!("(step: \"s\", strokes: [{}])", "(points: [(0, 1)]),".repeat(count)));
    assert_eq!(codes(&strokes(2000)), []);
    assert_eq!(codes(&strokes(2001)), [Code::TooLarge]);
    let filler = "//".to_owned() + &" ".repeat(1024 * 1024);
    assert_eq!(codes(&(play("", "") + &filler)), [Code::TooLarge]);
}

#[test]
fn every_format_but_the_known_one_is_unsupported() {
    for format in ["0", "2", "0x2", "-1", "99999999999999999999"] {
        let text = play("", "").replacen("format: 1", &format!("format: {format}"), 1);
        assert_eq!(errors(&text), [Code::UnsupportedFormat], "{format}");
    }
    assert_eq!(errors(&play("", "").replacen("format: 1", "format: 1.5", 1)), [Code::WrongType]);
}

#[test]
fn a_defender_that_hunts_the_carrier_is_part_of_the_play() {
    let used = |step_back: &str, stance: &str| {
        let text = format!(
            r#"Play(format: 1, title: "T", summary: "S", ball: (carrier: "team", step_back: {step_back}),
offense: [(id: "team", name: "T", channel: "skills", at: (0, 0), strength: 4, assignment: Block("other"))],
defense: [(id: "other", name: "O", channel: "skills", at: (5, 0), strength: 4),
(id: "hunter", name: "H", channel: "skills", at: (8, 0), strength: 4, stance: {stance})],
assumptions: [(id: "a", text: "T", effects: [Strengthen("hunter", 2)])])"#
        );
        let problems = read(text.as_bytes(), "play.ron", None, Playbook::built_in()).problems;
        assert!(problems.iter().all(|problem| problem.severity() != Severity::Error), "{problems:?}");
        problems.iter().all(|problem| problem.code != Code::NeverUsed)
    };
    assert!(used("5", "Press"));
    assert!(!used("0", "Press"));
    assert!(!used("5", "Hold"));
}

#[test]
fn one_mistake_makes_one_problem() {
    let carrier = |assignment: &str| play("", "").replacen("assignment: Advance", assignment, 1);
    let plan = |extra: &str, call: &str| {
        plan(extra, call).replacen("calls:", "beats: [(down: 1, caption: \"C\")], calls:", 1)
    };
    let rules = |rules: &str| TWO_LANES.replacen("channels:", &format!("rules: {rules}, channels:"), 1);
    let cases = [
        (carrier("task: Advance"), Code::UnknownField),
        (carrier("asignment: Advance"), Code::UnknownField),
        (carrier("assignment: Advanc"), Code::UnknownVariant),
        (carrier("assignment Advance"), Code::Syntax),
        (carrier("assignment: Hold"), Code::IdleCarrier),
        (plan("goal: 0, ", "Call(play: \"exemplar\")"), Code::OutOfRange),
        (plan("", "Call(play: \"exemplar\", times: 0)"), Code::OutOfRange),
        (show("Play(play: \"exemplr\")"), Code::UnknownPlay),
        (show("Plan(play: \"balanced-build\")"), Code::UnknownField),
        (show("Play(play: \"exemplar\", times: [0])"), Code::OutOfRange),
        (show("Play(play: \"exemplar\", times: 4)"), Code::WrongType),
        (show("Calls(plays: [\"exemplar\", \"api-strategy\"], calls: 0)"), Code::OutOfRange),
        (show("Decide"), Code::WrongType),
        (show(""), Code::MissingField),
        (rules("(gone-round-drag: 0.9)"), Code::Syntax),
        (rules("Some((wear: 0.5))"), Code::WrongType),
        ("Settings(colour: 1 b: 2 ((".to_owned(), Code::WrongDocument),
        ("some: yaml\nother: [1, 2]\n".to_owned(), Code::WrongDocument),
    ];
    for (text, code) in cases {
        let mut problems = read(text.as_bytes(), "text.ron", None, Playbook::built_in()).problems;
        problems.retain(|problem| problem.code != Code::OpenFlank);
        // What cannot be read may be said in more than one way, but not in other words.
        problems.dedup_by_key(|problem| problem.code);
        let codes: Vec<Code> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [code], "{text}");
    }
}

#[test]
fn help_shows_the_number_that_was_meant() {
    let text = play("", "").replacen("step_back: 5", "step_back: 0x3", 1);
    let problems = read(text.as_bytes(), "text.ron", None, Playbook::built_in()).problems;
    assert_eq!(problems[0].help.as_deref(), Some("Write it as 3"));
}

#[test]
fn another_document_than_was_asked_for_is_the_wrong_one() {
    let text = plan("", "");
    let reading = read(text.as_bytes(), "plan.ron", Some(DocumentKind::Play), Playbook::built_in());
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.problems[0].code, Code::WrongDocument);
    assert_eq!(reading.problems[0].message, "This is a game plan, but a play was asked for");
}

#[test]
fn every_code_is_seen_in_some_test() {
    let here = include_str!("play_files.rs");
    let mut seen: Vec<Code> = Vec::new();
    for (stem, bytes) in broken_files() {
        seen.extend(
            read(&bytes, &stem, None, Playbook::built_in()).problems.iter().map(|problem| problem.code),
        );
    }
    for code in Code::ALL {
        let listed = here.contains(&format!(" {code}: "));
        assert!(seen.contains(code) || listed, "{code}");
    }
}
