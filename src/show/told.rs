//! A step told in words, for those who hear it: what a screen reader says when the presenter steps on.

use super::rundown::{Act, Card, Rundown, Sight};
use crate::rules::words::{list, number, whole};
use crate::timeline::Frame;
use crate::timeline::told::{join, sentence, state};

/// The step at this place in words: where it is in the show, its caption, and what there is to see. `frame` is the field as
/// it is shown now; without one it is told where the step rests. Empty only where there is no such step.
#[must_use]
pub fn told_step(rundown: &Rundown, step: usize, frame: Option<&Frame>) -> String {
    let Some(this) = rundown.steps.get(step) else { return String::new() };
    let mut position = format!("Step {} of {}", step + 1, rundown.steps.len());
    for part in [this.title.trim(), this.phase.map_or("", |phase| phase.label())] {
        if !part.is_empty() {
            position = format!("{position}, {part}");
        }
    }
    let told = match &this.sight {
        Sight::Card(card) => of_card(rundown, card),
        Sight::Compare { acts } => compared(rundown, acts),
        Sight::Guess { .. } | Sight::Moment { .. } => {
            let rest = if frame.is_none() { rundown.rest(step) } else { None };
            frame.or(rest.as_ref()).map_or_else(String::new, |frame| {
                // A made caption may be the headline itself.
                let headline = sentence(&frame.headline);
                let headline = if headline == sentence(&this.caption) { String::new() } else { headline };
                join([headline, state(frame)])
            })
        }
    };
    join([sentence(&position), sentence(&this.caption), told])
}

/// What a card is for.
fn of_card(rundown: &Rundown, card: &Card) -> String {
    match card {
        Card::Section | Card::Missing => String::new(),
        Card::Fronts => "The room says where each channel stands today.".to_owned(),
        Card::Calls { plays, calls } => {
            let title = |stem: &str| {
                let act = rundown.acts.iter().find(|act| &*act.stem == stem);
                act.map_or_else(|| crate::rules::words::spoken(stem), |act| act.title.clone())
            };
            let titles: Vec<String> = plays.iter().map(|play| title(play.as_str())).collect();
            let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
            let count = number(*calls as usize);
            let calls = if *calls == 1 { "call" } else { "calls" };
            format!("Each group makes {count} {calls} out of {}.", list(&titles, "and"))
        }
        Card::Decide => "The room decides.".to_owned(),
    }
}

/// How each of several acts ends, one after the other.
fn compared(rundown: &Rundown, which: &[usize]) -> String {
    let acts = which.iter().filter_map(|at| rundown.acts.get(*at));
    join(acts.map(|act| {
        let fronts: Vec<String> = end(act)
            .iter()
            .zip(&act.model().channels)
            .map(|(front, channel)| format!("{} at {}", channel.name, whole(*front)))
            .collect();
        let fronts: Vec<&str> = fronts.iter().map(String::as_str).collect();
        join([
            sentence(&format!("{}: {}", act.title, act.headline())),
            sentence(&format!("It ends with {}", list(&fronts, "and"))),
        ])
    }))
}

/// Where the channels stand when an act is over, in yards.
fn end(act: &Act) -> Vec<f64> {
    let last = act.timeline.frame(f64::MAX);
    last.channels.iter().map(|channel| channel.end).collect()
}
