//! The plays of a playbook as the list shows them: worked out once when the playbook is read, not at every update.

use std::sync::Arc;

use super::session::{FIRST_PLAY, START_YARDS};
use crate::model::{Play, PlayId};
use crate::play_file::{Document, DocumentKind, Entry, Lookup, Playbook};
use crate::rules::{Lineup, State, Switches, resolve};

/// One play of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The play's file, by its stem.
    pub stem: Arc<str>,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub hint: String,
    /// What its first use gains from the level start, in yards of the whole organisation; nothing if it has errors.
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

/// The list: the play that explains the rest, then by title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The plays, those with errors too.
    pub rows: Vec<Row>,
    /// Every tag once, in alphabetical order.
    pub tags: Vec<String>,
}

impl Shelf {
    /// The plays of `playbook`.
    #[must_use]
    pub fn of(playbook: &Playbook) -> Self {
        let mut rows: Vec<Row> = playbook.entries.iter().filter_map(|entry| row(playbook, entry)).collect();
        rows.sort_by_cached_key(|row| (&*row.stem != FIRST_PLAY, row.title.to_lowercase()));
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
            title: play.title.clone(),
            hint: play.summary.clone(),
            gain: first_gain(playbook, entry, play),
            is_good: true,
            tags: play.tags.clone(),
            words: words(entry, play),
        }),
        (Some(_), _) | (None, Some(DocumentKind::GamePlan | DocumentKind::OperatingModel)) => None,
        (None, Some(DocumentKind::Play) | None) => Some(Row {
            stem: entry.stem.clone(),
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

fn first_gain(playbook: &Playbook, entry: &Entry, play: &Arc<Play>) -> Option<f64> {
    let model = playbook.model(&play.model)?;
    let state = State::level(&model, START_YARDS);
    let lineup = Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model);
    let outcome = resolve(&lineup, &state, &Switches::of(play));
    Some(outcome.spot_end - outcome.spot_start)
}
