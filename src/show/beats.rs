//! What is said at each step: a play's own beats, or sensible ones where it has none.

use super::rundown::Act;
use crate::model::{Phase, Subject};
use crate::rules::words::{line, whole, yards};
use crate::rules::{
    CallSheet, Drive, down_sentence, drive_headline, headline, headline_before, headline_of_gain, sentence,
};
use crate::timeline::Timeline;

/// What is said, and what to look at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Beat {
    pub(super) phase: Option<Phase>,
    pub(super) caption: String,
    pub(super) notes: Option<String>,
    pub(super) focus: Vec<Subject>,
}

/// A beat, where its act sets out for it, and where it rests. Seconds.
pub(super) type Timed = (Beat, f64, f64);

impl Beat {
    /// Words and nothing else.
    pub(super) fn words(caption: &str, notes: Option<&str>) -> Self {
        Self { caption: caption.to_owned(), notes: notes.map(str::to_owned), ..Self::default() }
    }
}

/// The beats of a play: its own the first time, made ones where it has none and when it is run again.
pub(super) fn of_play(act: &Act) -> Vec<Timed> {
    let own = own(&act.timeline);
    if act.times == 1 && !own.is_empty() {
        return own;
    }
    let made = if act.times == 1 { made(act) } else { again(act) };
    timed(&act.timeline, made)
}

/// The beats of one try of a plan: those the plan has for it, else what it came to.
pub(super) fn of_down(act: &Act, sheet: &CallSheet, drive: &Drive, at: usize) -> Vec<Timed> {
    let Some(down) = drive.downs.get(at) else { return Vec::new() };
    let of_plan = sheet.plan.beats.iter().filter(|beat| beat.down == down.number);
    let mut beats: Vec<Beat> = of_plan
        .map(|beat| Beat {
            phase: Some(Phase::ReadOut),
            caption: beat.caption.clone(),
            notes: beat.notes.clone(),
            focus: Vec::new(),
        })
        .collect();
    let last = at + 1 == drive.downs.len();
    if beats.is_empty() {
        let caption = if last { drive_headline(sheet, drive) } else { down_sentence(sheet, down) };
        beats.push(Beat { phase: Some(Phase::ReadOut), caption, ..Beat::default() });
    }
    timed(&act.timeline, beats)
}

/// The tries of a plan that are shown: those it has beats for and the last one; all of them where it has no beats.
pub(super) fn downs_told(sheet: &CallSheet, drive: &Drive) -> Vec<usize> {
    let last = drive.downs.len().saturating_sub(1);
    let has = |number: u32| sheet.plan.beats.iter().any(|beat| beat.down == number);
    let told = |(at, number): (usize, u32)| sheet.plan.beats.is_empty() || at == last || has(number);
    let downs = drive.downs.iter().map(|down| down.number).enumerate();
    downs.filter(|down| told(*down)).map(|(at, _)| at).collect()
}

/// What a comparison comes to, in a sentence.
pub(super) fn compared(acts: &[Act], which: &[usize]) -> String {
    let mut ends: Vec<(&str, f64)> = which
        .iter()
        .filter_map(|at| acts.get(*at))
        .map(|act| {
            let ends = act.plan.as_ref().map_or_else(
                || act.runs.last().map_or_else(Vec::new, |run| run.outcome.ends()),
                |(_, drive)| drive.last.state.fronts.clone(),
            );
            (act.title.as_str(), act.lineup.model.weighted_mean(ends))
        })
        .collect();
    ends.sort_by(|a, b| b.1.total_cmp(&a.1));
    match ends.as_slice() {
        [(first, far), .., (last, near)] if whole(*far) > whole(*near) => {
            let ahead = yards(whole(*far) - whole(*near));
            format!("{first} ends at {} of 100, {ahead} further than {last}.", whole(*far))
        }
        [(first, far), (second, _)] => format!("{first} and {second} both end at {} of 100.", whole(*far)),
        [(_, far), ..] => format!("All of them end at {} of 100.", whole(*far)),
        [] => String::new(),
    }
}

/// The play's own beats; each rests just before the next one of its part begins, the last at the part's most telling moment.
fn own(timeline: &Timeline) -> Vec<Timed> {
    let steps = timeline.beats();
    let mut timed: Vec<Timed> = Vec::with_capacity(steps.len());
    for (at, (phase, from_secs, caption, focus)) in steps.iter().enumerate() {
        let next = steps.get(at + 1).filter(|next| next.0 == *phase);
        let rests = match next {
            Some(next) => (next.1 - 0.01).max(*from_secs),
            None => timeline.still_of(*phase).max(*from_secs),
        };
        let beat = Beat {
            phase: Some(*phase),
            caption: caption.text.clone(),
            notes: caption.notes.clone(),
            focus: focus.clone(),
        };
        timed.push((beat, set_out(&timed), rests));
    }
    timed
}

/// Beats without times: each rests at its part's most telling moment.
fn timed(timeline: &Timeline, beats: Vec<Beat>) -> Vec<Timed> {
    let mut timed: Vec<Timed> = Vec::with_capacity(beats.len());
    for beat in beats {
        let rests = timeline.still_of(beat.phase.unwrap_or(Phase::ReadOut));
        timed.push((beat, set_out(&timed), rests));
    }
    timed
}

/// Where the next beat sets out: where the one before rests.
fn set_out(timed: &[Timed]) -> f64 {
    timed.last().map_or(0.0, |(_, _, rests)| *rests)
}

/// Sensible beats for a play that has none: one for each part in which something happens.
fn made(act: &Act) -> Vec<Beat> {
    let (lineup, runs) = (&act.lineup, &act.runs);
    let (play, Some(run)) = (&lineup.play, runs.last()) else { return Vec::new() };
    let outcome = &run.outcome;
    let mut beats = vec![beat(Phase::LineUp, play.summary.clone())];
    if play.ball.step_back > 0.0 {
        let back = yards(whole(play.ball.step_back));
        let carrier = Subject::Player(play.ball.carrier.clone());
        let caption = format!("First {back} back, to understand what people need.");
        beats.push(Beat { focus: vec![carrier], ..beat(Phase::StepBack, caption) });
    }
    let met: Vec<&crate::model::Defender> =
        outcome.battles.iter().filter_map(|battle| play.defense.get(battle.defender)).collect();
    if let Some(first) = met.first() {
        let caption = match met.len() {
            1 => sentence(lineup, run, &Subject::HeadToHead(first.id.clone())),
            count => {
                let closest = outcome
                    .battles
                    .iter()
                    .min_by(|a, b| (a.share - 0.5).abs().total_cmp(&(b.share - 0.5).abs()));
                let defender = closest.and_then(|battle| play.defense.get(battle.defender));
                let name = defender.map_or("", |defender| defender.name.as_str());
                format!("{count} head to head. The closest: {}.", line(name))
            }
        };
        let focus = met.iter().map(|defender| Subject::HeadToHead(defender.id.clone())).collect();
        beats.push(Beat { focus, ..beat(Phase::Battles, caption) });
    }
    beats.push(beat(Phase::Advance, headline_of_gain(lineup, runs)));
    beats.extend(dragged(act));
    beats.push(read_out(act));
    beats
}

/// Beats for a play that is run again and again: what slips back, and what it comes to.
fn again(act: &Act) -> Vec<Beat> {
    let mut beats = vec![beat(Phase::LineUp, headline_before(&act.lineup, &act.runs))];
    beats.extend(dragged(act));
    beats.push(read_out(act));
    beats
}

fn dragged(act: &Act) -> Option<Beat> {
    let outcome = &act.runs.last()?.outcome;
    let model = &act.lineup.model;
    let slips =
        model.channels.iter().zip(&outcome.channels).filter(|(_, channel)| channel.lost_to_drag >= 0.5);
    let focus: Vec<Subject> =
        slips.clone().map(|(channel, _)| Subject::Channel(channel.id.clone())).collect();
    let told: Vec<String> = slips
        .map(|(channel, outcome)| format!("{} slips back {}", channel.name, whole(outcome.lost_to_drag)))
        .collect();
    let caption = format!("Out on its own: {}.", told.join(", "));
    (!told.is_empty()).then(|| Beat { focus, ..beat(Phase::DragBack, caption) })
}

fn read_out(act: &Act) -> Beat {
    let outcome = act.runs.last().map(|run| &run.outcome);
    let open = outcome.into_iter().flat_map(|outcome| &outcome.channels).zip(&act.lineup.model.channels);
    let focus = open.filter(|(outcome, _)| outcome.open_flank);
    let focus = focus.map(|(_, channel)| Subject::Channel(channel.id.clone())).collect();
    Beat { focus, ..beat(Phase::ReadOut, headline(&act.lineup, &act.runs)) }
}

fn beat(phase: Phase, caption: String) -> Beat {
    Beat { phase: Some(phase), caption, notes: None, focus: Vec::new() }
}
