//! Plans to try.

use std::sync::Arc;

use crate::model::{Constants, Play, Risk};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::tests::build::{Build as _, exemplar, model};
use crate::rules::{CallSheet, Called, Lineup, Standing};

/// The plans that ship.
pub(super) const SHIPPED: [&str; 6] = [
    "exemplar-after-exemplar",
    "balanced-build",
    "technology-first",
    "crisis-recovery",
    "proactive-services",
    "as-it-happened",
];

pub(super) fn shipped(stem: &str) -> CallSheet {
    let playbook = Playbook::built_in();
    let plan = playbook.find(stem).and_then(|entry| entry.game_plan()).expect("it ships");
    let model = playbook.model(&plan.model).expect("it ships");
    CallSheet::new(stem.into(), Arc::clone(plan), model, |id| playbook.play(id))
}

/// A plan of one play with eleven players, called `downs` times; it cannot lose the ball.
pub(super) fn long(downs: u32) -> CallSheet {
    let lineup = exemplar();
    let mut model = (*lineup.model).clone();
    model.constants.patience = 1e6;
    let model = Arc::new(model);
    let lineup = Lineup::new(lineup.id.clone(), Arc::clone(&lineup.play), Arc::clone(&model));
    CallSheet::of_play(Called::new(lineup), Standing::kick_off(vec![20.0; 5], &model, 100.0), downs)
}

/// Two channels, `a` and `b`, whose constants `change` may change; one play, called `downs` times, with these risks.
pub(super) fn two_channels(
    play: Play,
    downs: u32,
    risks: &[(&str, f64, f64)],
    change: impl Fn(&mut Constants),
) -> CallSheet {
    let mut model = model(&["a", "b"]);
    change(&mut model.constants);
    let lineup = play.on(model);
    let from = Standing::kick_off(vec![20.0; 2], &lineup.model, 100.0);
    let mut sheet = CallSheet::of_play(Called::new(lineup), from, downs);
    Arc::make_mut(&mut sheet.plan).risks = risks
        .iter()
        .map(|(name, chance, severity)| Risk { name: (*name).into(), chance: *chance, severity: *severity })
        .collect();
    sheet
}
