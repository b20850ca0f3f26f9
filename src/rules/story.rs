//! An outcome in sentences, for people who know neither football nor the code.
//!
//! Yards are whole here, shares whole per cents; the decimals are in the outcome and its [`reasons`](super::reasons).

use super::resolve::safe_yard;
use super::words::{begin, line, list, moved, number, spoken, times, verb, whole, yards};
use super::{Battle, BattleKind, ChannelOutcome, Lineup, Run};
use crate::model::{Assignment, Assumption, ChannelId, Effect, OperatingModel, PlayerId, Subject};

/// The far end of the field, in yards.
const GOAL: f64 = 100.0;

/// What is less far out on its own than this, in yards, would read as 0 on screen and is not spoken of.
pub(crate) const WORTH_SAYING: f64 = 0.5;

/// What all the runs came to, as the header says it: "Try 2 of 4. 6 yards gained, 4 to go. Nobody is working on
/// Governance & funding." More runs than a series has tries are told as repetitions.
#[must_use]
pub fn headline(lineup: &Lineup, runs: &[Run]) -> String {
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return lineup.play.title.clone() };
    let constants = &lineup.model.constants;
    let start = first.outcome.spot_start;
    let end = last.outcome.spot_end;
    let tries = tries(lineup);
    let result = if runs.len() <= tries {
        let to_gain = (start + constants.series_yards).min(GOAL);
        let made = end >= to_gain - 1e-9 && end > start;
        series(runs.len(), tries, end - start, to_gain - start, made)
    } else {
        repetition(&lineup.play.title, runs.len(), end - start, end - last.outcome.spot_start)
    };
    join([result, out_on_their_own(lineup, last), nobody(lineup, last)])
}

/// What holds before the last run has come to anything: "Try 2 of 4. 3 yards gained so far, 7 to go. Nobody is working on
/// Governance & funding."
#[must_use]
pub fn headline_before(lineup: &Lineup, runs: &[Run]) -> String {
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return lineup.play.title.clone() };
    let start = first.outcome.spot_start;
    let gained = last.outcome.spot_start - start;
    let needed = (start + lineup.model.constants.series_yards).min(GOAL) - start;
    let so_far = match runs.len() {
        1 if needed <= 0.0 => String::new(),
        1 => format!("{} to go.", begin(&to_go(needed, 0.0))),
        count if count > tries(lineup) || gained >= needed - 1e-9 => {
            format!("{} so far.", begin(&moved(gained)))
        }
        _ => format!("{} so far, {} to go.", begin(&moved(gained)), to_go(needed, gained)),
    };
    let fronts: Vec<f64> = last.outcome.channels.iter().map(|channel| channel.start).collect();
    join([which_time(lineup, runs), so_far, alone_at(&lineup.model, &fronts), nobody(lineup, last)])
}

/// What the last run has just gained, before anything slips back: "Try 2 of 4. 3 yards gained this time."
#[must_use]
pub fn headline_of_gain(lineup: &Lineup, runs: &[Run]) -> String {
    let Some(last) = runs.last() else { return lineup.play.title.clone() };
    let channels = last.outcome.channels.iter();
    let gained = lineup.model.weighted_mean(channels.map(|channel| channel.gain - channel.lost_to_pressure));
    let this_time = format!("{} this time.", begin(&moved(gained)));
    let alone = channels_where(lineup, last, |channel| channel.lead >= WORTH_SAYING);
    join([which_time(lineup, runs), this_time, alone_in_words(&alone), nobody(lineup, last)])
}

/// How many tries a series has.
fn tries(lineup: &Lineup) -> usize {
    lineup.model.constants.series_downs.round().max(1.0) as usize
}

/// "Try 2 of 4.", or "Exemplar, for the tenth time." beyond the tries of a series.
fn which_time(lineup: &Lineup, runs: &[Run]) -> String {
    let tries = tries(lineup);
    if runs.len() <= tries {
        format!("Try {} of {tries}.", runs.len())
    } else {
        format!("{}.", title(lineup, runs))
    }
}

/// "4", with "yards" only where nothing before it says what it counts; "less than a yard".
pub(super) fn to_go(needed: f64, gained: f64) -> String {
    match whole(needed) - whole(gained) {
        left if left <= 0 => "less than a yard".into(),
        left if gained == 0.0 => yards(left),
        left => left.to_string(),
    }
}

/// What is on the field, as a title: "Exemplar", or "Exemplar, for the fourth time".
#[must_use]
pub fn title(lineup: &Lineup, runs: &[Run]) -> String {
    let title = &lineup.play.title;
    match u32::try_from(runs.len()) {
        Ok(0 | 1) => title.clone(),
        Ok(times) => format!("{title}, for the {} time", super::words::ordinal(times)),
        Err(_) => format!("{title}, again and again"),
    }
}

/// What became of one subject in the last run, in a sentence.
#[must_use]
pub fn sentence(lineup: &Lineup, run: &Run, subject: &Subject) -> String {
    let play = &lineup.play;
    let said = match subject {
        Subject::Play => Some(whole_play(lineup, run)),
        Subject::Channel(id) => lineup.model.index_of(id).map(|c| channel(lineup, run, c)),
        Subject::HeadToHead(id) => {
            play.defense.iter().position(|player| player.id == *id).map(|j| head_to_head(lineup, run, j))
        }
        Subject::Player(id) => {
            let mover =
                play.offense.iter().position(|player| player.id == *id).map(|i| mover(lineup, run, i));
            mover.or_else(|| {
                play.defense.iter().position(|player| player.id == *id).map(|j| force(lineup, run, j))
            })
        }
        Subject::Assumption(id) => {
            let entry = play.assumptions.iter().find(|assumption| assumption.id == *id);
            entry.map(|entry| assumption(lineup, entry))
        }
    };
    said.unwrap_or_default()
}

/// Where `done` tries out of `tries` have come, judged on the whole.
pub(super) fn series(done: usize, tries: usize, gained: f64, needed: f64, made: bool) -> String {
    let needed = whole(needed);
    let to_go = needed - whole(gained);
    let gained = moved(gained);
    if made {
        format!("Try {done} of {tries}: made it, {gained}.")
    } else if done == tries {
        format!("Try {done} of {tries}: not enough, {gained} of {needed} needed.")
    } else if to_go > 0 {
        format!("Try {done} of {tries}. {}, {to_go} to go.", begin(&gained))
    } else {
        format!("Try {done} of {tries}. {}, less than a yard to go.", begin(&gained))
    }
}

/// The same play many times over.
fn repetition(title: &str, count: usize, gained: f64, last: f64) -> String {
    let at_last = match whole(last) {
        at_last if at_last < 0 => format!("but {} the last time", moved(last)),
        0 => match moved(last).as_str() {
            "less than a yard gained" => "less than one of them the last time".into(),
            "no ground gained" => "none the last time".into(),
            lost => format!("but {lost} the last time"),
        },
        at_last => format!("{at_last} of them the last time"),
    };
    if whole(gained) > 0 {
        format!("{title}, {}: {}, {at_last}.", times(count), moved(gained))
    } else {
        format!("{title}, {}: {}.", times(count), moved(gained))
    }
}

/// "Three channels are out on their own."
fn out_on_their_own(lineup: &Lineup, run: &Run) -> String {
    alone_in_words(&channels_where(lineup, run, |channel| channel.exposure >= WORTH_SAYING))
}

/// The same for any fronts, in yards.
pub(super) fn alone_at(model: &OperatingModel, fronts: &[f64]) -> String {
    let lead = |c: usize| fronts[c] - safe_yard(fronts, c, model.constants.cover);
    let ahead = (0..fronts.len().min(model.channels.len())).filter(|c| lead(*c) >= WORTH_SAYING);
    let alone: Vec<&str> = ahead.map(|c| model.channels[c].name.as_str()).collect();
    alone_in_words(&alone)
}

/// "Culture & mindset is out on its own.", "Three channels are out on their own."
fn alone_in_words(alone: &[&str]) -> String {
    match alone {
        [] => String::new(),
        [name] => format!("{name} is out on its own."),
        _ => format!("{} channels are out on their own.", begin(&number(alone.len()))),
    }
}

/// "Nobody is working on Governance & funding."
pub(super) fn nobody(lineup: &Lineup, run: &Run) -> String {
    let open = channels_where(lineup, run, |channel| channel.open_flank);
    match open.len() {
        0 => String::new(),
        1..=3 => format!("Nobody is working on {}.", list(&open, "or")),
        count => format!("Nobody is working on {} channels.", number(count)),
    }
}

fn channels_where<'a>(
    lineup: &'a Lineup,
    run: &Run,
    wanted: impl Fn(&ChannelOutcome) -> bool,
) -> Vec<&'a str> {
    let channels = lineup.model.channels.iter().zip(&run.outcome.channels);
    channels.filter(|(_, outcome)| wanted(outcome)).map(|(channel, _)| channel.name.as_str()).collect()
}

fn whole_play(lineup: &Lineup, run: &Run) -> String {
    let title = &lineup.play.title;
    let outcome = &run.outcome;
    let net = outcome.spot_end - outcome.spot_start;
    let to = whole(outcome.spot_end);
    let result = match whole(net) {
        0 => format!("{title} leaves the whole organisation at {to} of 100."),
        back if back < 0 => {
            format!("{title} takes the whole organisation {} back, to {to} of 100.", yards(-back))
        }
        forward => {
            format!("{title} takes the whole organisation {} forward, to {to} of 100.", yards(forward))
        }
    };
    let caught = match outcome.caught {
        caught if caught >= 0.5 => "Most of it is interrupted before delivery.",
        caught if caught >= 0.05 => "Part of it is interrupted before delivery.",
        _ => "",
    };
    join([result, caught.into(), out_on_their_own(lineup, run), nobody(lineup, run)])
}

fn channel(lineup: &Lineup, run: &Run, c: usize) -> String {
    let (Some(channel), Some(outcome)) = (lineup.model.channels.get(c), run.outcome.channels.get(c)) else {
        return String::new();
    };
    let name = &channel.name;
    let end = whole(outcome.end);
    let lost = whole(outcome.lost());
    let result = match (outcome.open_flank, lost) {
        (true, 0) => format!("Nobody is working on {name}: it stays at {end}."),
        (true, lost) => format!("Nobody is working on {name}: it slips back {lost}, to {end}."),
        (false, 0) => format!("{name}: {}, now at {end}.", moved(outcome.gain)),
        (false, lost) => format!("{name}: {}, slips back {lost}, now at {end}.", moved(outcome.gain)),
    };
    let held = outcome
        .capped_at
        .map_or_else(String::new, |cap| format!("As things are, it cannot get past {}.", whole(cap)));
    let alone = if outcome.exposure >= WORTH_SAYING {
        format!("It is out on its own, {} beyond the safe distance.", yards(whole(outcome.exposure)))
    } else {
        String::new()
    };
    join([result, held, alone])
}

fn head_to_head(lineup: &Lineup, run: &Run, j: usize) -> String {
    let Some(defender) = lineup.play.defense.get(j) else { return String::new() };
    let battles: Vec<&Battle> = run.outcome.battles.iter().filter(|battle| battle.defender == j).collect();
    if battles.is_empty() {
        return force(lineup, run, j);
    }
    let mut clauses: Vec<String> = battles.iter().map(|battle| clause(lineup, battle)).collect();
    if let Some(c) = lineup.model.index_of(&defender.channel) {
        clauses.push(ground(run, c));
    }
    join(clauses)
}

/// "Service redesign team gets in behind 40-page guidance: 57 % to 43 %."
pub(super) fn clause(lineup: &Lineup, battle: &Battle) -> String {
    let names = names(lineup, &battle.offense);
    let verb = match battle.kind {
        BattleKind::Confront => verb(&names, "takes on", "take on"),
        BattleKind::Bypass => verb(&names, "gets in behind", "get in behind"),
        BattleKind::Block => verb(&names, "holds off", "hold off"),
    };
    let defender = lineup.play.defense.get(battle.defender).map_or("", |defender| defender.name.as_str());
    let ours = whole(battle.share * 100.0);
    format!("{} {verb} {defender}: {ours} % to {} %.", list(&names, "and"), 100 - ours)
}

/// "3 yards this time, slips back 2." Nothing for a channel nobody attacks.
fn ground(run: &Run, c: usize) -> String {
    let Some(outcome) = run.outcome.channels.get(c).filter(|outcome| !outcome.open_flank) else {
        return String::new();
    };
    let gained = begin(moved(outcome.gain).trim_end_matches(" gained"));
    match whole(outcome.lost()) {
        0 => format!("{gained} this time."),
        lost => format!("{gained} this time, slips back {lost}."),
    }
}

fn mover(lineup: &Lineup, run: &Run, i: usize) -> String {
    let Some(player) = lineup.play.offense.get(i) else { return String::new() };
    let name = player.name.as_str();
    let gained = lineup.model.index_of(&player.channel).map_or_else(String::new, |c| ground(run, c));
    match &player.assignment {
        Assignment::Hold => format!("{name} {}.", verb(&[name], "stays where it is", "stay where they are")),
        Assignment::Support(id) => {
            format!("{name} {} {}.", verb(&[name], "adds to", "add to"), name_of(lineup, id))
        }
        Assignment::Advance => {
            let runs = verb(&[name], "runs into open ground", "run into open ground");
            join([format!("{name} {runs}."), gained])
        }
        Assignment::Confront(_) | Assignment::Bypass(_) | Assignment::Block(_) => {
            let battle = run.outcome.battles.iter().find(|battle| battle.offense.contains(&i));
            battle.map_or_else(String::new, |battle| join([clause(lineup, battle), gained]))
        }
    }
}

fn force(lineup: &Lineup, run: &Run, j: usize) -> String {
    let (Some(defender), Some(force), Some(outcome)) =
        (lineup.play.defense.get(j), lineup.chart.defense.get(j), run.outcome.defense.get(j))
    else {
        return String::new();
    };
    let name = defender.name.as_str();
    let is = verb(&[name], "is", "are");
    let left = format!("{} % of its strength is left", whole(outcome.wear_after * 100.0));
    let left = if is == "is" { left } else { left.replace("its", "their") };
    if force.is_confronted() && force.is_bypassed() {
        format!("{name} {is} partly pushed back, partly gone round: still there, {left}.")
    } else if force.is_confronted() {
        format!("{name} {is} pushed back: {left}.")
    } else if force.is_bypassed() {
        format!("{name} {is} gone round, not beaten: still there.")
    } else if !force.blockers.is_empty() {
        format!("{name} {is} held off by {}.", list(&names(lineup, &force.blockers), "and"))
    } else if run.before.gone_round.iter().any(|there| there.contains_key(&defender.id)) {
        format!("{name} {} gone round before and {is} still there.", verb(&[name], "was", "were"))
    } else {
        format!("Nobody takes on {name}.")
    }
}

/// The condition and what it does while it holds.
fn assumption(lineup: &Lineup, entry: &Assumption) -> String {
    let channel_name = |id: &ChannelId| {
        let channel = lineup.model.channels.iter().find(|channel| channel.id == *id);
        channel.map_or_else(String::new, |channel| channel.name.clone())
    };
    let per_cent = |factor: &f64| whole(factor * 100.0);
    let mut effects: Vec<String> = Vec::new();
    for effect in &entry.effects {
        effects.push(match effect {
            Effect::Strengthen(id, factor) => {
                format!("{} counts for {} % of its strength", name_of(lineup, id), per_cent(factor))
            }
            Effect::Cap(id, at) => format!("{} cannot get past {}", channel_name(id), whole(*at)),
            Effect::Reach(id, factor) => {
                format!("the ambition in {} is {} % of what it was", channel_name(id), per_cent(factor))
            }
            Effect::Drag(id, factor) if *factor >= 1.0 => {
                format!("{} slips back {factor} times as fast once it is out on its own", channel_name(id))
            }
            Effect::Drag(id, factor) => {
                let slower = per_cent(factor);
                format!("{} slips back at {slower} % of the pace once it is out on its own", channel_name(id))
            }
        });
    }
    let text = format!("{}.", line(&entry.text));
    if effects.is_empty() {
        return text;
    }
    join([text, format!("While that holds: {}.", effects.join("; "))])
}

fn names<'a>(lineup: &'a Lineup, offense: &[usize]) -> Vec<&'a str> {
    offense.iter().filter_map(|i| lineup.play.offense.get(*i)).map(|player| player.name.as_str()).collect()
}

/// What a player of either side is called on screen.
pub(super) fn name_of(lineup: &Lineup, id: &PlayerId) -> String {
    let play = &lineup.play;
    let offense = play.offense.iter().find(|player| player.id == *id).map(|player| &player.name);
    let name =
        offense.or_else(|| play.defense.iter().find(|player| player.id == *id).map(|player| &player.name));
    name.cloned().unwrap_or_else(|| spoken(id.as_str()))
}

/// Sentences one after the other, empty ones left out.
pub(super) fn join(sentences: impl IntoIterator<Item = String>) -> String {
    let said: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
    said.join(" ")
}
