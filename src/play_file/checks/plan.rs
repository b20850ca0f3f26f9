//! A game plan as a whole: its plays, where it starts, and what is never reached.

use super::super::nearest::nearest;
use super::super::problem::{Code, Span};
use super::super::read::Lookup;
use super::super::report::Report;
use super::super::schema::{CALL, EVENT, GAME_PLAN, MAX_CALLS, PLAN_BEAT, YARD};
use super::super::slots::Slots;
use super::super::tree::{Node, NodeKind, Tree};
use super::nothing_lost;
use super::references::{self, Wanted, known};
use crate::model::{ModelId, OperatingModel};

/// Where a plan wants every front unless it says otherwise, in yards.
const GOAL: f64 = 100.0;

/// Checks a game plan.
pub(crate) fn game_plan(tree: &Tree, root: Node<'_>, lookup: &dyn Lookup, report: &mut Report) {
    let plan = Slots::of(root, &GAME_PLAN);
    let model = references::model(root, plan.get("model"), lookup, report);
    if let Some(call) = plan.list("calls").nth(MAX_CALLS) {
        let count = plan.list("calls").count();
        report
            .add(Code::TooLarge, call.span(), format!("{count} calls are too many for one plan"))
            .help(format!("A plan has at most {MAX_CALLS}; `times` repeats a play in one call"));
    }
    if let Some(start) = plan.get("start") {
        self::start(start, plan.get("goal"), model.as_ref().map(|(_, model)| &**model), report);
    }
    if let Some(calls) =
        plan.get("calls").filter(|calls| calls.kind() == NodeKind::List && calls.item_count() == 0)
        && nothing_lost(tree)
    {
        // An empty list means the same as a missing one.
        report
            .add(Code::MissingField, calls.span(), "This plan calls nothing")
            .help("Name a play to run, as in `calls: [Call(play: \"exemplar\")]`");
    }
    let mut downs = Some(0_u64);
    for node in plan.list("calls").take(MAX_CALLS) {
        match node.name() {
            Some("Call") if node.kind() == NodeKind::Struct => {
                let call = Slots::of(node, &CALL);
                play(&call, model.as_ref().map(|(id, _)| id), lookup, report);
                let times = match call.get("times") {
                    // A number that cannot be is reported, and tells nothing of how many downs there are.
                    Some(times) => times.as_u32().filter(|times| *times > 0),
                    None => Some(1),
                };
                downs = downs.zip(times).map(|(downs, times)| downs + u64::from(times));
            }
            Some("Event") => {
                event(&Slots::of(node, &EVENT), model.as_ref().map(|(_, model)| &**model), report);
            }
            _ => downs = None,
        }
    }
    for risk in plan.list("risks") {
        without_effect(risk.field("severity"), "risk", report);
    }
    if let Some(downs) = downs.filter(|_| nothing_lost(tree)) {
        beats(&plan, downs, report);
    }
}

fn play(call: &Slots<'_>, model: Option<&ModelId>, lookup: &dyn Lookup, report: &mut Report) {
    let Some(node) = call.get("play") else { return };
    let Some(own) = references::runnable(node, Wanted::Play, lookup, report) else { return };
    if let Some(model) = model.filter(|model| **model != own) {
        let name = node.as_str().unwrap_or_default();
        report
            .add(
                Code::MixedModels,
                node.span(),
                format!("\"{name}\" is played on \"{own}\", this plan on \"{model}\""),
            )
            .help("The plays of a plan share its operating model");
    }
}

fn event(event: &Slots<'_>, model: Option<&OperatingModel>, report: &mut Report) {
    if let Some(model) = model {
        for channel in event.list("channels") {
            references::channel(channel, model, report);
        }
    }
    without_effect(event.get("severity"), "event", report);
}

fn without_effect(severity: Option<Node<'_>>, called: &str, report: &mut Report) {
    if let Some(node) = severity.filter(|severity| severity.as_f64() == Some(0.0)) {
        report
            .add(Code::NeverUsed, node.span(), format!("With severity 0 this {called} changes nothing"))
            .help("Severity is the share of each lead that is lost, above 0 to 1");
    }
}

/// Where the channels start: each named once, and not all of them at the goal.
fn start(node: Node<'_>, goal: Option<Node<'_>>, model: Option<&OperatingModel>, report: &mut Report) {
    let goal = match goal {
        Some(goal) => goal.as_f64().filter(|goal| *goal > 0.0 && *goal <= GOAL),
        None => Some(GOAL),
    };
    let at_goal = |yards: f64| goal.is_some_and(|goal| yards >= goal && YARD.allows(yards));
    let arrived = if let Some(yards) = node.as_f64() {
        at_goal(yards)
    } else if node.kind() == NodeKind::Map {
        if let Some(model) = model {
            named_once(node, model, report);
        }
        node.item_count() > 0 && node.items().all(|item| item.value().as_f64().is_some_and(at_goal))
    } else {
        false
    };
    if arrived {
        report
            .add(Code::OutOfRange, node.span(), "This plan starts where it wants to end")
            .help("Start at least one channel below the goal, or set the goal further out");
    }
}

fn named_once(node: Node<'_>, model: &OperatingModel, report: &mut Report) {
    let mut named: Vec<String> = Vec::new();
    let mut all_known = node.close().is_some();
    for item in node.items().take(MAX_CALLS) {
        let Some(key) = item.key_node() else { continue };
        let Some(name) = key.as_str() else {
            all_known = false;
            continue;
        };
        if named.iter().any(|other| *other == name) {
            let end = item.comma().map_or(item.span().end, |comma| comma.end) as usize;
            report
                .add(Code::DuplicateField, key.span(), format!("\"{name}\" is given twice"))
                .help("Keep one of the two")
                .fix("Remove the second", Span::new(item.span().start as usize, end), "");
            continue;
        }
        if model.channels.iter().all(|channel| channel.id.as_str() != name) {
            let others = node.items().take(MAX_CALLS).filter_map(|item| item.key_node()?.as_str());
            let others: Vec<_> = others.collect();
            let free = || {
                let ids = model.channels.iter().map(|channel| channel.id.as_str());
                ids.filter(|id| others.iter().all(|other| other != id))
            };
            let meant = nearest(&name, free());
            let span = key.span().into();
            report
                .add(Code::UnknownChannel, span, format!("\"{}\" has no channel \"{name}\"", model.title))
                .nearest(meant, &known("Channels not named yet", free()), span, "\"");
            // What it was meant to be is not missing as well; that may be any of them.
            match meant {
                Some(meant) => named.push(meant.to_owned()),
                None => all_known = false,
            }
            continue;
        }
        named.push(name.into_owned());
    }
    if !all_known {
        return;
    }
    let missing: Vec<&str> = model
        .channels
        .iter()
        .map(|channel| channel.id.as_str())
        .filter(|id| named.iter().all(|name| name != id))
        .collect();
    if !missing.is_empty() {
        let open: Span = node.open().unwrap_or(node.span()).into();
        let names = missing.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
        report
            .add(Code::MissingField, open, format!("The start does not say where {names} begins"))
            .help(format!("Name every channel, as in \"{}\": 20", missing.first().copied().unwrap_or("")));
    }
}

/// Beats that come after the last down are never shown.
fn beats(plan: &Slots<'_>, downs: u64, report: &mut Report) {
    for beat in plan.list("beats") {
        let Some(node) = Slots::of(beat, &PLAN_BEAT).get("down") else { continue };
        if node.as_u32().is_some_and(|down| u64::from(down) > downs) {
            let times = if downs == 1 { "once".to_owned() } else { format!("{downs} times") };
            report
                .add(Code::NeverUsed, node.span(), format!("Nothing is played at down {}", node.text()))
                .help(format!("The plan calls plays {times}"));
        }
    }
}
