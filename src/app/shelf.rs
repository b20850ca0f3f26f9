//! The plays and plans of a playbook as the list shows them: worked out once when the playbook is read, not at every update.

use std::collections::HashMap;
use std::sync::Arc;

use super::session::{FIRST_PLAY, START_YARDS};
use crate::app::words::say;
use crate::model::{Call, GamePlan, Play, PlayId};
use crate::play_file::{Document, DocumentKind, Entry, Lookup, Playbook};
use crate::rules::{CallSheet, Lineup, State, Switches, drive, resolve};

/// Plans with more downs than this are not run for the list.
const MOST_DOWNS: u32 = 500;

/// One play or plan of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its file, by its stem.
    pub stem: Arc<str>,
    /// Whether it is a plan.
    pub is_plan: bool,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub hint: String,
    /// What a play's first use gains from the level start, and a plan's drive altogether, in yards of the whole
    /// organisation; nothing if it has errors.
    pub gain: Option<f64>,
    /// Whether it can be shown.
    pub is_good: bool,
    /// Words to find it by.
    pub tags: Vec<String>,
    words: String,
    /// The documents it was worked out from.
    made_of: Vec<Document>,
}

impl Row {
    /// Whether it has all of these words, in lower case, and the tag.
    #[must_use]
    pub fn fits(&self, words: &str, tag: Option<&str>) -> bool {
        tag.is_none_or(|tag| self.tags.iter().any(|own| own == tag))
            && words.split_whitespace().all(|word| self.words.contains(word))
    }
}

/// The list: the play that explains the rest, then by title; plans after plays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The plays and plans, those with errors too.
    pub rows: Vec<Row>,
    /// Every tag once, in alphabetical order.
    pub tags: Vec<String>,
}

impl Shelf {
    /// The plays of `playbook`.
    #[must_use]
    pub fn of(playbook: &Playbook) -> Self {
        let mut shelf = Self::default();
        shelf.update(playbook);
        shelf
    }

    /// Brings the list up to what was read; what has not changed is not worked out again.
    pub fn update(&mut self, playbook: &Playbook) {
        let mut known: HashMap<Arc<str>, Row> =
            std::mem::take(&mut self.rows).into_iter().map(|row| (Arc::clone(&row.stem), row)).collect();
        let mut rows: Vec<Row> = Vec::new();
        for entry in &playbook.entries {
            let made_of = made_of(playbook, entry);
            let same = |row: &Row| same(&row.made_of, &made_of) && !made_of.is_empty();
            match known.remove(&entry.stem) {
                Some(row) if same(&row) => rows.push(row),
                _ => rows.extend(row(playbook, entry, made_of)),
            }
        }
        rows.sort_by_cached_key(|row| (row.is_plan, &*row.stem != FIRST_PLAY, row.title.to_lowercase()));
        let mut tags: Vec<String> = rows.iter().flat_map(|row| row.tags.iter().cloned()).collect();
        tags.sort();
        tags.dedup();
        *self = Self { rows, tags };
    }
}

/// What a row is worked out from: the document with its model, and a plan's plays.
fn made_of(playbook: &Playbook, entry: &Entry) -> Vec<Document> {
    let near = playbook.near(&entry.path);
    let mut made_of: Vec<Document> = entry.document.iter().cloned().collect();
    match &entry.document {
        Some(Document::Play(play)) => made_of.extend(near.model(&play.model).map(Document::OperatingModel)),
        Some(Document::GamePlan(plan)) => {
            made_of.extend(near.model(&plan.model).map(Document::OperatingModel));
            let called = plan.calls.iter().filter_map(|call| match call {
                Call::Call { play, .. } => near.play(play).map(Document::Play),
                Call::Event { .. } => None,
            });
            made_of.extend(called);
        }
        Some(
            Document::OperatingModel(_) | Document::Show(_) | Document::WorkshopRecord(_) | Document::Ink(_),
        )
        | None => {}
    }
    made_of
}

/// Whether these are the very same documents.
fn same(a: &[Document], b: &[Document]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|pair| match pair {
            (Document::Play(a), Document::Play(b)) => Arc::ptr_eq(a, b),
            (Document::GamePlan(a), Document::GamePlan(b)) => Arc::ptr_eq(a, b),
            (Document::OperatingModel(a), Document::OperatingModel(b)) => Arc::ptr_eq(a, b),
            _ => false,
        })
}

fn row(playbook: &Playbook, entry: &Entry, made_of: Vec<Document>) -> Option<Row> {
    match (&entry.document, entry.kind) {
        (Some(Document::Play(play)), _) => Some(Row {
            stem: entry.stem.clone(),
            is_plan: false,
            title: play.title.clone(),
            hint: play.summary.clone(),
            gain: first_gain(playbook, entry, play),
            is_good: true,
            tags: play.tags.clone(),
            words: words(entry, play),
            made_of,
        }),
        (Some(Document::GamePlan(plan)), _) => Some(Row {
            stem: entry.stem.clone(),
            is_plan: true,
            title: plan.title.clone(),
            hint: plan.summary.clone(),
            gain: whole_gain(playbook, entry, plan),
            is_good: true,
            tags: Vec::new(),
            words: plan_words(entry, plan),
            made_of,
        }),
        // What cannot be put on the field by itself.
        (
            Some(
                Document::OperatingModel(_)
                | Document::Show(_)
                | Document::WorkshopRecord(_)
                | Document::Ink(_),
            ),
            _,
        )
        | (
            None,
            Some(
                DocumentKind::OperatingModel
                | DocumentKind::Show
                | DocumentKind::WorkshopRecord
                | DocumentKind::Ink,
            ),
        ) => None,
        (None, Some(DocumentKind::Play | DocumentKind::GamePlan) | None) => Some(Row {
            stem: entry.stem.clone(),
            is_plan: entry.kind == Some(DocumentKind::GamePlan),
            title: entry.stem.to_string(),
            hint: say!("playbook-row-errors").to_owned(),
            gain: None,
            is_good: false,
            tags: Vec::new(),
            words: entry.stem.to_lowercase(),
            made_of,
        }),
    }
}

/// Everything of a play that somebody may look for, in lower case.
fn words(entry: &Entry, play: &Play) -> String {
    let names = play.offense.iter().map(|player| &player.name);
    let names = names.chain(play.defense.iter().map(|defender| &defender.name));
    let said = names.chain(play.assumptions.iter().map(|assumption| &assumption.text)).chain(&play.tags);
    let mut words = format!("{} {} {}", entry.stem, play.title, play.summary);
    for each in said {
        words.push(' ');
        words.push_str(each);
    }
    words.to_lowercase()
}

/// The same of a plan.
fn plan_words(entry: &Entry, plan: &GamePlan) -> String {
    let mut words = format!("{} {} {}", entry.stem, plan.title, plan.summary);
    for call in &plan.calls {
        words.push(' ');
        words.push_str(match call {
            Call::Call { play, .. } => play.as_str(),
            Call::Event { name, .. } => name,
        });
    }
    words.to_lowercase()
}

fn first_gain(playbook: &Playbook, entry: &Entry, play: &Arc<Play>) -> Option<f64> {
    let model = playbook.near(&entry.path).model(&play.model)?;
    let state = State::level(&model, START_YARDS);
    let lineup = Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model);
    let outcome = resolve(&lineup, &state, &Switches::of(play));
    Some(outcome.spot_end - outcome.spot_start)
}

fn whole_gain(playbook: &Playbook, entry: &Entry, plan: &Arc<GamePlan>) -> Option<f64> {
    let near = playbook.near(&entry.path);
    let model = near.model(&plan.model)?;
    let sheet = CallSheet::new(Arc::clone(&entry.stem), Arc::clone(plan), model, |id| near.play(id));
    if sheet.downs() > MOST_DOWNS {
        return None;
    }
    let drive = drive(&sheet);
    Some(drive.spot - drive.start_spot)
}
