//! What only several files together can have wrong: the same force with another strength, a channel nobody plays in.
//!
//! In: the read entries of a folder. Out: warnings among the problems of the later file.

use std::collections::BTreeMap;

use super::playbook::Entry;
use super::problem::{Code, Problem};
use super::report::{self, Report};
use super::schema::{CHANNEL, DEFENDER, OPERATING_MODEL, PLAY, Record};
use super::slots::Slots;
use super::tree::{Node, Tree};
use crate::model::{Defender, ModelId, Play, PlayerId, Strength};

/// Adds what is wrong across files to the entries' problems.
pub(super) fn check(entries: &mut [Entry]) {
    let mut found: Vec<(usize, Vec<Problem>)> = forces(entries);
    found.extend(channels(entries));
    for (index, problems) in found {
        if let Some(entry) = entries.get_mut(index) {
            entry.problems.extend(problems);
            report::sort(&mut entry.problems);
        }
    }
}

/// Forces that are not the same in every play they stand in. The first play, by path, is taken as the measure.
fn forces(entries: &[Entry]) -> Vec<(usize, Vec<Problem>)> {
    let mut first: BTreeMap<&PlayerId, (&Entry, &ModelId, &Defender)> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(play) = entry.play() else { continue };
        let play: &Play = play;
        let mut differing = Vec::new();
        for defender in &play.defense {
            let (other, model, before) =
                *first.entry(&defender.id).or_insert_with(|| (entry, &play.model, defender));
            if before.strength != defender.strength {
                differing.push((defender, "strength", other, words(before.strength)));
            }
            if before.channel != defender.channel && *model == play.model {
                differing.push((defender, "channel", other, format!("\"{}\"", before.channel)));
            }
        }
        if differing.is_empty() {
            continue;
        }
        let tree = Tree::parse(&entry.text);
        let mut report = Report::default();
        for (defender, field, other, value) in differing {
            let Some(node) = named(&tree, &PLAY, "defense", &DEFENDER, defender.id.as_str(), field) else {
                continue;
            };
            report
                .add(
                    Code::InconsistentForce,
                    node.span(),
                    format!("\"{}\" has another {field} in {}", defender.id, other.file),
                )
                .help(format!("There it is {value}; give a force the same in every play, or another id"))
                .fix(format!("Change to {value}"), node.span().into(), value);
        }
        found.push((index, report.into_problems(&entry.text, &entry.file)));
    }
    found
}

/// Channels of an operating model that none of the folder's plays on it names.
fn channels(entries: &[Entry]) -> Vec<(usize, Vec<Problem>)> {
    let mut found = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(model) = entry.operating_model() else { continue };
        let plays: Vec<&Play> = entries
            .iter()
            .filter_map(|entry| Some(&**entry.play()?))
            .filter(|play| play.model.as_str() == &*entry.stem)
            .collect();
        if plays.is_empty() {
            continue;
        }
        let unused = model.channels.iter().filter(|channel| {
            !plays.iter().any(|play| {
                let players = play.offense.iter().map(|player| &player.channel);
                players
                    .chain(play.defense.iter().map(|defender| &defender.channel))
                    .any(|id| *id == channel.id)
            })
        });
        let unused: Vec<_> = unused.collect();
        if unused.is_empty() {
            continue;
        }
        let tree = Tree::parse(&entry.text);
        let mut report = Report::default();
        for channel in unused {
            if let Some(node) =
                named(&tree, &OPERATING_MODEL, "channels", &CHANNEL, channel.id.as_str(), "id")
            {
                report
                    .add(Code::NeverUsed, node.span(), format!("No play has anybody in \"{}\"", channel.id))
                    .help("Put a player there in one of the plays, or leave the channel out");
            }
        }
        found.push((index, report.into_problems(&entry.text, &entry.file)));
    }
    found
}

/// The value of `field` in the record of that id, in a list of the document.
fn named<'t>(
    tree: &'t Tree,
    document: &'static Record,
    list: &str,
    record: &'static Record,
    id: &str,
    field: &str,
) -> Option<Node<'t>> {
    Slots::of(tree.root()?, document)
        .list(list)
        .map(|node| Slots::of(node, record))
        .find(|slots| slots.get("id").and_then(|node| node.as_str()).as_deref() == Some(id))?
        .get(field)
}

/// A strength as it is written in files.
fn words(strength: Strength) -> String {
    let Strength { low, likely, high } = strength;
    if low == likely && likely == high { format!("{likely}") } else { format!("({low}, {likely}, {high})") }
}
