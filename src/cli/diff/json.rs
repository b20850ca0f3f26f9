//! Differences for programs.

use serde_json::{Value, json};

use crate::compare::changes::Change;
use crate::play_file::DocumentKind;

/// One object, `{"a", "b", "kind": "play|plan|model|show|record|ink", "changes": [{"change": "added|removed|changed|moved", "what", "id",
/// "place", "field", "from", "to", "sentence"}]}`. `id` is null for what has none, `place` (from 1, in the later file, or in
/// the earlier one for what was removed) for what is found without it; `from` and `to` are as files would write them.
pub(super) fn text([before, after]: [&str; 2], kind: DocumentKind, changes: &[Change]) -> String {
    let kind = match kind {
        DocumentKind::Play => "play",
        DocumentKind::GamePlan => "plan",
        DocumentKind::OperatingModel => "model",
        DocumentKind::Show => "show",
        DocumentKind::WorkshopRecord => "record",
        DocumentKind::Ink => "ink",
    };
    let changes: Vec<Value> = changes.iter().map(described).collect();
    format!("{:#}\n", json!({ "a": before, "b": after, "kind": kind, "changes": changes }))
}

fn described(change: &Change) -> Value {
    json!({
        "change": change.kind.name(),
        "what": change.about.what(),
        "id": change.about.id(),
        "place": change.about.place(),
        "field": change.field,
        "from": change.from,
        "to": change.to,
        "sentence": change.sentence,
    })
}
