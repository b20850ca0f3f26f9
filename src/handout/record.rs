//! The last pages: what the room said and decided, as its record has it.

use std::collections::BTreeMap;

use super::copy::{Copy, Paragraph};
use super::paper::{self, GUTTER, Look};
use super::{Page, Wanted};
use crate::model::{ChannelId, PlayId, WorkshopRecord};
use crate::picture::Rect;
use crate::rules::words::whole;
use crate::show::{Act, Rundown, Script};

const TITLE: &str = "What the room said and decided";
const SIZE: f32 = 10.0;

/// The pages of a record; one at least.
pub(super) fn pages(rundown: &Rundown, record: &WorkshopRecord, wanted: &Wanted<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    let (mut parts, area) = paper::head(wanted, TITLE, true, record.date.as_deref().unwrap_or_default());
    let half = (area.width() - GUTTER) / 2.0;
    let mut copy = Copy::new(&paragraphs(rundown, record, wanted), half, 1.0);
    loop {
        let depth = copy.height(2).min(area.height());
        let left = Rect::new(area.min.x, area.min.y, area.min.x + half, area.min.y + depth);
        parts.extend(copy.fill(&left, true));
        parts.extend(copy.fill(&Rect::new(area.max.x - half, area.min.y, area.max.x, area.max.y), false));
        let entry = pages.is_empty().then(|| (1, TITLE.to_owned()));
        pages.push(Page { entry, parts });
        if copy.is_empty() {
            return pages;
        }
        parts = paper::head(wanted, TITLE, false, "continued").0;
    }
}

fn paragraphs(rundown: &Rundown, record: &WorkshopRecord, wanted: &Wanted<'_>) -> Vec<Paragraph> {
    let theme = wanted.theme;
    let look = Look::regular(SIZE, theme.text);
    let mut said = Vec::new();
    let mut part = |title: &str, paragraphs: Vec<Paragraph>| {
        if !paragraphs.is_empty() {
            said.push(Paragraph::heading(title, Look::bold(SIZE + 1.0, theme.text), 3));
            said.extend(paragraphs);
        }
    };
    let numbered = |texts: &[String]| -> Vec<Paragraph> {
        let texts = texts.iter().filter(|text| !text.trim().is_empty()).enumerate();
        texts.map(|(at, text)| Paragraph::marked(format!("{}.", at + 1), text, look)).collect()
    };
    let dotted = |texts: Vec<String>| -> Vec<Paragraph> {
        texts.into_iter().map(|text| Paragraph::marked("·", text, look)).collect()
    };
    part("Decisions", numbered(&record.decisions));
    part("Arguments", dotted(record.arguments.clone()));
    let fronts = in_order(rundown, &record.fronts).into_iter();
    let fronts = fronts.map(|(id, yards)| format!("{}: {} of 100", channel(rundown, id), whole(*yards)));
    part("Where we are today", dotted(fronts.collect()));
    let calls = record.calls.iter().map(|group| {
        let plays: Vec<String> = group.plays.iter().map(|id| play(rundown, id, wanted)).collect();
        let ended = group.spot.map(|spot| format!(" Ends at {} of 100", whole(spot)));
        let alone = group.exposure.filter(|exposure| whole(*exposure) > 0);
        let alone = alone.map(|exposure| format!(", out on its own by {} in the mean", whole(exposure)));
        let ended = ended.map(|ended| format!("{ended}{}.", alone.unwrap_or_default()));
        format!("{}: {}.{}", group.group, plays.join(", "), ended.unwrap_or_default())
    });
    part("What groups called", dotted(calls.collect()));
    let switched = record.switched.iter().map(|switched| {
        let act = act_of(rundown, &switched.play);
        let assumptions = act.map(|act| &act.lineup.play.assumptions);
        let text = assumptions.and_then(|all| all.iter().find(|one| one.id == switched.assumption));
        let text = text.map_or_else(|| switched.assumption.to_string(), |one| one.text.clone());
        let holds =
            if switched.holds { "The room thinks it holds" } else { "The room thinks it does not hold" };
        let effect = switched.effect.as_ref().map(|effect| format!(" {effect}")).unwrap_or_default();
        format!("{}: “{}” {holds}.{effect}", play(rundown, &switched.play, wanted), text.trim())
    });
    part("What would change our mind", dotted(switched.collect()));
    let judged = record.judged.iter().map(|judged| {
        let act = act_of(rundown, &judged.play);
        let name = act.and_then(|act| {
            let mut everyone = act.lineup.play.everyone();
            everyone.find(|member| *member.id == judged.player).map(|member| member.name.to_owned())
        });
        let name = name.unwrap_or_else(|| judged.player.to_string());
        let effect = judged.effect.as_ref().map(|effect| format!(" {effect}")).unwrap_or_default();
        let strength = judged.strength;
        let strength = if strength.low == strength.high {
            format!("{}", strength.likely)
        } else {
            format!("{} ({} to {})", strength.likely, strength.low, strength.high)
        };
        format!("{}: strength of {name}: {strength}.{effect}", play(rundown, &judged.play, wanted))
    });
    part("Strengths judged otherwise", dotted(judged.collect()));
    let guesses = record.guesses.iter().map(|guess| {
        let act = act_of(rundown, &guess.of);
        let model = act.map(Act::model);
        let yards = in_order(rundown, &guess.yards).into_iter().map(|(id, yards)| {
            let name = model.and_then(|model| model.channels.iter().find(|channel| channel.id == *id));
            let came = guess.came_to.get(id).map(|came| format!(" (came to {})", whole(*came)));
            let name = name.map_or_else(|| channel(rundown, id), |channel| channel.name.clone());
            format!("{name} {}{}", whole(*yards), came.unwrap_or_default())
        });
        let yards: Vec<String> = yards.collect();
        let times = if guess.times > 1 { format!(", {} times", guess.times) } else { String::new() };
        format!("{}, {}{times}: {}.", guess.group, play(rundown, &guess.of, wanted), yards.join(", "))
    });
    part("Guesses", dotted(guesses.collect()));
    if said.is_empty() {
        said.push(Paragraph::new("Nothing has been written down.", look));
    }
    said
}

/// Yards from the top of the field to its bottom, as the first model has the channels; what it does not have comes last.
fn in_order<'a>(rundown: &Rundown, yards: &'a BTreeMap<ChannelId, f64>) -> Vec<(&'a ChannelId, &'a f64)> {
    let channels = rundown.acts.first().map(|act| &act.model().channels);
    let place = |id: &ChannelId| channels.and_then(|all| all.iter().position(|channel| channel.id == *id));
    let mut sorted: Vec<(&ChannelId, &f64)> = yards.iter().collect();
    sorted.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
    sorted
}

fn act_of<'a>(rundown: &'a Rundown, id: &PlayId) -> Option<&'a Act> {
    rundown.acts.iter().find(|act| &*act.stem == id.as_str())
}

/// What a play or plan is called, or its file's name where it is not there.
fn play(rundown: &Rundown, id: &PlayId, wanted: &Wanted<'_>) -> String {
    if let Some(act) = act_of(rundown, id) {
        return act.title.clone();
    }
    match wanted.repertoire.script(id.as_str()) {
        Ok(Script::Play(lineup, _)) => lineup.play.title.clone(),
        Ok(Script::Plan(sheet)) => sheet.plan.title.clone(),
        Err(_) => id.to_string(),
    }
}

fn channel(rundown: &Rundown, id: &ChannelId) -> String {
    let mut channels = rundown.acts.iter().flat_map(|act| &act.model().channels);
    channels.find(|channel| channel.id == *id).map_or_else(|| id.to_string(), |channel| channel.name.clone())
}
