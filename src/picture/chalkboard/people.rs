//! Who the players are, what shape they have, and what they do.

use super::paper::Paper;
use super::whole;
use crate::model::{Assignment, PlayerId, Side};
use crate::rules::BattleKind;
use crate::timeline::{BattleFrame, Frame, Posture};

/// The widest short form there is room for.
const SHORT: usize = 4;

/// A player, or a force left from an earlier play, where it stands.
pub(super) struct Standing {
    id: PlayerId,
    name: String,
    short: String,
    side: Side,
    carrier: bool,
    /// What it is there to do; nothing for a force.
    assignment: Option<Assignment>,
    /// What a force gone round weighs.
    gone_round: Option<f64>,
    pub(super) channel: usize,
    pub(super) yards: f64,
}

impl Standing {
    /// Round for those who move us forward, square for what holds us back, broken for what was gone round.
    pub(super) fn token(&self, paper: &Paper) -> String {
        let short = paper.fit(&paper.clean(&self.short), SHORT);
        let (open, close) = match self.side {
            _ if self.gone_round.is_some() => ('{', '}'),
            Side::Offense => ('(', ')'),
            Side::Defense => ('[', ']'),
        };
        let ball = if self.carrier { paper.glyphs.ball.to_string() } else { String::new() };
        format!("{open}{short}{close}{ball}")
    }
}

/// Everyone on the field who can be seen: players, then forces that no player stands for.
pub(super) fn standing(frame: &Frame) -> Vec<Standing> {
    let weight = |id: &PlayerId, channel: usize| {
        frame.gone_round.iter().find(|force| force.id == *id && force.channel == channel).map(|f| f.weight)
    };
    let players = frame.tokens.iter().filter(|token| token.shown > 0.0).map(|token| Standing {
        id: token.id.clone(),
        name: token.name.clone(),
        short: token.short.clone(),
        side: token.side,
        carrier: token.carrier,
        assignment: token.assignment.clone(),
        gone_round: (token.posture == Posture::GoneRound)
            .then(|| weight(&token.id, token.channel).unwrap_or(0.0)),
        channel: token.channel,
        yards: token.at.yards,
    });
    let shown_by_a_player = |id: &PlayerId, channel: usize| {
        frame
            .tokens
            .iter()
            .any(|token| token.id == *id && token.channel == channel && token.posture == Posture::GoneRound)
    };
    let forces = frame
        .gone_round
        .iter()
        .filter(|force| force.shown > 0.0 && !shown_by_a_player(&force.id, force.channel))
        .map(|force| Standing {
            id: force.id.clone(),
            name: force.name.clone(),
            short: short_of(frame, &force.id, &force.name),
            side: Side::Defense,
            carrier: false,
            assignment: None,
            gone_round: Some(force.weight),
            channel: force.channel,
            yards: force.at.yards,
        });
    players.chain(forces).collect()
}

/// The short form of a force: its player's, or the first letters of its words.
fn short_of(frame: &Frame, id: &PlayerId, name: &str) -> String {
    let initials = || {
        let words = name.split(|c: char| c == '-' || c.is_whitespace());
        words
            .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
            .take(3)
            .flat_map(char::to_uppercase)
            .collect()
    };
    frame.tokens.iter().find(|token| token.id == *id).map_or_else(initials, |token| token.short.clone())
}

/// What the signs mean, who the players are and what they do.
pub(super) fn legend(frame: &Frame, paper: &mut Paper) {
    let glyphs = paper.glyphs;
    let signs = [
        (glyphs.won, "ground won"),
        (glyphs.island, "out on its own"),
        (glyphs.nobody, "nobody working on this"),
        (glyphs.ahead, "ahead"),
        (glyphs.start, "started here"),
        (glyphs.front, "how far we've come"),
        (glyphs.ball, "has the ball"),
    ];
    let signs = signs.map(|(sign, meaning)| format!("{sign} {meaning}"));
    paper.row(&signs);
    paper.space();
    let standing = standing(frame);
    for (side, title) in [(Side::Offense, "Moving us forward"), (Side::Defense, "Holding us back")] {
        let mut players = standing.iter().filter(|player| player.side == side).peekable();
        if players.peek().is_none() {
            continue;
        }
        paper.line(title);
        for player in players {
            let token = paper.pad(&player.token(paper), SHORT + 4);
            let words = paper.clean(&format!("{}: {}", player.name, does(frame, player)));
            paper.words(&format!(" {token}{words}"), SHORT + 5);
        }
        paper.space();
    }
}

/// What a player does, in words.
fn does(frame: &Frame, player: &Standing) -> String {
    let battles = |meets: &dyn Fn(&BattleFrame) -> bool, says: &dyn Fn(&BattleFrame) -> String| {
        let words: Vec<String> = frame.battles.iter().filter(|battle| meets(battle)).map(says).collect();
        words.join("; ")
    };
    let name = |id: &PlayerId| {
        let token = frame.tokens.iter().find(|token| token.id == *id);
        token.map_or_else(|| id.to_string(), |token| token.name.clone())
    };
    match player.side {
        Side::Offense => {
            let words = battles(&|battle| battle.offense.contains(&player.id), &|battle| {
                let verb = match battle.kind {
                    BattleKind::Confront => "takes on",
                    BattleKind::Bypass => "gets in behind",
                    BattleKind::Block => "holds off",
                };
                format!("{verb} {}, winning {} %", name(&battle.defender), whole(battle.share * 100.0))
            });
            if !words.is_empty() {
                return words;
            }
            match &player.assignment {
                Some(Assignment::Confront(id)) => format!("takes on {}", name(id)),
                Some(Assignment::Bypass(id)) => format!("gets in behind {}", name(id)),
                Some(Assignment::Block(id)) => format!("holds off {}", name(id)),
                Some(Assignment::Support(id)) => format!("adds to {}", name(id)),
                Some(Assignment::Advance) => "runs into open ground".to_owned(),
                Some(Assignment::Hold) | None => "stays where it is".to_owned(),
            }
        }
        Side::Defense => {
            let words = battles(&|battle| battle.defender == player.id, &|battle| {
                let who: Vec<String> = battle.offense.iter().map(name).collect();
                let by = match battle.kind {
                    BattleKind::Confront => "head to head with",
                    BattleKind::Bypass => "gone round by",
                    BattleKind::Block => "held off by",
                };
                format!("{by} {}", who.join(" and "))
            });
            match player.gone_round {
                Some(weight) if words.is_empty() => {
                    format!("gone round, still there; weighs {}", whole(weight))
                }
                Some(weight) => format!("{words}, still there; weighs {}", whole(weight)),
                None if words.is_empty() => "nobody takes it on".to_owned(),
                None => words,
            }
        }
    }
}
