//! Plans to try.

use std::sync::Arc;

use crate::play_file::{Lookup as _, Playbook};
use crate::rules::CallSheet;

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
