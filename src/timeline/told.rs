//! The field told in words, for those who hear it: a [`Frame`] comes in, short sentences come out.
//!
//! What matters most comes first: what it all says, what to look at, then each channel from the top of the field, who is
//! head to head, what was gone round, everyone else, and the ball. Screen readers say it, and exports carry it beside the
//! picture. Whole yards, no per cents, no markup; the picture's own words are [`picture`](crate::picture)'s.

use super::{BattleFrame, ChannelFrame, Frame, Posture, TokenFrame};
use crate::model::{Assignment, Phase, PlayerId, Side, Subject};
use crate::rules::words::{begin, list, verb, whole};
use crate::rules::{BattleKind, WORTH_SAYING};

/// Shares nearer to a half than this are said to be even.
const EVEN: f64 = 0.025;
/// Shares nearer to a half than this are said to be close.
const CLOSE: f64 = 0.1;

/// The whole field at a moment, most important first; never empty.
#[must_use]
pub fn told(frame: &Frame) -> String {
    let caption = frame.caption.as_ref().map_or_else(String::new, |caption| sentence(&caption.text));
    // What many runs came to begins with the play's own name.
    let play = frame.title.split(", for the ").next().unwrap_or_default();
    let named = !play.is_empty() && frame.headline.starts_with(play);
    let title = if named { String::new() } else { sentence(&frame.title) };
    join([title, sentence(&frame.headline), caption, state(frame)])
}

/// The same without what it is called, what it all says and the presenter's words.
#[must_use]
pub(crate) fn state(frame: &Frame) -> String {
    let lanes = frame.channels.iter().enumerate();
    let mut told = vec![look_at(frame), happening(frame).to_owned(), organisation(frame)];
    told.extend(lanes.map(|(lane, channel)| standing(frame, lane, channel)));
    told.push(head_to_head(frame));
    told.push(gone_round(frame));
    told.push(others(frame, Side::Offense));
    told.push(others(frame, Side::Defense));
    told.push(ball(frame));
    join(told)
}

/// Sentences one after the other, empty ones left out.
pub(crate) fn join(sentences: impl IntoIterator<Item = String>) -> String {
    let said: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
    said.join(" ")
}

/// On one line, with an end to it. Nothing stays nothing.
pub(crate) fn sentence(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ended = line.is_empty() || line.ends_with(['.', '?', '!', ':', '…', '”']);
    if ended { line } else { format!("{line}.") }
}

/// What a presenter points at.
fn look_at(frame: &Frame) -> String {
    let mut names: Vec<&str> = Vec::new();
    for subject in &frame.focus {
        let name = match subject {
            Subject::Channel(id) => {
                frame.model.channels.iter().find(|channel| channel.id == *id).map(|channel| &*channel.name)
            }
            Subject::Player(id) | Subject::HeadToHead(id) => name_of(frame, id),
            Subject::Play | Subject::Assumption(_) => None,
        };
        names.extend(name.filter(|name| !names.contains(name)));
    }
    if names.is_empty() { String::new() } else { format!("Look at {}.", list(&names, "and")) }
}

/// The part of the play, in plain words.
fn happening(frame: &Frame) -> &'static str {
    match frame.phase {
        Phase::LineUp => "Everyone takes their place.",
        Phase::StepBack => "First a step back, to understand what people need.",
        Phase::Battles => "Both sides meet.",
        Phase::Advance => "Ground is gained.",
        // Each channel that slips back says so.
        Phase::DragBack if frame.dim > 0.0 => "",
        Phase::DragBack => "Nothing is pulled back.",
        Phase::ReadOut => "This is what it came to.",
    }
}

/// The whole of it: "The whole organisation is at 29 of 100, and 30 is needed by try 4."
fn organisation(frame: &Frame) -> String {
    let run = &frame.run;
    let (spot, needed) = (whole(run.spot), whole(run.line_to_gain));
    if frame.channels.is_empty() {
        return String::new();
    }
    let needed = match needed - spot {
        1.. => format!("and {needed} is needed by try {}", run.downs),
        0 => format!("just what is needed by try {}", run.downs),
        _ => format!("past the {needed} needed by try {}", run.downs),
    };
    format!("The whole organisation is at {spot} of 100, {needed}.")
}

/// One channel: where it stands, what it gained and lost, and whether anything is wrong with it.
fn standing(frame: &Frame, lane: usize, channel: &ChannelFrame) -> String {
    let Some(name) = frame.channel(lane).map(|channel| &*channel.name) else { return String::new() };
    let slips = channel.island.map_or(0, |island| whole(island.slips));
    let mut parts = vec![format!("at {}", whole(channel.front))];
    if channel.gained >= WORTH_SAYING {
        parts.push(format!("{} gained", whole(channel.gained)));
    }
    // Once it has slipped all the way, it stands among what was lost.
    if slips > whole(channel.lost) {
        parts.push(format!("slipping back {slips}"));
    } else if channel.lost >= WORTH_SAYING {
        parts.push(format!("{} lost", whole(channel.lost)));
    }
    let mut told = format!("{name}: {}", parts.join(", "));
    let mut more: Vec<String> = Vec::new();
    if let Some(island) = channel.island.filter(|island| island.to - island.from >= WORTH_SAYING) {
        let mut alone = format!("out on its own, {} past the safe distance", whole(island.to - island.from));
        if let Some(at) = frame.tethers.iter().position(|tether| tether.from == lane) {
            let (tether, ahead) = (&frame.tethers[at], whole(frame.tethers[at].ahead));
            alone = match frame.channel(tether.to).filter(|_| at == 0) {
                Some(hindmost) => format!("{alone}, {ahead} ahead of {}, the hindmost", hindmost.name),
                None => format!("{alone}, {ahead} ahead of the hindmost"),
            };
        }
        more.push(alone);
    }
    if channel.open_flank {
        more.push("nobody is working on this".to_owned());
    }
    if let Some(cap) = channel.capped_at {
        more.push(format!("an assumption holds it at {}", whole(cap)));
    }
    for part in more {
        told = format!("{told}; {part}");
    }
    told + "."
}

/// Everyone who meets, and who is winning once it shows.
fn head_to_head(frame: &Frame) -> String {
    if frame.battles.is_empty() {
        return String::new();
    }
    let shows = frame.battles.iter().any(|battle| battle.filled > 0.0);
    let clauses: Vec<String> = frame.battles.iter().map(|battle| clause(frame, battle)).collect();
    format!("{}: {}.", if shows { "Head to head" } else { "About to happen" }, clauses.join("; "))
}

/// "Service redesign team gets in behind 40-page guidance, and is ahead".
fn clause(frame: &Frame, battle: &BattleFrame) -> String {
    let names: Vec<&str> = battle.offense.iter().filter_map(|id| name_of(frame, id)).collect();
    let names = if names.is_empty() { vec!["somebody"] } else { names };
    let defender = name_of(frame, &battle.defender).unwrap_or("a force");
    let meets = match battle.kind {
        BattleKind::Confront => verb(&names, "takes on", "take on"),
        BattleKind::Bypass => verb(&names, "gets in behind", "get in behind"),
        BattleKind::Block => verb(&names, "holds off", "hold off"),
    };
    let pair = format!("{} {meets} {defender}", list(&names, "and"));
    if battle.filled <= 0.0 {
        return pair;
    }
    let is = |names: &[&str]| verb(names, "is", "are");
    let ahead = battle.share - 0.5;
    match ahead.abs() {
        even if even < EVEN => format!("{pair}: even"),
        close if close < CLOSE && ahead > 0.0 => format!("{pair} and {} just ahead", is(&names)),
        close if close < CLOSE => format!("{pair}, which {} just ahead", is(&[defender])),
        _ if ahead > 0.0 => format!("{pair} and {} winning", is(&names)),
        _ => format!("{pair}, which {} winning", is(&[defender])),
    }
}

/// What was got behind and is still there.
fn gone_round(frame: &Frame) -> String {
    let told = |grows: bool| {
        let there = frame.gone_round.iter().filter(|force| force.shown > 0.0 && (force.age >= 2) == grows);
        let forces: Vec<String> = there
            .map(|force| match frame.channel(force.channel) {
                Some(channel) => format!("{} in {}", force.name, channel.name),
                None => force.name.clone(),
            })
            .collect();
        let still = if grows { "Gone round, still there and growing" } else { "Gone round, still there" };
        if forces.is_empty() { String::new() } else { format!("{still}: {}.", forces.join("; ")) }
    };
    join([told(true), told(false)])
}

/// Those of one side who meet nobody and were not gone round.
fn others(frame: &Frame, side: Side) -> String {
    let meets = |id: &PlayerId| {
        frame.battles.iter().any(|battle| battle.defender == *id || battle.offense.contains(id))
    };
    let behind = |token: &TokenFrame| {
        token.posture == Posture::GoneRound || frame.gone_round.iter().any(|force| force.id == token.id)
    };
    let names: Vec<String> = frame
        .tokens
        .iter()
        .filter(|token| token.side == side && token.shown > 0.0 && !meets(&token.id) && !behind(token))
        .map(|token| {
            let channel = frame.channel(token.channel).map_or("", |channel| &*channel.name);
            match &token.assignment {
                Some(Assignment::Support(id)) => match name_of(frame, id) {
                    Some(whom) => format!("{}, with {whom}", token.name),
                    None => token.name.clone(),
                },
                _ if channel.is_empty() => token.name.clone(),
                _ => format!("{} in {channel}", token.name),
            }
        })
        .collect();
    let does = match side {
        Side::Offense => "Also moving us forward",
        Side::Defense => "Also holding us back",
    };
    if names.is_empty() { String::new() } else { format!("{does}: {}.", names.join("; ")) }
}

/// Who has the ball, and where that is.
fn ball(frame: &Frame) -> String {
    let ball = &frame.ball;
    let (Some(carrier), Some(channel)) = (name_of(frame, &ball.carrier), frame.channel(ball.channel)) else {
        return String::new();
    };
    // Before the field begins there are no yards to speak of.
    let at = whole(ball.at.yards).max(0);
    begin(&format!("{carrier} {} the ball, at {at} in {}.", verb(&[carrier], "has", "have"), channel.name))
}

/// What a player, or something gone round, is called; nothing for one that is not on the field or has no name.
fn name_of<'a>(frame: &'a Frame, id: &PlayerId) -> Option<&'a str> {
    let token = frame.tokens.iter().find(|token| token.id == *id).map(|token| &*token.name);
    let name =
        token.or_else(|| frame.gone_round.iter().find(|force| force.id == *id).map(|force| &*force.name));
    name.filter(|name| !name.trim().is_empty())
}
