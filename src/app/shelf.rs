//! The plays and plans of a playbook as the list shows them: worked out once when the playbook is read, not at every update.

use std::sync::Arc;

use super::session::{FIRST_PLAY, START_YARDS};
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
        let mut rows: Vec<Row> = playbook.entries.iter().filter_map(|entry| row(playbook, entry)).collect();
        rows.sort_by_cached_key(|row| (row.is_plan, &*row.stem != FIRST_PLAY, row.title.to_lowercase()));
        let mut tags: Vec<String> = rows.iter().flat_map(|row| row.tags.iter().cloned()).collect();
        tags.sort();
        tags.dedup();
        Self { rows, tags }
    }
}

fn row(playbook: &Playbook, entry: &Entry) -> Option<Row> {
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
        }),
        (Some(Document::OperatingModel(_)), _) | (None, Some(DocumentKind::OperatingModel)) => None,
        (None, Some(DocumentKind::Play | DocumentKind::GamePlan) | None) => Some(Row {
            stem: entry.stem.clone(),
            is_plan: entry.kind == Some(DocumentKind::GamePlan),
            title: entry.stem.to_string(),
            hint: "This file has errors; they are listed below.".to_owned(),
            gain: None,
            is_good: false,
            tags: Vec::new(),
            words: entry.stem.to_lowercase(),
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
