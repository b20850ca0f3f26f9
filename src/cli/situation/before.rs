//! The field before a next call, where no plan says how it came to be: what the options of `advise` say.

use clap::Args;

use super::syntax::{self, Pair, Start};
use super::{START, fronts, remember, unknown, within};
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::model::{OperatingModel, TacticId};
use crate::play_file::Playbook;
use crate::rules::{Called, Series, Standing};

/// Where the goal is where no plan says so, in yards.
const GOAL: f64 = 100.0;
/// More uses than this are as many.
const MOST_USES: f64 = 10_000.0;

/// Where a drive stands.
#[derive(Debug, Default, Args)]
#[group(skip)]
pub(in crate::cli) struct Before {
    /// Where the fronts are: one yard for all, or some by name and the rest at 20; default: 20
    #[arg(long, value_name = "YARDS|CHANNEL=YARDS,…", allow_hyphen_values = true, conflicts_with = "plan", value_parser = syntax::start)]
    start: Vec<Start>,
    /// How often tactics have been used before: exemplar=3
    #[arg(long, value_name = "TACTIC=N", value_delimiter = ',', conflicts_with = "plan", value_parser = syntax::pair)]
    uses: Vec<Pair>,
    /// A force gone round earlier and still there: services.guidance=4
    #[arg(long, value_name = "CHANNEL.FORCE=N", value_delimiter = ',', conflicts_with = "plan", value_parser = syntax::pair)]
    gone_round: Vec<Pair>,
    /// What earlier plays left of a force's strength, 0 to 1: guidance=0.8
    #[arg(long, value_name = "FORCE=N", value_delimiter = ',', conflicts_with = "plan", value_parser = syntax::pair)]
    wear: Vec<Pair>,
    /// Which try of the series is next; default: 1
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "plan", value_parser = clap::value_parser!(u32).range(1..=20))]
    down: Option<u32>,
    /// The yard that the whole organisation must reach in this series; default: 10 from here
    #[arg(long, value_name = "YARD", allow_negative_numbers = true, conflicts_with = "plan")]
    to_gain: Option<f64>,
}

impl Before {
    /// Where the drive stands, as it was asked for. Tactics are those of `plays`, forces those of the playbook.
    pub(in crate::cli) fn standing(
        &self,
        model: &OperatingModel,
        plays: &[Called],
        playbook: &Playbook,
        console: Console,
    ) -> Result<Standing, Failure> {
        let from = fronts(&self.start, vec![START; model.channels.len()], model)?;
        let mut standing = Standing::kick_off(from, model, GOAL);
        remember(&mut standing.state, [&self.gone_round, &self.wear], None, model, playbook, console)?;
        for Pair { key, value } in &self.uses {
            within("--uses", key, *value, 0.0, MOST_USES)?;
            if value.fract() != 0.0 {
                return Err(Failure::unusable(format!("--uses {key}: {value} is not a whole number")));
            }
            let tactics = || plays.iter().map(|called| called.lineup.tactic.as_str());
            if !tactics().any(|tactic| tactic == key) {
                return Err(unknown("--uses", "tactic", key, tactics()));
            }
            standing.state.uses.insert(TacticId::from(key.as_str()), *value as u32);
        }
        if let Some(down) = self.down {
            let most = Series::downs(&model.constants);
            within("--down", "the next try", f64::from(down), 1.0, f64::from(most))?;
            standing.series.down = down;
        }
        if let Some(yard) = self.to_gain {
            let spot = model.weighted_mean(standing.state.fronts.iter().copied());
            within("--to-gain", "the yard to reach", yard, 0.0, GOAL)?;
            if yard <= spot {
                let help = Some("name a yard further up the field, or leave --to-gain out".to_owned());
                let message = format!("--to-gain {yard}: the whole organisation stands at {spot:.0} already");
                return Err(Failure::with_help(message, help));
            }
            standing.series.to_gain = yard;
        }
        if standing.state.fronts.iter().all(|front| *front >= GOAL) {
            let help = Some("start at least one channel below 100".to_owned());
            return Err(Failure::with_help("every channel is at the goal: there is nothing to call", help));
        }
        Ok(standing)
    }
}
