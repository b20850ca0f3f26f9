//! Next calls for programs: numbers in full precision, keys in a fixed order.

use serde_json::{Map, Value, json};

use super::Played;
use super::human::place;
use crate::cli::simulate::json::{by_channel, chance, spread};
use crate::model::{ChannelId, OperatingModel};
use crate::rules::{Advice, NextCall, Standing};

/// The whole object.
pub(super) fn text(
    model: &OperatingModel,
    played: Option<&Played>,
    before: &Standing,
    advice: &Advice,
    provenance: Value,
) -> String {
    let left_out = advice
        .left_out
        .iter()
        .map(|left| json!({ "play": left.play.as_str(), "title": left.title, "model": left.model }));
    let mut trials = Map::new();
    trials.insert("count".to_owned(), advice.count.into());
    trials.insert("seed".to_owned(), advice.seed.into());
    if advice.count < advice.asked {
        trials.insert("partial".to_owned(), true.into());
    }
    let result = json!({
        "plan": played.map(|played| &*played.sheet.stem),
        "after": played.map(|played| played.after),
        "ended": null,
        "headline": advice.headline,
        "measure": { "words": advice.measure, "exposure": advice.weighing.exposure },
        "standing": standing(model, before, advice),
        "calls": advice.calls.iter().map(|next| call(model, advice, next)).collect::<Vec<Value>>(),
        "left_out": left_out.collect::<Vec<Value>>(),
        "trials": trials,
        "provenance": provenance,
    });
    format!("{result:#}\n")
}

/// A drive that has ended: there is no next call.
pub(super) fn ended(played: &Played, told: &str, provenance: Value) -> String {
    let result = json!({
        "plan": &*played.sheet.stem,
        "after": played.after,
        "ended": played.drive.end.name(),
        "headline": told,
        "calls": [],
        "provenance": provenance,
    });
    format!("{result:#}\n")
}

fn standing(model: &OperatingModel, before: &Standing, advice: &Advice) -> Value {
    let Standing { state, series } = before;
    let uses = state.uses.iter().map(|(tactic, uses)| (tactic.to_string(), Value::from(*uses)));
    let wear = state.wear.iter().map(|(force, wear)| (force.to_string(), Value::from(*wear)));
    let channels = model.channels.iter().zip(&state.gone_round);
    let gone_round = channels.filter(|(_, there)| !there.is_empty()).map(|(channel, there)| {
        let weight = there.iter().map(|(id, left)| (id.to_string(), left.weight(&model.constants).into()));
        (channel.id.to_string(), Value::from(weight.collect::<Map<String, Value>>()))
    });
    json!({
        "spot": advice.spot,
        "exposure": advice.exposure,
        "fronts": by_channel(model, state.fronts.iter().copied().map(Value::from)),
        "series": series.number,
        "down": series.down,
        "downs_left": advice.downs_left,
        "to_gain": series.to_gain,
        "uses": uses.collect::<Map<String, Value>>(),
        "wear": wear.collect::<Map<String, Value>>(),
        "gone_round": gone_round.collect::<Map<String, Value>>(),
    })
}

fn call(model: &OperatingModel, advice: &Advice, next: &NextCall) -> Value {
    let outcome = &next.run.outcome;
    let moved = outcome.channels.iter().map(|channel| Value::from(channel.end - channel.start));
    json!({
        "rank": place(advice, next).0,
        "play": next.play.as_str(),
        "title": next.title,
        "uses": outcome.uses,
        "fresh": outcome.fresh,
        "caught": outcome.caught,
        "gain": next.gain,
        "channels": by_channel(model, moved),
        "exposure": outcome.exposure,
        "measure": next.measure,
        "mean_gain": next.mean_gain,
        "mean_exposed": next.mean_exposed,
        "spot": spread(&next.spot),
        "makes_line": chance(&next.makes_line),
        "works": next.works,
        "fails": next.fails,
        "open_flanks": next.open_flanks.iter().map(ChannelId::as_str).collect::<Vec<&str>>(),
        "speaks_for": next.speaks_for,
        "speaks_against": next.speaks_against,
        "over_next": next.over_next.map(|over| {
            // A single trial says nothing about an error: JSON has no infinity.
            let error = Some(over.error).filter(|error| error.is_finite());
            json!({ "mean_difference": over.mean_difference, "error": error })
        }),
        "too_close_to_next": next.too_close_to_next(),
    })
}
