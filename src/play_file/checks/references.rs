//! Names that refer to channels, players, plays and operating models.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::nearest::{list, nearest};
use super::super::problem::{Code, Span};
use super::super::read::Lookup;
use super::super::report::Report;
use super::super::tree::{Node, NodeKind};
use super::place;
use crate::model::{ModelId, OperatingModel, PlayId};

/// The operating model a document names; reports one that cannot be found, and takes the nearest instead.
pub(super) fn model(
    root: Node<'_>,
    value: Option<Node<'_>>,
    lookup: &dyn Lookup,
    report: &mut Report,
) -> Option<(ModelId, Arc<OperatingModel>)> {
    let name = match value {
        Some(value) => value.as_str()?,
        None => "five-channels".into(),
    };
    let id = ModelId::from(&*name);
    if let Some(model) = lookup.model(&id) {
        return Some((id, model));
    }
    let (models, _) = lookup.names();
    let names = || models.iter().map(ModelId::as_str);
    let span = place(root, value);
    if names().any(|known| known == name) {
        report
            .add(Code::UnknownModel, span, format!("The operating model \"{name}\" has errors itself"))
            .help(format!("Correct the file `{name}.ron` first"));
    } else {
        let meant = nearest(&name, names()).filter(|_| value.is_some());
        report
            .add(Code::UnknownModel, span, format!("There is no operating model \"{name}\" to be found"))
            .nearest(meant, &known("Models", names()), span, "\"");
        // The one that was probably meant tells the rest of what is wrong.
        let meant = ModelId::from(meant?);
        return lookup.model(&meant).map(|model| (meant, model));
    }
    None
}

/// What a name may refer to where something is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Play,
    Plan,
    /// A play, or else a plan.
    Either,
}

impl Wanted {
    const fn called(self) -> &'static str {
        match self {
            Self::Play => "play",
            Self::Plan => "game plan",
            Self::Either => "play or game plan",
        }
    }

    const fn several(self) -> &'static str {
        match self {
            Self::Play => "Plays",
            Self::Plan => "Game plans",
            Self::Either => "Plays and game plans",
        }
    }
}

/// The model of the play or plan that is named; reports a name that is none of those wanted.
pub(super) fn runnable(
    node: Node<'_>,
    wanted: Wanted,
    lookup: &dyn Lookup,
    report: &mut Report,
) -> Option<ModelId> {
    let name = node.as_str()?;
    let id = PlayId::from(&*name);
    let of_play = || lookup.play(&id).map(|play| play.model.clone());
    let of_plan = || lookup.plan(&id).map(|plan| plan.model.clone());
    let found = match wanted {
        Wanted::Play => of_play(),
        Wanted::Plan => of_plan(),
        Wanted::Either => of_play().or_else(of_plan),
    };
    if found.is_some() {
        return found;
    }
    let mut ids = if wanted == Wanted::Plan { Vec::new() } else { lookup.names().1 };
    if wanted != Wanted::Play {
        ids.extend(lookup.plan_names());
    }
    let names = || ids.iter().map(PlayId::as_str);
    let (span, called) = (node.span().into(), wanted.called());
    if names().any(|known| known == name) {
        report
            .add(Code::UnknownPlay, span, format!("The {called} \"{name}\" has errors itself"))
            .help(format!("Correct the file `{name}.ron` first"));
        return None;
    }
    let other = match wanted {
        Wanted::Play if of_plan().is_some() => Some("game plan"),
        Wanted::Plan if of_play().is_some() => Some("play"),
        _ => None,
    };
    let known = known(wanted.several(), names());
    if let Some(other) = other {
        // The name is right, and no other is meant.
        let message = format!("\"{name}\" is a {other}, but a {called} is wanted here");
        report.add(Code::UnknownPlay, span, message).help(known);
    } else {
        let message = format!("There is no {called} \"{name}\" to be found");
        report.add(Code::UnknownPlay, span, message).nearest(nearest(&name, names()), &known, span, "\"");
    }
    None
}

/// Reports a channel that a map names twice: of two yards only the last would count.
pub(super) fn each_once(map: Option<Node<'_>>, report: &mut Report) {
    let Some(map) = map.filter(|map| map.kind() == NodeKind::Map) else { return };
    let mut named = BTreeSet::new();
    for item in map.items() {
        let Some(key) = item.key_node() else { continue };
        let Some(name) = key.as_str() else { continue };
        if named.insert(name.clone()) {
            continue;
        }
        let end = item.comma().map_or(item.span().end, |comma| comma.end) as usize;
        report
            .add(Code::DuplicateField, key.span(), format!("\"{name}\" is given twice"))
            .help("Keep one of the two")
            .fix("Remove the second", Span::new(item.span().start as usize, end), "");
    }
}

/// Reports a name that is no channel of `model`.
pub(super) fn channel(node: Node<'_>, model: &OperatingModel, report: &mut Report) {
    let Some(name) = node.as_str() else { return };
    if model.channels.iter().any(|channel| channel.id.as_str() == name) {
        return;
    }
    let names = || model.channels.iter().map(|channel| channel.id.as_str());
    let span = node.span().into();
    report.add(Code::UnknownChannel, span, format!("\"{}\" has no channel \"{name}\"", model.title)).nearest(
        nearest(&name, names()),
        &known("Its channels", names()),
        span,
        "\"",
    );
}

/// Reports a name that is none of `names`, which are all the play has of `called`.
pub(super) fn unknown_player<'n>(
    node: Node<'_>,
    called: &str,
    names: impl Iterator<Item = &'n str> + Clone,
    report: &mut Report,
) {
    let Some(name) = node.as_str() else { return };
    let span = node.span().into();
    report.add(Code::UnknownPlayer, span, format!("This play has no {called} \"{name}\"")).nearest(
        nearest(&name, names.clone()),
        &known("Those it has", names),
        span,
        "\"",
    );
}

/// The names there are, which are `subject`, in a sentence.
pub(super) fn known<'n>(subject: &str, names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<&str> = names.collect();
    match &*names {
        [] => "There is none to choose from".into(),
        [only] => format!("The only one is \"{only}\""),
        names => format!("{subject} are {}", list(names.iter().copied(), "\"", " and ")),
    }
}
