//! What matters most: every judgement a plan or play rests on, changed one at a time, and how far that moves the end.
//!
//! A [`CallSheet`] and a [`Luck`] come in; a [`Sensitivity`] comes out, its levers ranked by how far apart the expected drive's
//! end spots are ([`levers`] finds and pulls them, [`words`] says them). The chance to keep the ball comes from trials on the
//! same luck for all, so that differences are the lever's, not chance's. One at a time: what two levers do together
//! is not looked for. Nothing here draws, prints or reads files.

pub(super) mod levers;
mod words;

use std::cmp::Reverse;

use super::{CallSheet, Chance, DownResult, Luck, Paired, Watch, drive, weigh};
use crate::model::{AssumptionId, PlayId, PlayerId, Side};
use levers::{End, Pull};

/// How many trials are enough to see what a judgement does to the chance to keep the ball.
pub const SENSITIVITY_TRIALS: u64 = 2_000;

/// Swings are ranked by whole steps of this size, in yards or as a chance: what differs by less is a tie.
const SAME: f64 = 1e-9;

/// What matters most to a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Where the expected drive ends with everything as it stands, in yards.
    pub spot: f64,
    /// The chance to keep the ball with everything as it stands.
    pub kept: Chance,
    /// Every lever, the largest swing of the spot first; ties by the swing of the chance to keep the ball, then by label.
    pub levers: Vec<Lever>,
    /// The same levers by their places in `levers`, the largest swing of the chance to keep the ball first; ties in the
    /// order of `levers`.
    pub by_kept: Vec<usize>,
    /// How many trials the chances rest on; fewer than asked for if they were stopped early. The spots rest on none.
    pub count: u64,
    /// How many were asked for.
    pub asked: u64,
    /// The seed of their luck.
    pub seed: u64,
    /// What to argue about first, in a sentence with whole yards.
    pub headline: String,
    /// What to argue about first for keeping the ball; nothing where no lever's ends can be told apart.
    pub headline_kept: Option<String>,
}

/// One judgement at either end of what it may be, everything else as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// What is changed.
    pub subject: LeverSubject,
    /// The same in words: "Legacy technology: strength 4 to 7", "Exemplar assumes: We accept the starting point",
    /// "Exemplar: step back 3 or 7 yards".
    pub label: String,
    /// A strength at its lowest, an assumption that does not hold, a shorter step back.
    pub low: LeverEnd,
    /// A strength at its highest, an assumption that holds, a longer step back.
    pub high: LeverEnd,
    /// How far apart the furthest and the least far end spot are, of `low`, `high` and as it stands. Yards, at least 0. As it
    /// stands counts too because neither end of a step back need be the better one.
    pub swing_spot: f64,
    /// The same of the chance to keep the ball: a difference of chances, 0 to 1.
    pub swing_kept: f64,
    /// How much likelier it is to keep the ball at `high` than at `low`, trial by trial.
    pub kept_difference: Paired,
    /// Whether any two of `low`, `high` and as it stands differ in that by more than two standard errors.
    pub kept_tells_apart: bool,
    /// What it moves, in a sentence: "Between strength 4 and 7 the whole organisation ends 3 yards apart."
    pub sentence: String,
}

/// One end of a lever.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverEnd {
    /// What it is there: "4", "does not hold", "3 yards".
    pub what: String,
    /// Where the expected drive ends then, in yards.
    pub spot: f64,
    /// How many series of the expected drive fail then: one that just fails costs much more than the lever itself moves.
    pub missed: usize,
    /// The chance to keep the ball then.
    pub kept: Chance,
}

/// What a lever changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeverSubject {
    /// How strong a player is, in every play it stands in.
    Strength {
        /// The player.
        player: PlayerId,
        /// Its side.
        side: Side,
    },
    /// Whether an assumption of a play holds.
    Assumption {
        /// The play.
        play: PlayId,
        /// The assumption.
        id: AssumptionId,
    },
    /// How far a play's ball steps back.
    StepBack {
        /// The play.
        play: PlayId,
    },
}

/// Changes every judgement of a sheet, one at a time.
///
/// Players' strengths are pinned at their lowest and highest in every play they stand in (those without a range are left out),
/// each assumption of each play is switched off and on, and each play's ball steps back 2 yards less and more, within 0 to 20. The end
/// spots are the expected drive's; the chances are those of `luck.trials` trials, all on the same luck. Whoever watches may stop the
/// trials: the spots are complete even so, the chances rest on the trials done, and `count` is less than `asked`.
#[must_use]
pub fn sensitivity(sheet: &CallSheet, luck: Luck, watch: &dyn Watch) -> Sensitivity {
    let pulls = levers::of(sheet);
    // An end at which nothing changes is the sheet itself, at place 0.
    let mut sheets = vec![sheet];
    let mut places = Vec::with_capacity(pulls.len());
    for pull in &pulls {
        places.push([&pull.low, &pull.high].map(|end| {
            end.sheet.as_ref().map_or(0, |changed| {
                sheets.push(changed);
                sheets.len() - 1
            })
        }));
    }
    let (spots, missed): (Vec<f64>, Vec<usize>) = sheets
        .iter()
        .map(|sheet| drive(sheet))
        .map(|drive| (drive.spot, drive.count(DownResult::Setback) + drive.count(DownResult::Turnover)))
        .unzip();
    let weighed = weigh(&sheets, luck, watch);
    let kept = |place: usize| weighed.outlooks.get(place).map(|outlook| outlook.kept).unwrap_or_default();
    let against = |one: usize, other: usize| weighed.against[one][other].kept;
    let mut levers: Vec<Lever> = pulls
        .into_iter()
        .zip(places)
        .map(|(Pull { subject, label, low, high }, [at_low, at_high])| {
            let end = |end: End, place: usize| LeverEnd {
                what: end.what,
                spot: spots[place],
                missed: missed[place],
                kept: kept(place),
            };
            let (low, high) = (end(low, at_low), end(high, at_high));
            let span = |values: [f64; 3]| {
                values.iter().fold(f64::MIN, |most, value| most.max(*value))
                    - values.iter().fold(f64::MAX, |least, value| least.min(*value))
            };
            let pairs = [(at_low, at_high), (0, at_low), (0, at_high)];
            let mut lever = Lever {
                swing_spot: span([low.spot, spots[0], high.spot]),
                swing_kept: span([low.kept, kept(0), high.kept].map(|kept| kept.chance)),
                kept_difference: against(at_high, at_low),
                kept_tells_apart: pairs.iter().any(|(one, other)| against(*one, *other).tells_apart()),
                sentence: String::new(),
                subject,
                label,
                low,
                high,
            };
            lever.sentence = words::sentence(&lever);
            lever
        })
        .collect();
    levers.sort_by(|one, other| {
        let key = |lever: &Lever| Reverse((steps(lever.swing_spot), steps(lever.swing_kept)));
        key(one)
            .cmp(&key(other))
            .then_with(|| one.label.cmp(&other.label))
            .then_with(|| one.subject.cmp(&other.subject))
    });
    let mut by_kept: Vec<usize> = (0..levers.len()).collect();
    by_kept.sort_by_key(|place| Reverse(steps(levers[*place].swing_kept)));
    Sensitivity {
        spot: spots[0],
        kept: kept(0),
        headline: words::headline(sheet, &levers),
        headline_kept: words::headline_kept(sheet, &levers, &by_kept),
        levers,
        by_kept,
        count: weighed.count,
        asked: weighed.asked,
        seed: weighed.seed,
    }
}

fn steps(swing: f64) -> i64 {
    (swing / SAME).round() as i64
}
