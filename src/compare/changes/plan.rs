//! What differs between two game plans.
//!
//! Calls have no ids: a play is found by its name and its place among the others, an event by what it is called. Here,
//! unlike in plays, the order is the plan.

use super::align::{align, align_in_turn};
use super::phrases::{comes, instead, moves, named, quoted, text, times, yards};
use super::{About, Change, Found, Names, Teller, tell};
use crate::model::{Call, ChannelId, GamePlan, PlanBeat, Risk, StartFronts};

/// What differs between two game plans, in the order of a plan's file; nothing exactly if they are equal.
#[must_use]
pub fn changes_of_plan(before: &GamePlan, after: &GamePlan, names: &Names) -> Vec<Change> {
    let mut found = Found::default();
    let GamePlan { format, title, summary, model, start, goal, calls, risks, beats } = before;
    let plan = About::Plan;
    found.field(&plan, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&plan, "title", (title, &after.title), || {
        format!("Is called {}.", instead(&after.title, title))
    });
    found.field(&plan, "summary", (summary, &after.summary), || {
        text("The summary", Some(summary), Some(&after.summary))
    });
    found.field(&plan, "model", (model, &after.model), || {
        format!("Is played on the operating model `{}` instead of `{model}`.", after.model)
    });
    changes_of_start(&mut found, start, &after.start, names);
    found.field(&plan, "goal", (goal, &after.goal), || {
        format!("The goal is at yard {} instead of {goal}.", after.goal)
    });
    let alignment = align(calls, &after.calls, same_call);
    tell(&mut found, &alignment, (calls, &after.calls), &Calls { names, plans: [calls, &after.calls] });
    let alignment = align(risks, &after.risks, |a, b| a.name == b.name);
    tell(&mut found, &alignment, (risks, &after.risks), &Risks);
    let alignment = align_in_turn(
        beats,
        &after.beats,
        &[&|a, b| (a.down, &a.caption) == (b.down, &b.caption), &|a, b| a.down == b.down, &|a, b| {
            a.caption == b.caption
        }],
    );
    tell(&mut found, &alignment, (beats, &after.beats), &Beats);
    found.0
}

pub(super) fn changes_of_start(found: &mut Found, before: &StartFronts, after: &StartFronts, names: &Names) {
    let many = found.0.len();
    match (before, after) {
        (StartFronts::All(from), StartFronts::All(to)) => {
            found.field(&About::Start(None), "start", (from, to), || {
                format!("Every channel starts at {} instead of {from}.", yards(*to))
            });
        }
        (StartFronts::All(from), StartFronts::Each(each)) => {
            for (channel, to) in each {
                start_of(found, channel, Some(from), Some(to), names);
            }
        }
        (StartFronts::Each(each), StartFronts::All(to)) => {
            for (channel, from) in each {
                start_of(found, channel, Some(from), Some(to), names);
            }
        }
        (StartFronts::Each(before), StartFronts::Each(after)) => {
            let gone = before.iter().filter(|(channel, _)| !after.contains_key(*channel));
            for (channel, from) in gone {
                start_of(found, channel, Some(from), None, names);
            }
            for (channel, to) in after {
                start_of(found, channel, before.get(channel), Some(to), names);
            }
        }
    }
    if found.0.len() == many && before != after {
        found.field(&About::Start(None), "start", (before, after), || {
            "The same start is written another way: one yard for all, or one for each channel.".to_owned()
        });
    }
}

fn start_of(found: &mut Found, channel: &ChannelId, from: Option<&f64>, to: Option<&f64>, names: &Names) {
    let about = About::Start(Some(channel.clone()));
    let name = names.channel(channel);
    match (from, to) {
        (Some(from), Some(to)) => found.field(&about, "start", (from, to), || {
            format!("{name} starts at {} instead of {from}.", yards(*to))
        }),
        (None, Some(to)) => found.added(about, to, format!("{name} starts at {} (new).", yards(*to))),
        (Some(from), None) => found.removed(about, from, format!("{name} has no start any more.")),
        (None, None) => {}
    }
}

fn same_call(one: &Call, other: &Call) -> bool {
    match (one, other) {
        (Call::Call { play: one, .. }, Call::Call { play: other, .. }) => one == other,
        (Call::Event { name: one, .. }, Call::Event { name: other, .. }) => one == other,
        _ => false,
    }
}

struct Calls<'a> {
    names: &'a Names,
    plans: [&'a [Call]; 2],
}

impl Calls<'_> {
    /// Where it is called, if its name alone does not tell.
    fn which(&self, call: &Call, at: usize) -> String {
        let several = |calls: &&[Call]| calls.iter().filter(|other| same_call(call, other)).count() > 1;
        if self.plans.iter().any(several) { format!(", call {},", at + 1) } else { String::new() }
    }

    fn struck(&self, channels: &[ChannelId]) -> String {
        let channels: Vec<&str> = channels.iter().map(|channel| self.names.channel(channel)).collect();
        named(&channels, "every channel")
    }
}

fn about(call: &Call, at: usize) -> About {
    match call {
        Call::Call { play, .. } => About::Call(play.clone(), at + 1),
        Call::Event { name, .. } => About::Event(name.clone(), at + 1),
    }
}

impl Teller<Call> for Calls<'_> {
    fn added(&self, found: &mut Found, item: &Call, at: usize) {
        let place = at + 1;
        let sentence = match item {
            Call::Call { play, times: 1 } => {
                format!("Calls {} at call {place} (new).", self.names.play(play))
            }
            Call::Call { play, times: count } => {
                format!("Calls {} {} at call {place} (new).", self.names.play(play), times(*count))
            }
            Call::Event { name, severity, channels } => format!(
                "Adds the event {} as call {place} (severity {severity}, strikes {}).",
                quoted(name),
                self.struck(channels)
            ),
        };
        found.added(about(item, at), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Call, at: usize) {
        let place = at + 1;
        let sentence = match item {
            Call::Call { play, times: 1 } => {
                format!("No longer calls {} at call {place}.", self.names.play(play))
            }
            Call::Call { play, times: count } => {
                format!("No longer calls {} {} at call {place}.", self.names.play(play), times(*count))
            }
            Call::Event { name, .. } => format!("Removes the event {}, call {place}.", quoted(name)),
        };
        found.removed(about(item, at), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Call, after: &Call, (_, at): (usize, usize)) {
        let (about, which) = (about(after, at), self.which(after, at));
        match (before, after) {
            (Call::Call { play, times: from }, Call::Call { play: _, times: to }) => {
                found.field(&about, "times", (from, to), || {
                    let before = if *from > 2 && *to > 2 { from.to_string() } else { times(*from) };
                    let name = self.names.play(play);
                    format!("{name}{which} is called {} instead of {before}.", times(*to))
                });
            }
            (
                Call::Event { name, severity: from, channels: struck },
                Call::Event { name: _, severity: to, channels },
            ) => {
                let event = format!("The event {}{which}", quoted(name));
                found.field(&about, "severity", (from, to), || {
                    let way = if to > from { "more" } else { "less" };
                    format!("{event} is {way} severe: {to} instead of {from}.")
                });
                found.field(&about, "channels", (struck, channels), || {
                    format!("{event} strikes {} instead of {}.", self.struck(channels), self.struck(struck))
                });
            }
            // Only calls of a kind are ever the same.
            (Call::Call { .. }, Call::Event { .. }) | (Call::Event { .. }, Call::Call { .. }) => {}
        }
    }

    fn moved(&self, found: &mut Found, item: &Call, at: (usize, usize)) {
        let what = match item {
            Call::Call { play, .. } => self.names.play(play).to_owned(),
            Call::Event { name, .. } => format!("the event {}", quoted(name)),
        };
        found.moved(about(item, at.1), at, moves(&what, "call", at));
    }
}

struct Risks;

impl Teller<Risk> for Risks {
    fn added(&self, found: &mut Found, item: &Risk, at: usize) {
        let Risk { name, chance, severity } = item;
        let sentence =
            format!("Adds the risk {} (chance {chance} after each try, severity {severity}).", quoted(name));
        found.added(About::Risk(name.clone(), at + 1), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Risk, at: usize) {
        let sentence = format!("Removes the risk {}.", quoted(&item.name));
        found.removed(About::Risk(item.name.clone(), at + 1), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Risk, after: &Risk, (_, at): (usize, usize)) {
        let Risk { name, chance, severity } = before;
        let (about, risk) = (About::Risk(name.clone(), at + 1), quoted(name));
        found.field(&about, "chance", (chance, &after.chance), || {
            let way = if after.chance > *chance { "more" } else { "less" };
            format!(
                "The risk {risk} is {way} likely: chance {} after each try instead of {chance}.",
                after.chance
            )
        });
        found.field(&about, "severity", (severity, &after.severity), || {
            let way = if after.severity > *severity { "more" } else { "less" };
            format!("The risk {risk} is {way} severe: {} instead of {severity}.", after.severity)
        });
    }

    fn moved(&self, found: &mut Found, item: &Risk, at: (usize, usize)) {
        let sentence = format!("{}.", comes(&format!("The risk {}", quoted(&item.name)), at));
        found.moved(About::Risk(item.name.clone(), at.1 + 1), at, sentence);
    }
}

struct Beats;

impl Teller<PlanBeat> for Beats {
    fn added(&self, found: &mut Found, item: &PlanBeat, at: usize) {
        let PlanBeat { down, caption, .. } = item;
        let sentence = format!("Adds beat {} after try {down}: {}.", at + 1, quoted(caption));
        found.added(About::Beat(at + 1), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &PlanBeat, at: usize) {
        let PlanBeat { down, caption, .. } = item;
        let sentence = format!("Removes beat {} after try {down}: {}.", at + 1, quoted(caption));
        found.removed(About::Beat(at + 1), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &PlanBeat, after: &PlanBeat, (_, at): (usize, usize)) {
        let PlanBeat { down, caption, notes } = before;
        let (about, beat) = (About::Beat(at + 1), format!("Beat {}", at + 1));
        found.field(&about, "down", (down, &after.down), || {
            format!("{beat} comes after try {} instead of try {down}.", after.down)
        });
        found.field(&about, "caption", (caption, &after.caption), || {
            format!("{beat} says {}.", instead(&after.caption, caption))
        });
        found.field(&about, "notes", (notes, &after.notes), || {
            text(
                &format!("The presenter's note at beat {}", at + 1),
                notes.as_deref(),
                after.notes.as_deref(),
            )
        });
    }

    fn moved(&self, found: &mut Found, item: &PlanBeat, at: (usize, usize)) {
        let sentence = moves(&quoted(&item.caption), "beat", at);
        found.moved(About::Beat(at.1 + 1), at, sentence);
    }
}
