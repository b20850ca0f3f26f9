//! What matters most to a plan, as the plain numbers a tornado wants.

use super::{Tornado, TornadoBar, TornadoUnit};
use crate::model::Subject;
use crate::rules::{Lever, LeverSubject, Sensitivity};

impl Tornado {
    /// Where the expected drive ends, at either end of each judgement.
    #[must_use]
    pub fn of_spot(title: &str, found: &Sensitivity) -> Self {
        Self {
            title: title.to_owned(),
            result: "Whole organisation at the end".to_owned(),
            unit: TornadoUnit::Yards,
            base: found.spot,
            bars: found.levers.iter().map(|lever| bar(lever, lever.low.spot, lever.high.spot)).collect(),
        }
    }

    /// The chance to keep control, at either end of each judgement; differences that chance alone may have made are
    /// left out.
    #[must_use]
    pub fn of_keeping_control(title: &str, found: &Sensitivity) -> Self {
        let levers = found.by_kept.iter().filter_map(|place| found.levers.get(*place));
        let apart = levers.filter(|lever| lever.kept_tells_apart);
        Self {
            title: title.to_owned(),
            result: "Control is kept".to_owned(),
            unit: TornadoUnit::PerCent,
            base: found.kept.chance * 100.0,
            bars: apart
                .map(|lever| bar(lever, lever.low.kept.chance * 100.0, lever.high.kept.chance * 100.0))
                .collect(),
        }
    }
}

fn bar(lever: &Lever, low: f64, high: f64) -> TornadoBar {
    let subject = match &lever.subject {
        LeverSubject::Strength { player, .. } => Subject::Player(player.clone()),
        LeverSubject::Assumption { id, .. } => Subject::Assumption(id.clone()),
        LeverSubject::StepBack { .. } => Subject::Play,
    };
    TornadoBar { label: lever.label.clone(), low, high, subject }
}
