//! A show as a whole: what its items name, and what there is too much or too little of.

use std::ops::RangeInclusive;

use super::super::problem::Code;
use super::super::read::Lookup;
use super::super::report::Report;
use super::super::schema::{CALLS, COMPARE, MAX_ITEMS, MAX_TURNS, PLAN_ITEM, PLAY_ITEM, SHOW};
use super::super::slots::Slots;
use super::super::tree::{Node, NodeKind, Tree};
use super::nothing_lost;
use super::references::{self, Wanted};
use crate::model::ModelId;

/// How many plays or plans can be seen side by side.
const COMPARED: RangeInclusive<usize> = 2..=4;
/// From how many plays groups choose: each has a digit.
const OFFERED: RangeInclusive<usize> = 2..=9;

/// Checks a show.
pub(crate) fn show(tree: &Tree, root: Node<'_>, lookup: &dyn Lookup, report: &mut Report) {
    let show = Slots::of(root, &SHOW);
    let clear = nothing_lost(tree);
    references::each_once(show.get("start"), report);
    if let Some(item) = show.list("items").nth(MAX_ITEMS) {
        let count = show.list("items").count();
        report
            .add(Code::TooLarge, item.span(), format!("{count} items are too many for one show"))
            .help(format!("A show has at most {MAX_ITEMS}; this is the first too many"));
    }
    if let Some(items) = list_of(&show, "items").filter(|items| items.item_count() == 0 && clear) {
        // An empty list means the same as a missing one.
        report
            .add(Code::MissingField, items.span(), "This show has nothing in it")
            .help("Add something to show, as in `items: [Play(play: \"exemplar\")]`");
    }
    for node in show.list("items").take(MAX_ITEMS).filter(|node| node.kind() == NodeKind::Struct) {
        match node.name() {
            Some("Play") => {
                let item = Slots::of(node, &PLAY_ITEM);
                if let Some(play) = item.get("play") {
                    references::runnable(play, Wanted::Play, lookup, report);
                }
                turns(&item, clear, report);
            }
            Some("Plan") => {
                if let Some(plan) = Slots::of(node, &PLAN_ITEM).get("plan") {
                    references::runnable(plan, Wanted::Plan, lookup, report);
                }
            }
            Some("Compare") => {
                let item = Slots::of(node, &COMPARE);
                if clear {
                    number(&item, "of", &COMPARED, "A comparison sets 2 to 4 side by side", report);
                }
                of_one_model(&item, "of", Wanted::Either, "What is compared", lookup, report);
            }
            Some("Calls") => {
                let item = Slots::of(node, &CALLS);
                if clear {
                    number(&item, "plays", &OFFERED, "Groups choose from 2 to 9 plays", report);
                }
                of_one_model(&item, "plays", Wanted::Play, "What groups call", lookup, report);
            }
            _ => {}
        }
    }
}

fn list_of<'t>(slots: &Slots<'t>, field: &str) -> Option<Node<'t>> {
    slots.get(field).filter(|list| list.kind() == NodeKind::List)
}

/// How often a play is run anew.
fn turns(item: &Slots<'_>, clear: bool, report: &mut Report) {
    let Some(times) = list_of(item, "times").filter(|_| clear) else { return };
    match times.item_count() {
        0 => {
            report
                .add(Code::OutOfRange, times.span(), "A play that is run no times is not shown")
                .help("Write `times: [1]`, or leave it out");
        }
        count if count > MAX_TURNS => {
            report.add(Code::OutOfRange, times.span(), format!("`times` cannot have {count} numbers")).help(
                format!("It has 1 to {MAX_TURNS}: how often the play is run in a row, one after the other"),
            );
        }
        _ => {}
    }
}

fn number(item: &Slots<'_>, field: &str, allowed: &RangeInclusive<usize>, help: &str, report: &mut Report) {
    let Some(list) = list_of(item, field).filter(|list| !allowed.contains(&list.item_count())) else {
        return;
    };
    let message = match list.item_count() {
        0 => format!("`{field}` names nothing"),
        1 => format!("`{field}` names only one"),
        count => format!("{count} are too many for `{field}`"),
    };
    report.add(Code::OutOfRange, list.span(), message).help(help);
}

/// Yards of one operating model say nothing about another.
fn of_one_model(
    item: &Slots<'_>,
    field: &str,
    wanted: Wanted,
    subject: &str,
    lookup: &dyn Lookup,
    report: &mut Report,
) {
    let mut first: Option<(Node<'_>, ModelId)> = None;
    // Of more than can be, the rest would be too many anyway.
    for node in item.list(field).take(*OFFERED.end()) {
        let Some(own) = references::runnable(node, wanted, lookup, report) else { continue };
        match &first {
            None => first = Some((node, own)),
            Some((other, model)) if *model != own => {
                let (name, other) = (node.as_str().unwrap_or_default(), other.as_str().unwrap_or_default());
                report
                    .add(
                        Code::MixedModels,
                        node.span(),
                        format!("\"{name}\" is played on \"{own}\", \"{other}\" on \"{model}\""),
                    )
                    .help(format!("{subject} shares one operating model"));
            }
            Some(_) => {}
        }
    }
}
