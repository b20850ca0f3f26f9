//! A drive and its trials for programs: numbers in full precision, keys in a fixed order.

use serde_json::{Map, Value, json};

use crate::cli::resolve::why;
use crate::model::OperatingModel;
use crate::rules::{CallSheet, Chance, Down, DownResult, Drive, Spread, Struck, Trials};

/// The whole object.
pub(super) fn text(
    sheet: &CallSheet,
    expected: &Drive,
    trials: &Trials,
    matters: Option<Value>,
    reasons: bool,
    provenance: Value,
) -> String {
    let mut result = json!({
        "plan": &*sheet.stem,
        "title": sheet.plan.title,
        "start": by_channel(&sheet.model, sheet.from.state.fronts.iter().copied().map(Value::from)),
        "goal": sheet.goal(),
        "expected": drive(sheet, expected, reasons),
        "trials": chances(&sheet.model, trials),
    });
    if let Some(result) = result.as_object_mut() {
        result.extend(matters.map(|matters| ("sensitivity".to_owned(), matters)));
        result.insert("provenance".to_owned(), provenance);
    }
    format!("{result:#}\n")
}

/// The expected drive.
pub(in crate::cli) fn drive(sheet: &CallSheet, drive: &Drive, reasons: bool) -> Value {
    let model = &*sheet.model;
    let open = model.channels.iter().zip(drive.never_worked_on(model)).filter(|(_, open)| *open);
    let never_worked_on: Vec<&str> = open.map(|(channel, _)| channel.id.as_str()).collect();
    json!({
        "downs": drive.downs.iter().map(|played| down(sheet, played, reasons)).collect::<Vec<Value>>(),
        "events": drive.events.iter().map(|struck| event(model, struck)).collect::<Vec<Value>>(),
        "end": drive.end.name(),
        "spot": drive.spot,
        "exposure": drive.exposure,
        "fronts": yards(model, &drive.last.state.fronts),
        "out_on_their_own": yards(model, &drive.leads(model)),
        "first_downs": drive.count(DownResult::FirstDown),
        "setbacks": drive.count(DownResult::Setback),
        "never_worked_on": never_worked_on,
    })
}

fn down(sheet: &CallSheet, down: &Down, reasons: bool) -> Value {
    let called = sheet.plays.get(down.play);
    let mut result = json!({
        "number": down.number,
        "series": down.series.number,
        "down": down.series.down,
        "to_gain": down.series.to_gain,
        "play": called.map(|called| called.lineup.id.as_str()),
        "spot_start": down.run.outcome.spot_start,
        "spot_end": down.spot,
        "fronts": yards(&sheet.model, &down.fronts),
        "exposure": down.exposure,
        "result": down.result.name(),
    });
    if let (true, Some(called), Some(result)) = (reasons, called, result.as_object_mut()) {
        result.insert("reasons".to_owned(), why(&called.lineup, &called.switches, &down.run).into());
    }
    result
}

fn event(model: &OperatingModel, struck: &Struck) -> Value {
    json!({
        "after": struck.after,
        "name": &*struck.name,
        "cost": struck.cost,
        "lost": yards(model, &struck.lost),
        "fronts": yards(model, &struck.fronts),
    })
}

/// The trials.
pub(in crate::cli) fn chances(model: &OperatingModel, trials: &Trials) -> Value {
    let by_down: Vec<Value> = trials
        .by_down
        .iter()
        .map(|down| {
            json!({
                "spot": spread(&down.spot),
                "exposure": spread(&down.exposure),
                "fronts": by_channel(model, down.fronts.iter().map(spread)),
            })
        })
        .collect();
    let mut result = Map::new();
    result.insert("count".to_owned(), trials.count.into());
    result.insert("seed".to_owned(), trials.seed.into());
    if trials.count < trials.asked {
        result.insert("partial".to_owned(), true.into());
    }
    result.insert("goal".to_owned(), chance(&trials.goal));
    result.insert("turnover".to_owned(), chance(&trials.turnover));
    result.insert("spot".to_owned(), spread(&trials.spot));
    result.insert("exposure".to_owned(), spread(&trials.exposure));
    result.insert("fronts".to_owned(), by_channel(model, trials.fronts.iter().map(spread)));
    result.insert("by_down".to_owned(), by_down.into());
    result.into()
}

/// How likely something is, and how far off chance alone may have put that.
pub(in crate::cli) fn chance(chance: &Chance) -> Value {
    json!({ "chance": chance.chance, "error": chance.error })
}

pub(in crate::cli) fn spread(spread: &Spread) -> Value {
    json!({ "mean": spread.mean, "p10": spread.p10, "p50": spread.p50, "p90": spread.p90 })
}

fn yards(model: &OperatingModel, yards: &[f64]) -> Value {
    by_channel(model, yards.iter().copied().map(Value::from))
}

/// Values by the channels they belong to.
pub(in crate::cli) fn by_channel(model: &OperatingModel, values: impl Iterator<Item = Value>) -> Value {
    let channels = model.channels.iter().map(|channel| channel.id.to_string());
    channels.zip(values).collect::<Map<String, Value>>().into()
}
