//! The field before a play, and the play as it is to be run: what the options of `resolve`, `show` and `render` say; and in
//! `opening` where a game plan begins, in `before` the field before a next call.
//!
//! A [`Loaded`] play and what was typed come in; a [`Situation`] ready to be run comes out, or the first thing typed that
//! names nothing in the play, with the nearest name that would.

mod before;
mod opening;
mod syntax;

use std::sync::Arc;

use clap::Args;

use super::failure::Failure;
use super::source::{Loaded, plays};
use super::{Console, names};
use crate::model::{OperatingModel, Play, PlayerId, Strength, is_valid_id};
use crate::play_file::{Document, Playbook};
use crate::rules::{GoneRound, Lineup, Run, State, Switches, repeat};
pub(super) use before::Before;
pub(super) use opening::Opening;
use syntax::{Pair, Start};

/// Where every front starts unless it is said otherwise, in yards.
const START: f64 = 20.0;
/// How far from a known name a slip may be to be called one, in letters.
const SLIP: usize = 2;

/// The field before the play, and what is to be changed in it.
#[derive(Debug, Default, Args)]
pub(super) struct Changes {
    /// Where the fronts start: one yard for all, or some by name and the rest at 20
    #[arg(long, value_name = "YARDS|CHANNEL=YARDS,…", allow_hyphen_values = true, value_parser = syntax::start)]
    start: Vec<Start>,
    /// How often the tactic has been used before
    #[arg(long, value_name = "N", default_value_t = 0, allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(0..=10_000))]
    uses: u32,
    /// Run it this often in a row, series left aside
    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=1000))]
    times: u32,
    /// Assumptions that do not hold, one or several; the play stands before this option
    #[arg(long, value_name = "ASSUMPTION", num_args = 1.., value_delimiter = ',')]
    without: Vec<String>,
    /// Assumptions that hold, one or several; the play stands before this option
    #[arg(long, value_name = "ASSUMPTION", num_args = 1.., value_delimiter = ',')]
    with: Vec<String>,
    /// Another strength for a player: service-team.strength=4
    #[arg(long, value_name = "PLAYER.strength=N", value_delimiter = ',', value_parser = syntax::pair)]
    set: Vec<Pair>,
    /// A force gone round earlier and still there: services.guidance=4
    #[arg(long, value_name = "CHANNEL.FORCE=N", value_delimiter = ',', value_parser = syntax::pair)]
    gone_round: Vec<Pair>,
    /// What earlier plays left of a force's strength, 0 to 1: guidance=0.8
    #[arg(long, value_name = "FORCE=N", value_delimiter = ',', value_parser = syntax::pair)]
    wear: Vec<Pair>,
}

/// A play ready to be run on a field.
pub(super) struct Situation {
    /// The play on its model.
    pub(super) lineup: Lineup,
    /// Which assumptions hold.
    pub(super) switches: Switches,
    /// The field before it.
    before: State,
    times: u32,
}

impl Situation {
    /// Every run, the last of which is the result.
    pub(super) fn runs(&self) -> Vec<Run> {
        repeat(&self.lineup, &self.before, &self.switches, self.times)
    }
}

impl Changes {
    /// Whether nothing was typed that changes the field or the play.
    pub(super) fn is_none(&self) -> bool {
        let Self { start, uses, times, without, with, set, gone_round, wear } = self;
        let names = [without, with].iter().all(|names| names.is_empty());
        let pairs = [set, gone_round, wear].iter().all(|pairs| pairs.is_empty());
        start.is_empty() && *uses == 0 && *times == 1 && names && pairs
    }

    /// Where a game plan begins, if nothing was typed that only a play has.
    pub(super) fn opening(&self) -> Result<Opening, Failure> {
        let Self { start, uses, times, without, with, set, gone_round, wear } = self;
        let names = [without, with].iter().any(|names| !names.is_empty());
        if *uses > 0 || names || [set, gone_round, wear].iter().any(|pairs| !pairs.is_empty()) {
            return Err(Failure::with_help(
                "--uses, --without, --with, --set, --gone-round and --wear change one play, not a game plan",
                Some("a chart takes --start, and --times for a play that stands for a plan".to_owned()),
            ));
        }
        Ok(Opening::new(start.clone(), (*times != 1).then_some(*times)))
    }

    /// Sets the field up as it was asked for.
    pub(super) fn set_up(&self, loaded: &Loaded, console: Console) -> Result<Situation, Failure> {
        let Loaded { id, model, playbook, .. } = loaded;
        let play = self.changed(&loaded.play)?;
        let mut before = State::new(fronts(&self.start, vec![START; model.channels.len()], model)?);
        remember(&mut before, [&self.gone_round, &self.wear], Some(&play), model, playbook, console)?;
        let switches = self.switches(&play)?;
        let lineup = Lineup::new(id.clone(), play, Arc::clone(model));
        if self.uses > 0 {
            before.uses.insert(lineup.tactic.clone(), self.uses);
        }
        Ok(Situation { lineup, switches, before, times: self.times })
    }

    /// The play with other strengths.
    fn changed(&self, play: &Arc<Play>) -> Result<Arc<Play>, Failure> {
        let mut changed = Arc::clone(play);
        for Pair { key, value } in &self.set {
            let id = key.strip_suffix(".strength").ok_or_else(|| {
                Failure::with_help(
                    format!("--set {key}={value} names nothing that can be set"),
                    Some("write the player's id and .strength, such as service-team.strength=4".to_owned()),
                )
            })?;
            within("--set", key, *value, 0.0, 10.0)?;
            if *value == 0.0 {
                return Err(Failure::unusable(format!("--set {key}=0: a strength is above 0")));
            }
            let Play { offense, defense, .. } = Arc::make_mut(&mut changed);
            let strength = offense
                .iter_mut()
                .map(|player| (&player.id, &mut player.strength))
                .chain(defense.iter_mut().map(|player| (&player.id, &mut player.strength)))
                .find(|(player, _)| player.as_str() == id);
            match strength {
                Some((_, strength)) => *strength = Strength::exactly(*value),
                None => return Err(unknown("--set", "player", id, players(play))),
            }
        }
        Ok(changed)
    }

    fn switches(&self, play: &Play) -> Result<Switches, Failure> {
        let mut switches = Switches::of(play);
        for (option, ids, holds) in [("--without", &self.without, false), ("--with", &self.with, true)] {
            for id in ids {
                let ids = || play.assumptions.iter().map(|assumption| assumption.id.as_str());
                let at = ids().position(|known| known == id);
                let switch = at.and_then(|at| switches.0.get_mut(at));
                *switch.ok_or_else(|| unknown(option, "assumption", id, ids()))? = holds;
            }
        }
        match self.without.iter().find(|id| self.with.contains(id)) {
            Some(id) => Err(Failure::unusable(format!("`{id}` stands in both --with and --without"))),
            None => Ok(switches),
        }
    }
}

/// What earlier plays left behind.
fn remember(
    state: &mut State,
    [gone_round, wear]: [&[Pair]; 2],
    play: Option<&Play>,
    model: &OperatingModel,
    playbook: &Playbook,
    console: Console,
) -> Result<(), Failure> {
    for Pair { key, value } in gone_round {
        let (channel, force) = key.split_once('.').ok_or_else(|| {
            Failure::with_help(
                format!("--gone-round {key}={value} names no channel and force"),
                Some("write both, such as services.guidance=4".to_owned()),
            )
        })?;
        let at = channel_index("--gone-round", channel, model)?;
        within("--gone-round", key, *value, 0.0, 1000.0)?;
        let force = known_force("--gone-round", force, play, playbook, console)?;
        if let Some(gone_round) = state.gone_round.get_mut(at)
            && *value > 0.0
        {
            gone_round.insert(force, GoneRound { strength: *value, age: 0 });
        }
    }
    for Pair { key, value } in wear {
        within("--wear", key, *value, 0.0, 1.0)?;
        state.wear.insert(known_force("--wear", key, play, playbook, console)?, *value);
    }
    Ok(())
}

/// Where the fronts start: as was typed, and the others where they are in `fronts`.
fn fronts(starts: &[Start], mut fronts: Vec<f64>, model: &OperatingModel) -> Result<Vec<f64>, Failure> {
    let start = syntax::together(starts).map_err(|twice| Failure::unusable(format!("--start: {twice}")))?;
    if let Some(yards) = start.all {
        within("--start", "every front", yards, 0.0, 100.0)?;
        fronts.fill(yards);
    }
    for Pair { key, value } in &start.each {
        within("--start", key, *value, 0.0, 100.0)?;
        let at = channel_index("--start", key, model)?;
        if let Some(front) = fronts.get_mut(at) {
            *front = *value;
        }
    }
    Ok(fronts)
}

fn channel_index(option: &str, id: &str, model: &OperatingModel) -> Result<usize, Failure> {
    let ids = || model.channels.iter().map(|channel| channel.id.as_str());
    ids().position(|known| known == id).ok_or_else(|| unknown(option, "channel", id, ids()))
}

/// A force of this play or of an earlier one. One that stands in no play at hand may be of a play elsewhere: it is taken,
/// with a word about it, unless it is a slip of one that does.
fn known_force(
    option: &str,
    id: &str,
    play: Option<&Play>,
    playbook: &Playbook,
    console: Console,
) -> Result<PlayerId, Failure> {
    let here = || play.into_iter().flat_map(|play| &play.defense).map(|player| player.id.as_str());
    if here().any(|known| known == id) {
        return Ok(PlayerId::from(id));
    }
    let others: Vec<Arc<Play>> = [playbook, Playbook::built_in()]
        .into_iter()
        .flat_map(plays)
        .filter_map(|entry| match &entry.document {
            Some(Document::Play(play)) => Some(Arc::clone(play)),
            _ => None,
        })
        .collect();
    let known = || others.iter().flat_map(|play| &play.defense).map(|player| player.id.as_str());
    if known().any(|known| known == id) {
        return Ok(PlayerId::from(id));
    }
    let slip = |known: &str| strsim::osa_distance(known, id) <= SLIP;
    if !is_valid_id(id) || here().chain(known()).any(slip) {
        return Err(unknown(option, "force", id, here().chain(known())));
    }
    let meant = names::nearest(id, here().chain(known()));
    let meant = if meant.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", names::list(&meant, "or"))
    };
    console.note(&format!(
        "{option}: no play at hand has a force `{id}`; it is taken as one of an earlier play{meant}"
    ));
    Ok(PlayerId::from(id))
}

fn players(play: &Play) -> impl Iterator<Item = &str> {
    let offense = play.offense.iter().map(|player| player.id.as_str());
    offense.chain(play.defense.iter().map(|player| player.id.as_str()))
}

fn within(option: &str, what: &str, value: f64, low: f64, high: f64) -> Result<(), Failure> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Failure::unusable(format!("{option} {what}: {value} is not between {low} and {high}")))
}

fn unknown<'a>(option: &str, what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let mut known: Vec<&str> = known.collect();
    let mut seen = std::collections::BTreeSet::new();
    known.retain(|id| seen.insert(*id));
    Failure::with_help(format!("{option}: there is no {what} `{id}`"), names::did_you_mean(id, known))
}
