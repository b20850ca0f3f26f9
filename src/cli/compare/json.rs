//! A comparison for programs: numbers in full precision, keys in a fixed order.

use serde_json::{Map, Value, json};

use crate::cli::simulate::json::{by_channel, chance, chances, drive};
use crate::compare::results::{Comparison, Takeaway, is_clear, kept, measures, takeaway};
use crate::rules::Paired;

/// `{"takeaway", "plans": [{"letter", "plan", "title", "start", "goal", "expected", "trials", "keeps_control", "files"}],
/// "pairs": [{"plan", "against", "further", "spot", "keeps_control", "too_close"}], "better": {measure: letter},
/// "provenance"}`; `expected` and `trials` are those of `simulate`, `spot` and `keeps_control` of a pair are differences
/// taken trial by trial. `files` has a short hash of each one's files.
pub(super) fn text(comparison: &Comparison, files: &[String], provenance: Value) -> String {
    let contenders = &comparison.contenders;
    let plans: Vec<Value> = contenders
        .iter()
        .zip(files)
        .map(|(one, files)| {
            let model = &one.sheet.model;
            json!({
                "letter": one.letter,
                "plan": &*one.sheet.stem,
                "title": one.sheet.plan.title,
                "start": by_channel(model, one.sheet.from.state.fronts.iter().copied().map(Value::from)),
                "goal": one.sheet.goal(),
                "expected": drive(&one.sheet, &one.expected, false),
                "trials": chances(model, &one.trials),
                "keeps_control": chance(&kept(one)),
                "files": files,
            })
        })
        .collect();
    let mut pairs: Vec<Value> = Vec::new();
    for (a, ours) in contenders.iter().enumerate() {
        for (b, theirs) in contenders.iter().enumerate().filter(|(b, _)| *b != a) {
            let against = comparison.against(a, b);
            pairs.push(json!({
                "plan": ours.letter,
                "against": theirs.letter,
                "further": chance(&against.further),
                "spot": paired(against.spot),
                "keeps_control": paired(against.kept),
                "too_close": !is_clear(against),
            }));
        }
    }
    let better: Map<String, Value> = measures(comparison)
        .into_iter()
        .filter_map(|measure| {
            let one = contenders.get(measure.better?)?;
            Some((measure.key, one.letter.to_string().into()))
        })
        .collect();
    let Takeaway { headline, price } = takeaway(comparison);
    let result = json!({
        "takeaway": format!("{headline} {price}").trim_end(),
        "plans": plans,
        "pairs": pairs,
        "better": better,
        "provenance": provenance,
    });
    format!("{result:#}\n")
}

/// An error that cannot be told, of fewer than two trials, is null.
fn paired(paired: Paired) -> Value {
    json!({ "mean_difference": paired.mean_difference, "error": paired.error })
}
