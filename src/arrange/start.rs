//! A new play from a few answers, and any play as the text of a file.
//!
//! In: what the guided start asked. Out: a whole [`Play`] that reads without errors and with nobody on top of another,
//! for people to change; and text in the house style with a few comments that explain it.

use super::add::{AHEAD, BEHIND};
use super::copies::Room;
use super::names::fresh;
use super::strengths::{Size, within_bounds};
use super::words::on_one_line;
use crate::model::{
    Assignment, Assumption, Ball, ChannelId, Defender, GamePlan, ModelId, OffensePlayer, OperatingModel,
    Place, Play, PlayerId, Side, Stance, Strength,
};
use crate::play_file::MAX_PLAYERS;
use crate::play_file::edit::Value;
use crate::play_file::format::format;
use crate::rules::words::{list, verb};

/// Yards the ball of a new play steps back.
const STEP_BACK: f64 = 5.0;
/// How far beyond the line a new play's players set out to go, in yards: a usual ambition.
const AMBITION: f64 = 10.0;

/// What the guided start asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// What we do, in a few words: the play's title.
    pub tactic: String,
    /// The channels it touches, of the model's; the ball starts in the first.
    pub channels: Vec<ChannelId>,
    /// What stands in the way: where, what, and how strong.
    pub blockers: Vec<(ChannelId, String, Strength)>,
    /// Who does it.
    pub team: String,
    /// What has to be true, in sentences.
    pub assumptions: Vec<String>,
}

/// The play the answers make, on the model `five-channels`: one player of the team in each channel it touches, the
/// first with the ball, each confronting the first thing in its way or advancing where nothing is. Of what was left
/// empty nothing is made.
///
/// # Errors
/// A sentence on the answer that is missing or cannot be.
pub fn started(answers: &Start, model: &OperatingModel) -> Result<Play, String> {
    started_on(answers, &ModelId::from("five-channels"), model)
}

/// The same on a model of another name.
///
/// # Errors
/// A sentence on the answer that is missing or cannot be.
pub fn started_on(answers: &Start, id: &ModelId, model: &OperatingModel) -> Result<Play, String> {
    let title = on_one_line(&answers.tactic);
    if title.is_empty() {
        return Err("Say in a few words what the tactic is".to_owned());
    }
    let name_of = |id: &ChannelId| {
        let channel = model.channels.iter().find(|channel| channel.id == *id);
        channel.map(|channel| on_one_line(&channel.name))
    };
    let unknown = |id: &ChannelId| format!("\"{}\" has no channel \"{id}\"", on_one_line(&model.title));
    let mut channels: Vec<(ChannelId, String)> = Vec::new();
    for id in &answers.channels {
        if !channels.iter().any(|(other, _)| other == id) {
            channels.push((id.clone(), name_of(id).ok_or_else(|| unknown(id))?));
        }
    }
    if channels.is_empty() {
        return Err("Choose at least one channel that the tactic touches".to_owned());
    }
    let blockers: Vec<_> = answers
        .blockers
        .iter()
        .map(|(channel, name, strength)| (channel, on_one_line(name), *strength))
        .filter(|(_, name, _)| !name.is_empty())
        .collect();
    if blockers.len() > MAX_PLAYERS {
        return Err(format!("At most {MAX_PLAYERS} things can stand in the way, not {}", blockers.len()));
    }
    let team = Some(on_one_line(&answers.team)).filter(|team| !team.is_empty());
    let team = team.unwrap_or_else(|| "Our team".to_owned());

    let mut taken: Vec<String> = model.channels.iter().map(|channel| channel.id.to_string()).collect();
    let mut room = Room::default();
    let mut defense: Vec<Defender> = Vec::new();
    for (channel, name, strength) in &blockers {
        name_of(channel).ok_or_else(|| unknown(channel))?;
        defense.push(Defender {
            id: new_id(name, "force", &mut taken),
            name: name.clone(),
            short: None,
            team: None,
            channel: (*channel).clone(),
            at: room.take(channel, AHEAD, Side::Defense),
            strength: within_bounds(*strength),
            stance: Stance::Hold,
            note: None,
        });
    }
    let mut offense: Vec<OffensePlayer> = Vec::new();
    for (channel, called) in &channels {
        let first = defense.iter().find(|defender| defender.channel == *channel);
        let name = if offense.is_empty() { team.clone() } else { format!("{team} in {called}") };
        let end = Place { yards: AMBITION, across: 0.0 };
        offense.push(OffensePlayer {
            id: new_id(&name, "team", &mut taken),
            name,
            short: None,
            team: (channels.len() > 1).then(|| team.clone()),
            channel: channel.clone(),
            at: room.take(channel, BEHIND, Side::Offense),
            strength: Size::Medium.strength(),
            assignment: first.map_or(Assignment::Advance, |first| Assignment::Confront(first.id.clone())),
            route: first.map(|first| first.at).into_iter().chain([end]).collect(),
            note: None,
        });
    }
    let carrier = offense.first().map(|player| player.id.clone());
    let assumptions =
        answers.assumptions.iter().map(|text| on_one_line(text)).filter(|text| !text.is_empty());
    let assumptions = assumptions.map(|text| {
        let words = text.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
        let id = new_id(&words, "assumption", &mut taken);
        Assumption { id: id.as_str().into(), channel: None, text, effects: Vec::new(), holds: true }
    });
    let assumptions = assumptions.collect();
    Ok(Play {
        format: 1,
        summary: summary(
            &team,
            &channels,
            &blockers.iter().map(|(_, name, _)| name.as_str()).collect::<Vec<_>>(),
        ),
        title,
        source: None,
        tags: Vec::new(),
        model: id.clone(),
        tactic: None,
        ball: Ball { carrier: carrier.unwrap_or_else(|| "nobody".into()), step_back: STEP_BACK },
        offense,
        defense,
        assumptions,
        beats: Vec::new(),
    })
}

fn new_id(name: &str, otherwise: &str, taken: &mut Vec<String>) -> PlayerId {
    let id = fresh(name, otherwise, taken);
    taken.push(id.clone());
    id.as_str().into()
}

/// "Digital team works on Products & services and Skills, against Legacy technology."
fn summary(team: &str, channels: &[(ChannelId, String)], blockers: &[&str]) -> String {
    const MOST: usize = 3;
    let channels: Vec<&str> = channels.iter().map(|(_, name)| name.as_str()).collect();
    let works = verb(&[team], "works", "work");
    let on = list(&channels, "and");
    match blockers.len() {
        0 => format!("{team} {works} on {on}, where nothing we know of stands in the way."),
        1..=MOST => format!("{team} {works} on {on}, against {}.", list(blockers, "and")),
        count => {
            let first = blockers.iter().take(MOST - 1).copied().collect::<Vec<_>>().join(", ");
            format!("{team} {works} on {on}, against {first} and {} more.", count + 1 - MOST)
        }
    }
}

/// A play as the text of its file, in the house style, with comments that explain it to who reads a play for the first
/// time. Reading it gives the same play.
#[must_use]
pub fn play_text(play: &Play) -> String {
    let mut head = String::new();
    remark(&mut head, &on_one_line(&format!("{}: {}", play.title, play.summary)));
    head.push_str(HEAD);
    document_text(Value::from(play), head, &COMMENTS)
}

/// A plan as the text of its file, with comments like those of a play. Reading it gives the same plan.
#[must_use]
pub fn plan_text(plan: &GamePlan) -> String {
    let mut head = String::new();
    remark(&mut head, &on_one_line(&format!("{}: {}", plan.title, plan.summary)));
    document_text(Value::from(plan), head, &PLAN_COMMENTS)
}

/// A document in the house style under its `head`, an element of a list a line, with a comment above the fields that
/// `comments` names.
fn document_text(document: Value, head: String, comments: &[(&str, &str)]) -> String {
    let mut text = head;
    let Value::Record(name, fields) = document else { return text };
    text.extend([name.unwrap_or_default(), "(\n"]);
    for field in fields.into_iter().filter(|field| !field.is_default) {
        let Some(value) = field.value else { continue };
        if let Some((_, comment)) = comments.iter().find(|(name, _)| *name == field.name) {
            text.extend(["\n", comment]);
        }
        match (field.name, value) {
            // On one line, as shipped plays have it.
            ("ball", value) => text.extend(["ball: ", &value.to_short_text(), ",\n"]),
            (name, Value::List(values)) if name != "tags" => {
                // What is called reads as a list; players have a field a line.
                let is_short = matches!(name, "calls" | "risks");
                text.extend([name, ": [\n"]);
                for value in values {
                    let value = if is_short { value.to_short_text() } else { value.to_text() };
                    text.extend([&value, ",\n"]);
                }
                text.push_str("],\n");
            }
            (name, value) => text.extend([name, ": ", &value.to_text(), ",\n"]),
        }
    }
    text.push_str(")\n");
    // What is written here is RON, which is all laying out asks for.
    format(&text).unwrap_or(text)
}

/// Adds words as comment lines that are not too long.
fn remark(text: &mut String, words: &str) {
    const LONGEST: usize = 108;
    let mut line = String::from("//");
    for word in words.split(' ') {
        if line.len() > 2 && line.chars().count() + 1 + word.chars().count() > LONGEST {
            text.extend([&line, "\n"]);
            line = String::from("//");
        }
        line.extend([" ", word]);
    }
    text.extend([&line, "\n"]);
}

const HEAD: &str = "//
// The offense moves us forward, the defense holds us back. A defender is a thing, never a person or a
// department. Positions are (yards, across): yards from the channel's own front, negative on our side; across
// the lane from -1 at the top to 1 at the bottom. Strengths are judgements: (low, likely, high), at most 10.
// Change them and argue.
";

/// What stands over a field.
const COMMENTS: [(&str, &str); 5] = [
    ("ball", "// The ball always moves backwards first: yards spent understanding what users need.\n"),
    (
        "offense",
        "// Those moving us forward. Each does one thing: Confront (push back), Bypass (get in behind), Block (hold\n\
         // off for others), Support (add to a team-mate), Advance into open ground, or Hold.\n",
    ),
    ("defense", "// What holds us back. A force keeps its id and strength in every play it stands in.\n"),
    ("assumptions", "// What the tactic takes for granted. Set `holds: false` to see the play without it.\n"),
    ("beats", "// The presenter's steps: what the room reads, and when.\n"),
];

/// The same over a plan's fields.
const PLAN_COMMENTS: [(&str, &str); 2] = [
    ("start", "// How far every channel has come before the first try, in yards of 100.\n"),
    (
        "calls",
        "// What is called, in order: `Call(play: \"exemplar\", times: 4)`, or what happens in between, such as\n\
         // `Event(name: \"Change of leadership\", severity: 0.5)`.\n",
    ),
];
