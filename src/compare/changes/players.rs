//! What differs between the players of two plays, both sides, and who goes by another id now.

use std::collections::BTreeSet;

use serde::Serialize;

use super::align::align;
use super::phrases::{
    farther, from_front, is_plural, lines_up, quoted, reordered, strength, stronger, text, verb,
};
use super::{About, Found, Names, Teller, tell};
use crate::model::{
    Assignment, ChannelId, Defender, Effect, OffensePlayer, Place, Play, PlayerId, Side, Stance, Strength,
};
use crate::rules::STRAIGHT_ON;

/// Who is called what, in the later play and, where they are gone, in the earlier one.
pub(super) struct Cast<'a> {
    plays: [&'a Play; 2],
    pub(super) names: &'a Names,
}

impl<'a> Cast<'a> {
    pub(super) const fn new(before: &'a Play, after: &'a Play, names: &'a Names) -> Self {
        Self { plays: [after, before], names }
    }

    fn known(&self, id: &str) -> Option<&'a str> {
        self.plays.iter().find_map(|play| {
            let offense = play.offense.iter().map(|player| (&player.id, &player.name));
            let mut both = offense.chain(play.defense.iter().map(|player| (&player.id, &player.name)));
            both.find(|(player, _)| player.as_str() == id).map(|(_, name)| name.as_str())
        })
    }

    /// What a player is called; its id if it is in neither play.
    pub(super) fn player<'s>(&'s self, id: &'s PlayerId) -> &'s str {
        self.known(id.as_str()).unwrap_or(id.as_str())
    }

    /// What a beat points at: a player, a channel or an assumption.
    pub(super) fn anything(&self, id: &str) -> String {
        let mut assumptions = self.plays.iter().flat_map(|play| &play.assumptions);
        let mut assumption = || assumptions.find(|assumption| assumption.id.as_str() == id);
        self.known(id)
            .map(str::to_owned)
            .or_else(|| self.names.channels.get(id).cloned())
            .or_else(|| assumption().map(|assumption| quoted(&assumption.text)))
            .unwrap_or_else(|| id.to_owned())
    }
}

/// A player that goes by another id now.
#[derive(Debug)]
pub(super) struct Renamed {
    side: Side,
    from: PlayerId,
    to: PlayerId,
}

/// The earlier play with the ids of the later one for players that only changed theirs, and who those are: of the same
/// side, name and channel, the old id gone and the new one new.
pub(super) fn follow_renames(before: &Play, after: &Play) -> (Play, Vec<Renamed>) {
    let (old, new) = (ids(before), ids(after));
    let mut renamed = renamed(&before.offense, &after.offense, &old, &new);
    renamed.extend(self::renamed(&before.defense, &after.defense, &old, &new));
    let mut followed = before.clone();
    for Renamed { from, to, .. } in &renamed {
        rename(&mut followed, from, to);
    }
    (followed, renamed)
}

/// Every id a play gives away.
fn ids(play: &Play) -> BTreeSet<&str> {
    let offense = play.offense.iter().map(|player| player.id.as_str());
    let defense = play.defense.iter().map(|player| player.id.as_str());
    let assumptions = play.assumptions.iter().map(|assumption| assumption.id.as_str());
    offense.chain(defense).chain(assumptions).collect()
}

fn renamed<T: Member>(before: &[T], after: &[T], old: &BTreeSet<&str>, new: &BTreeSet<&str>) -> Vec<Renamed> {
    let come = after.iter().map(Member::common).filter(|player| !old.contains(player.id.as_str()));
    let mut come: Vec<Common> = come.collect();
    let gone = before.iter().map(Member::common).filter(|player| !new.contains(player.id.as_str()));
    gone.filter_map(|gone| {
        let at = come.iter().position(|come| (come.name, come.channel) == (gone.name, gone.channel))?;
        Some(Renamed { side: gone.side, from: gone.id.clone(), to: come.remove(at).id.clone() })
    })
    .collect()
}

/// Writes `to` wherever a play says `from`.
fn rename(play: &mut Play, from: &PlayerId, to: &PlayerId) {
    let offense = play.offense.iter_mut().flat_map(|player| {
        let target = match &mut player.assignment {
            Assignment::Confront(id)
            | Assignment::Bypass(id)
            | Assignment::Block(id)
            | Assignment::Support(id) => Some(id),
            Assignment::Advance | Assignment::Hold => None,
        };
        [Some(&mut player.id), target].into_iter().flatten()
    });
    let defense = play.defense.iter_mut().map(|player| &mut player.id);
    let effects = play.assumptions.iter_mut().flat_map(|assumption| &mut assumption.effects);
    let strengthened = effects.filter_map(|effect| match effect {
        Effect::Strengthen(id, _) => Some(id),
        Effect::Cap(..) | Effect::Reach(..) | Effect::Drag(..) => None,
    });
    let carrier = std::iter::once(&mut play.ball.carrier);
    for id in offense.chain(defense).chain(strengthened).chain(carrier).filter(|id| *id == from) {
        *id = to.clone();
    }
    for id in play.beats.iter_mut().flat_map(|beat| &mut beat.focus).filter(|id| *id == from.as_str()) {
        id.replace_range(.., to.as_str());
    }
}

/// The players of both sides.
pub(super) fn changes_of_players(
    found: &mut Found,
    (before, after): (&Play, &Play),
    renamed: &[Renamed],
    cast: &Cast,
) {
    for side in [Side::Offense, Side::Defense] {
        for Renamed { from, to, .. } in renamed.iter().filter(|renamed| renamed.side == side) {
            let name = cast.player(to);
            let has = verb(&[name], "has", "have");
            found.field(&About::Player(side, to.clone()), "id", (from, to), || {
                format!("{name} {has} the id `{to}` instead of `{from}`.")
            });
        }
        match side {
            Side::Offense => changes_of_side(found, &before.offense, &after.offense, cast),
            Side::Defense => changes_of_side(found, &before.defense, &after.defense, cast),
        }
    }
}

fn changes_of_side<T: Member>(found: &mut Found, before: &[T], after: &[T], cast: &Cast) {
    let alignment = align(before, after, |a, b| a.common().id == b.common().id);
    tell(found, &alignment, (before, after), &Players(cast));
}

/// What players of both sides have.
struct Common<'a> {
    side: Side,
    id: &'a PlayerId,
    name: &'a String,
    short: &'a Option<String>,
    team: &'a Option<String>,
    channel: &'a ChannelId,
    at: &'a Place,
    strength: &'a Strength,
    note: &'a Option<String>,
}

impl Common<'_> {
    fn about(&self) -> About {
        About::Player(self.side, self.id.clone())
    }
}

/// A player of either side.
trait Member: PartialEq + Serialize {
    fn common(&self) -> Common<'_>;
    /// What it does, behind its name.
    fn does(&self, cast: &Cast) -> String;
    /// What is different in what only its side has.
    fn own_changes(&self, found: &mut Found, later: &Self, cast: &Cast);
}

impl Member for OffensePlayer {
    fn common(&self) -> Common<'_> {
        let Self { id, name, short, team, channel, at, strength, assignment: _, route: _, note } = self;
        Common { side: Side::Offense, id, name, short, team, channel, at, strength, note }
    }

    fn does(&self, cast: &Cast) -> String {
        does(&self.assignment, is_plural(&self.name), cast)
    }

    fn own_changes(&self, found: &mut Found, later: &Self, cast: &Cast) {
        let (about, name) = (later.common().about(), &later.name);
        found.field(&about, "assignment", (&self.assignment, &later.assignment), || {
            let does = does(&later.assignment, is_plural(name), cast);
            format!("{name} {does} instead of {}.", doing(&self.assignment, cast))
        });
        found.field(&about, "route", (&self.route, &later.route), || {
            let end = |route: &[Place]| route.last().map_or(STRAIGHT_ON, |place| place.yards);
            let (from, to) = (end(&self.route), end(&later.route));
            let (sets, takes) = (verb(&[name], "sets", "set"), verb(&[name], "takes", "take"));
            if from == to {
                return format!("{name} {takes} another way to the same yard, {}.", from_front(to));
            }
            format!("{name} {sets} out for {}.", farther(to, from))
        });
    }
}

impl Member for Defender {
    fn common(&self) -> Common<'_> {
        let Self { id, name, short, team, channel, at, strength, stance: _, note } = self;
        Common { side: Side::Defense, id, name, short, team, channel, at, strength, note }
    }

    fn does(&self, _: &Cast) -> String {
        let name = self.name.as_str();
        match self.stance {
            Stance::Hold => format!("{} firm", verb(&[name], "stands", "stand")),
            Stance::Press => format!("{} at us", verb(&[name], "comes", "come")),
        }
    }

    fn own_changes(&self, found: &mut Found, later: &Self, cast: &Cast) {
        found.field(&later.common().about(), "stance", (&self.stance, &later.stance), || {
            let before = match self.stance {
                Stance::Hold => "standing firm",
                Stance::Press => "coming at us",
            };
            format!("{} {} instead of {before}.", later.name, later.does(cast))
        });
    }
}

/// An assignment in words, for one or for several.
fn does(assignment: &Assignment, many: bool, cast: &Cast) -> String {
    let form = |one: &str, several: &str| (if many { several } else { one }).to_owned();
    match assignment {
        Assignment::Confront(id) => format!("{} {}", form("confronts", "confront"), cast.player(id)),
        Assignment::Bypass(id) => format!("{} round {}", form("goes", "go"), cast.player(id)),
        Assignment::Block(id) => format!("{} {} off for others", form("holds", "hold"), cast.player(id)),
        Assignment::Support(id) => format!("{} {}", form("supports", "support"), cast.player(id)),
        Assignment::Advance => form("advances into open ground", "advance into open ground"),
        Assignment::Hold => form("stays where it is", "stay where they are"),
    }
}

/// The same behind "instead of".
fn doing(assignment: &Assignment, cast: &Cast) -> String {
    match assignment {
        Assignment::Confront(id) => format!("confronting {}", cast.player(id)),
        Assignment::Bypass(id) => format!("going round {}", cast.player(id)),
        Assignment::Block(id) => format!("holding {} off for others", cast.player(id)),
        Assignment::Support(id) => format!("supporting {}", cast.player(id)),
        Assignment::Advance => "advancing into open ground".to_owned(),
        Assignment::Hold => "staying behind".to_owned(),
    }
}

struct Players<'a>(&'a Cast<'a>);

impl<T: Member> Teller<T> for Players<'_> {
    fn added(&self, found: &mut Found, item: &T, _: usize) {
        let player = item.common();
        let to = match player.side {
            Side::Offense => "",
            Side::Defense => " to what holds us back",
        };
        let sentence = format!(
            "Adds {}{to} in {} (strength {}; {}).",
            player.name,
            self.0.names.channel(player.channel),
            strength(*player.strength),
            item.does(self.0),
        );
        found.added(player.about(), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &T, _: usize) {
        let player = item.common();
        let from = match player.side {
            Side::Offense => "from",
            Side::Defense => "from what holds us back in",
        };
        let channel = self.0.names.channel(player.channel);
        found.removed(player.about(), item, format!("Removes {} {from} {channel}.", player.name));
    }

    fn changed(&self, found: &mut Found, before: &T, after: &T, _: (usize, usize)) {
        let (earlier, later) = (before.common(), after.common());
        let Common { side: _, id: _, name, short, team, channel, at, strength, note } = earlier;
        let (about, now) = (later.about(), later.name);
        found.field(&about, "name", (name, now), || format!("{name} is called {now} now."));
        found.field(&about, "channel", (channel, later.channel), || {
            let names = self.0.names;
            let moves = verb(&[now], "moves", "move");
            format!("{now} {moves} from {} to {}.", names.channel(channel), names.channel(later.channel))
        });
        found.field(&about, "strength", (strength, later.strength), || {
            stronger(now, *strength, *later.strength)
        });
        before.own_changes(found, after, self.0);
        found.field(&about, "at", (at, later.at), || lines_up(now, *at, *later.at));
        let texts = [("short", "token", short, later.short), ("team", "team", team, later.team)];
        for (field, what, from, to) in texts.into_iter().chain([("note", "note", note, later.note)]) {
            found.field(&about, field, (from, to), || {
                text(&format!("The {what} of {now}"), from.as_deref(), to.as_deref())
            });
        }
    }

    fn moved(&self, found: &mut Found, item: &T, at: (usize, usize)) {
        let player = item.common();
        found.moved(player.about(), at, reordered(player.name, at));
    }
}
