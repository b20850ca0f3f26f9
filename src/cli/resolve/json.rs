//! A result for programs: numbers in full precision, keys in a fixed order.

use serde_json::{Map, Value, json};

use crate::cli::situation::Situation;
use crate::model::Subject;
use crate::rules::{
    Battle, BattleKind, ChannelOutcome, Direction, Lineup, Reason, Run, Step, Switches, Value as Amount,
    reasons,
};

/// The last run's object; with several runs, `runs` lists every one's. `reasons` of the last run, by channel, and `provenance`
/// come last.
pub(super) fn text(situation: &Situation, runs: &[Run], provenance: Value) -> String {
    let lineup = &situation.lineup;
    let mut result = runs.last().map(|run| described(lineup, run)).unwrap_or_default();
    if runs.len() > 1 {
        let runs: Vec<Value> = runs.iter().map(|run| described(lineup, run).into()).collect();
        result.insert("runs".to_owned(), runs.into());
    }
    if let Some(last) = runs.last() {
        result.insert("reasons".to_owned(), why(lineup, &situation.switches, last).into());
    }
    result.insert("provenance".to_owned(), provenance);
    format!("{:#}\n", Value::from(result))
}

fn described(lineup: &Lineup, run: &Run) -> Map<String, Value> {
    let (model, outcome, after) = (&lineup.model, &run.outcome, run.after(lineup));
    let channels = || model.channels.iter().map(|channel| channel.id.as_str());
    let open_flanks: Vec<&str> = channels()
        .zip(&outcome.channels)
        .filter(|(_, channel)| channel.open_flank)
        .map(|(id, _)| id)
        .collect();
    let mut wear: Map<String, Value> = lineup
        .play
        .defense
        .iter()
        .zip(&outcome.defense)
        .map(|(player, defender)| (player.id.to_string(), defender.wear_after.into()))
        .collect();
    wear.extend(after.wear.iter().map(|(id, factor)| (id.to_string(), (*factor).into())));
    let gone_round: Map<String, Value> = channels()
        .zip(&after.gone_round)
        .filter(|(_, forces)| !forces.is_empty())
        .map(|(id, forces)| {
            let weights: Map<String, Value> = forces
                .iter()
                .map(|(force, gone_round)| (force.to_string(), gone_round.weight(&model.constants).into()))
                .collect();
            (id.to_owned(), weights.into())
        })
        .collect();
    object([
        ("play", lineup.id.as_str().into()),
        ("uses", outcome.uses.into()),
        ("understanding", outcome.understanding.into()),
        ("fresh", outcome.fresh.into()),
        ("caught", outcome.caught.into()),
        ("channels", channels().zip(&outcome.channels).map(|(id, outcome)| channel(id, outcome)).collect()),
        ("battles", outcome.battles.iter().map(|met| battle(lineup, met)).collect()),
        ("wear", wear.into()),
        ("gone_round", gone_round.into()),
        ("spot_start", outcome.spot_start.into()),
        ("spot_end", outcome.spot_end.into()),
        ("exposure", outcome.exposure.into()),
        ("open_flanks", open_flanks.into()),
    ])
}

fn channel(id: &str, outcome: &ChannelOutcome) -> Value {
    json!({
        "id": id,
        "start": outcome.start,
        "attack": outcome.attack,
        "defense": outcome.defense,
        "share": outcome.share,
        "reach": outcome.reach,
        "gain": outcome.gain,
        "capped_at": outcome.capped_at,
        "lost": outcome.lost(),
        "end": outcome.end,
        "exposure": outcome.exposure,
    })
}

/// The lines behind each channel's yards, in the order they are read.
pub(in crate::cli) fn why(lineup: &Lineup, switches: &Switches, run: &Run) -> Map<String, Value> {
    let channels = lineup.model.channels.iter();
    channels
        .map(|channel| {
            let lines = reasons(lineup, switches, run, &Subject::Channel(channel.id.clone()));
            (channel.id.to_string(), lines.iter().map(reason).collect())
        })
        .collect()
}

fn reason(reason: &Reason) -> Value {
    let (unit, value) = match reason.value {
        Amount::Strength(_, likely, _) => ("strength", likely),
        Amount::Points(points) => ("points", points),
        Amount::Factor(factor) => ("factor", factor),
        Amount::Share(share) => ("share", share),
        Amount::Yards(yards) => ("yards", yards),
        Amount::Yard(yard) => ("yard", yard),
    };
    json!({
        "factor": reason.factor,
        "value": value,
        "unit": unit,
        "source": reason.source.to_string(),
        "direction": match reason.direction {
            Direction::Forward => "forward",
            Direction::Back => "back",
            Direction::Neutral => "neutral",
        },
        "step": match reason.step {
            Step::Start => "start",
            Step::Plus => "plus",
            Step::Minus => "minus",
            Step::Times => "times",
            Step::Limit => "limit",
            Step::Result => "result",
            Step::Aside => "aside",
        },
    })
}

fn battle(lineup: &Lineup, battle: &Battle) -> Value {
    let play = &lineup.play;
    let offense: Vec<&str> = battle
        .offense
        .iter()
        .filter_map(|at| play.offense.get(*at))
        .map(|player| player.id.as_str())
        .collect();
    json!({
        "defender": play.defense.get(battle.defender).map(|player| player.id.as_str()),
        "offense": offense,
        "kind": match battle.kind {
            BattleKind::Confront => "confront",
            BattleKind::Bypass => "bypass",
            BattleKind::Block => "block",
        },
        "attack": battle.attack,
        "defense": battle.defense,
        "share": battle.share,
    })
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Map<String, Value> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
