//! Names that refer to channels, players, plays and operating models.

use std::sync::Arc;

use super::super::nearest::{list, nearest};
use super::super::problem::Code;
use super::super::read::Lookup;
use super::super::report::Report;
use super::super::tree::Node;
use super::place;
use crate::model::{ModelId, OperatingModel};

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
