//! A play as a whole: who carries the ball, who takes on whom, what refers to what, and what nobody looks after.

use super::super::nearest::nearest;
use super::super::problem::{Code, Span};
use super::super::read::Lookup;
use super::super::report::Report;
use super::super::schema::{ASSUMPTION, BALL, BEAT, MAX_PLAYERS, PLAY};
use super::super::slots::{Slots, number};
use super::super::tree::{Node, NodeKind, Tree};
use super::ids::Ids;
use super::references::{self, known, unknown_player};
use super::team::{Player, Target, Task, Team};
use crate::model::{OperatingModel, Side};

/// Two tokens of a channel closer than this many yards …
pub(crate) const CROWDED_YARDS: f64 = 1.5;
/// … and this much across stand on top of each other.
pub(crate) const CROWDED_ACROSS: f64 = 0.3;

/// Checks a play.
pub(crate) fn play(tree: &Tree, root: Node<'_>, lookup: &dyn Lookup, report: &mut Report) {
    let play = Slots::of(root, &PLAY);
    let model = references::model(root, play.get("model"), lookup, report).map(|(_, model)| model);
    let model = model.as_deref();
    let team = Team::of(tree, &play);

    let assumptions: Vec<Slots<'_>> =
        play.list("assumptions").map(|assumption| Slots::of(assumption, &ASSUMPTION)).collect();

    let players = team.players.iter().map(|player| {
        (if player.side == Side::Offense { "player" } else { "defender" }, player.slots.get("id"))
    });
    let ids =
        Ids::of(players.chain(assumptions.iter().map(|assumption| ("assumption", assumption.get("id")))));
    ids.report_duplicates(report);

    numbers(&play, report);
    if let Some(model) = model {
        channels(&assumptions, &team, model, report);
    }
    assignments(&team, model, report);
    rings(&team, report);
    carrier(&play, &team, report);
    effects(&assumptions, &team, model, report);
    focus(&play, &team, &ids, model, report);
    crowded(&team, report);
    teams(&team, report);
    if let Some(model) = model
        && team.clear
        && !report.has_errors()
    {
        open_flanks(root, &play, &team, model, report);
        unused_assumptions(&play, &assumptions, &team, report);
    }
}

fn numbers(play: &Slots<'_>, report: &mut Report) {
    for (field, called) in [("offense", "players"), ("defense", "defenders")] {
        if let Some(player) = play.list(field).nth(MAX_PLAYERS) {
            let count = play.list(field).count();
            report
                .add(Code::TooLarge, player.span(), format!("{count} {called} are too many for one play"))
                .help(format!("A side has at most {MAX_PLAYERS}; this is the first too many"));
        }
    }
}

fn channels(assumptions: &[Slots<'_>], team: &Team<'_>, model: &OperatingModel, report: &mut Report) {
    let named = team.players.iter().map(|player| &player.slots).chain(assumptions);
    for channel in named.filter_map(|slots| slots.get("channel")) {
        references::channel(channel, model, report);
    }
}

fn ids_of<'p>(
    players: impl Iterator<Item = &'p Player<'p>> + Clone,
) -> impl Iterator<Item = &'p str> + Clone {
    players.map(Player::name).filter(|name| !name.is_empty())
}

fn assignments(team: &Team<'_>, model: Option<&OperatingModel>, report: &mut Report) {
    for player in team.side(Side::Offense) {
        match &player.task {
            Some(Task::Support(target)) => support(player, target, team, report),
            Some(task) => {
                if let Some((verb, target)) = task.opponent() {
                    opponent(player, verb, target, team, model, report);
                }
            }
            None => {}
        }
    }
}

fn opponent(
    player: &Player<'_>,
    verb: &str,
    target: &Target<'_>,
    team: &Team<'_>,
    model: Option<&OperatingModel>,
    report: &mut Report,
) {
    let here = || team.side(Side::Defense).filter(|defender| defender.channel == player.channel);
    let span: Span = target.node.span().into();
    match team.find(&target.name) {
        None if team.complete => {
            // A defender of the same channel is the better guess: another would be the next mistake.
            let near = nearest(&target.name, ids_of(here()));
            let names = if here().next().is_some() {
                known("Defenders in its channel", ids_of(here()))
            } else {
                String::new()
            };
            let message = format!("This play has no defender \"{}\"", target.name);
            let found = report.add(Code::UnknownPlayer, span, message);
            if names.is_empty() {
                found.help("No defender stands in its channel; Advance goes into open ground");
            } else {
                found.nearest(near, &names, span, "\"");
            }
        }
        None => {}
        Some(other) if other.side == Side::Offense => {
            let message = format!("{verb} needs a defender, but \"{}\" is on the offense", target.name);
            let cure = match here().next() {
                Some(_) => format!(
                    "{}, or write Support(\"{}\")",
                    known("Defenders in its channel", ids_of(here())),
                    target.name
                ),
                None => format!("Write Support(\"{}\"), or Advance into open ground", target.name),
            };
            report.add(Code::WrongSide, span, message).help(cure);
        }
        Some(other) => {
            let (Some(own), Some(its)) = (&player.channel, &other.channel) else { return };
            // A channel there is not was reported; where its players stand then is anybody's guess.
            let exists =
                |id: &str| model.is_none_or(|model| model.channels.iter().any(|c| c.id.as_str() == id));
            if own != its && exists(own) && exists(its) {
                let message = format!(
                    "\"{}\" stands in \"{its}\", but \"{}\" plays in \"{own}\"",
                    target.name,
                    player.name()
                );
                let cure = match here().next() {
                    Some(_) => known("Defenders in its channel", ids_of(here())),
                    None => "No defender stands in its channel; Advance goes into open ground".into(),
                };
                report.add(Code::WrongChannel, span, message).help(cure);
            }
        }
    }
}

fn support(player: &Player<'_>, target: &Target<'_>, team: &Team<'_>, report: &mut Report) {
    let mates = || team.side(Side::Offense).filter(|mate| mate.id != player.id);
    match team.find(&target.name) {
        None if team.complete => unknown_player(target.node, "team-mate", ids_of(mates()), report),
        Some(other) if other.side == Side::Defense => {
            let message = format!("Support needs a team-mate, but \"{}\" is a defender", target.name);
            report.add(Code::WrongSide, target.node.span(), message).help(format!(
                "{}; against a defender write Confront, Bypass or Block",
                known("Team-mates", ids_of(mates()))
            ));
        }
        _ => {}
    }
}

/// Reports each ring of support once, at its first member.
fn rings(team: &Team<'_>, report: &mut Report) {
    let mut told: Vec<&str> = Vec::new();
    for player in team.side(Side::Offense) {
        let mut ring = vec![player.name()];
        let mut at = player;
        let closed = loop {
            let Some(Task::Support(target)) = &at.task else { break false };
            let Some(next) = team.find(&target.name) else { break false };
            if std::ptr::eq(next, player) {
                break true;
            }
            if ring.contains(&next.name()) {
                break false;
            }
            ring.push(next.name());
            at = next;
        };
        if !closed || told.contains(&player.name()) {
            continue;
        }
        let Some(Task::Support(target)) = &player.task else { continue };
        let message = if ring.len() == 1 {
            format!("\"{}\" supports itself", player.name())
        } else {
            format!("Support goes round in a ring: {} → {}", ring.join(" → "), player.name())
        };
        report
            .add(Code::SupportCycle, target.node.span(), message)
            .help("Give one of them something to do: Confront, Bypass, Block or Advance");
        told.extend(ring);
    }
}

fn carrier(play: &Slots<'_>, team: &Team<'_>, report: &mut Report) {
    let Some(node) = play.get("ball").and_then(|ball| Slots::of(ball, &BALL).get("carrier")) else { return };
    let Some(name) = node.as_str() else { return };
    let offense = || team.side(Side::Offense);
    match team.find(&name) {
        None if team.complete => unknown_player(node, "offense player", ids_of(offense()), report),
        None => {}
        Some(defender) if defender.side == Side::Defense => {
            report
                .add(Code::WrongSide, node.span(), format!("The ball's carrier \"{name}\" is a defender"))
                .help(known("Those who can carry it", ids_of(offense())));
        }
        Some(player) => {
            let Some(end) = team.end_of_chain(player) else { return };
            if end.side == Side::Offense && matches!(end.task, Some(Task::Hold)) {
                let message = if std::ptr::eq(end, player) {
                    format!("\"{name}\" carries the ball but takes no part")
                } else {
                    format!(
                        "\"{name}\" carries the ball, but the one it supports, \"{}\", takes no part",
                        end.name()
                    )
                };
                report.add(Code::IdleCarrier, node.span(), message).help(format!(
                    "Give \"{}\" an assignment: Confront, Bypass, Block or Advance",
                    end.name()
                ));
            }
        }
    }
}

/// The effects of a play: name of the variant, and the node of the name in it.
fn effects_of<'t>(assumption: &Slots<'t>) -> impl Iterator<Item = (&'t str, Node<'t>)> + use<'t> {
    assumption.list("effects").filter_map(|effect| Some((effect.name()?, effect.item(0)?.value())))
}

fn effects(assumptions: &[Slots<'_>], team: &Team<'_>, model: Option<&OperatingModel>, report: &mut Report) {
    for assumption in assumptions {
        for (verb, node) in effects_of(assumption) {
            let Some(name) = node.as_str() else { continue };
            match (verb, model) {
                ("Strengthen", _) if team.complete && team.find(&name).is_none() => {
                    unknown_player(node, "player", ids_of(team.players.iter()), report);
                }
                ("Cap" | "Reach" | "Drag", Some(model)) => references::channel(node, model, report),
                _ => {}
            }
        }
    }
}

fn focus(
    play: &Slots<'_>,
    team: &Team<'_>,
    ids: &Ids<'_>,
    model: Option<&OperatingModel>,
    report: &mut Report,
) {
    let Some(model) = model.filter(|_| team.complete) else { return };
    let channels = || model.channels.iter().map(|channel| channel.id.as_str());
    for node in play.list("beats").flat_map(|beat| Slots::of(beat, &BEAT).list("focus")) {
        let Some(name) = node.as_str() else { continue };
        if report.is_full() || ids.contains(&name) || channels().any(|known| known == name) {
            continue;
        }
        let span = node.span().into();
        report.add(Code::UnknownPlayer, span, format!("Nothing in this play is called \"{name}\"")).nearest(
            nearest(&name, ids.names().chain(channels())),
            "A beat looks at players, channels or assumptions, by their ids",
            span,
            "\"",
        );
    }
}

fn crowded(team: &Team<'_>, report: &mut Report) {
    let places: Vec<(&Player<'_>, Node<'_>, f64, f64)> = team
        .players
        .iter()
        .filter_map(|player| {
            let at =
                player.slots.get("at").filter(|at| at.kind() == NodeKind::Tuple && at.item_count() == 2)?;
            Some((player, at, number(at.item(0)?.value())?, number(at.item(1)?.value())?))
        })
        .collect();
    for (index, (player, node, yards, across)) in places.iter().enumerate() {
        let other = places.iter().take(index).find(|(other, _, y, a)| {
            other.channel.is_some()
                && other.channel == player.channel
                && (y - yards).abs() < CROWDED_YARDS
                && (a - across).abs() < CROWDED_ACROSS
        });
        if let Some((other, ..)) = other {
            report
                .add(
                    Code::Crowded,
                    node.span(),
                    format!("\"{}\" stands on top of \"{}\"", player.name(), other.name()),
                )
                .help(format!("Move one of them {CROWDED_YARDS} yards away, or {CROWDED_ACROSS} across"));
        }
    }
}

/// A team of one whose name nearly is another team's: probably that one was meant.
fn teams(team: &Team<'_>, report: &mut Report) {
    let names: Vec<_> = team
        .players
        .iter()
        .filter_map(|player| player.slots.get("team"))
        .filter_map(|node| Some((node, node.as_str()?)))
        .collect();
    for (node, name) in &names {
        if names.iter().filter(|(_, other)| other == name).count() > 1 {
            continue;
        }
        let larger = names
            .iter()
            .map(|(_, other)| other)
            .filter(|other| *other != name && names.iter().filter(|(_, third)| third == *other).count() > 1);
        if let Some(meant) = nearest(name, larger.map(|other| &**other)) {
            let span = node.span().into();
            report.add(Code::NeverUsed, span, format!("Nobody else is in the team \"{name}\"")).nearest(
                Some(meant),
                "Players of one team have the same `team`, to the letter",
                span,
                "\"",
            );
        }
    }
}

fn open_flanks(
    root: Node<'_>,
    play: &Slots<'_>,
    team: &Team<'_>,
    model: &OperatingModel,
    report: &mut Report,
) {
    let offense =
        root.items().find(|item| play.get("offense").is_some_and(|offense| offense == item.value()));
    let span: Span =
        offense.and_then(|item| item.key_span()).map_or_else(|| super::place(root, None), Into::into);
    for channel in model.channels.iter().filter(|channel| !team.attacks_in(channel.id.as_str())) {
        report.add(Code::OpenFlank, span, format!("Nobody works on \"{}\"", channel.name)).help(format!(
            "That may be the point of the play; a player in \"{}\" would close it",
            channel.id
        ));
    }
}

/// The channel in which defenders that press come at the ball carrier; none if it does not step back.
fn hunted<'p>(play: &Slots<'_>, team: &'p Team<'_>) -> Option<&'p str> {
    let ball = Slots::of(play.get("ball")?, &BALL);
    number(ball.get("step_back")?).filter(|yards| *yards > 0.0)?;
    team.find(&ball.get("carrier")?.as_str()?)?.channel.as_deref()
}

/// Assumptions whose effects all name what plays no part.
fn unused_assumptions(play: &Slots<'_>, assumptions: &[Slots<'_>], team: &Team<'_>, report: &mut Report) {
    let hunted = hunted(play, team);
    let part = |id: &str| {
        team.find(id).is_some_and(|player| match player.side {
            Side::Offense => {
                team.end_of_chain(player).is_some_and(|end| !matches!(end.task, Some(Task::Hold)))
            }
            Side::Defense => {
                (hunted.is_some() && player.channel.as_deref() == hunted && player.presses())
                    || team.attacks_in(player.channel.as_deref().unwrap_or(""))
                    || team.side(Side::Offense).any(|other| {
                        let target = other.task.as_ref().and_then(Task::opponent);
                        target.is_some_and(|(_, target)| target.name == id)
                    })
            }
        })
    };
    for assumption in assumptions {
        let mut effects = effects_of(assumption).peekable();
        if effects.peek().is_none() {
            continue;
        }
        let idle = effects.all(|(verb, name)| {
            let name = name.as_str().unwrap_or_default();
            if verb == "Strengthen" { !part(&name) } else { !team.attacks_in(&name) }
        });
        if idle && let Some(effects) = assumption.get("effects") {
            let id = assumption.get("id").and_then(|id| id.as_str()).unwrap_or_default();
            report
                .add(Code::NeverUsed, effects.span(), format!("The effects of \"{id}\" change nothing"))
                .help("They name only players that take no part, or channels nobody works on");
        }
    }
}
