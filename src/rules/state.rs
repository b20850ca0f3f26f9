//! What carries over from one play to the next.

use std::collections::BTreeMap;

use crate::model::{Constants, OperatingModel, PlayerId, TacticId};

/// A force somebody got behind: it was not beaten and is still there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoneRound {
    /// Its strength that was gone round, above 0.
    pub strength: f64,
    /// How many plays it has been left there.
    pub age: u32,
}

impl GoneRound {
    /// Rule 8: how much it weighs by now, in strength points: it festers with every play it is left there.
    #[must_use]
    pub fn weight(&self, constants: &Constants) -> f64 {
        let grown = libm::pow(1.0 + constants.festering, f64::from(self.age));
        self.strength * grown.min(constants.festering_limit)
    }
}

/// The field between two plays. Lists are in the order of the model's channels.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// How far each channel has come, in yards from 0 to 100.
    pub fronts: Vec<f64>,
    /// What is left of each confronted defender's strength, 0 to 1; a missing one is fresh (1).
    pub wear: BTreeMap<PlayerId, f64>,
    /// Forces gone round, by channel.
    pub gone_round: Vec<BTreeMap<PlayerId, GoneRound>>,
    /// How often each tactic has been called.
    pub uses: BTreeMap<TacticId, u32>,
}

impl State {
    /// A fresh field with every front at `fronts`.
    #[must_use]
    pub fn new(fronts: Vec<f64>) -> Self {
        let gone_round = vec![BTreeMap::new(); fronts.len()];
        Self { fronts, wear: BTreeMap::new(), gone_round, uses: BTreeMap::new() }
    }

    /// A fresh field with every channel of `model` at the same yard.
    #[must_use]
    pub fn level(model: &OperatingModel, yards: f64) -> Self {
        Self::new(vec![yards; model.channels.len()])
    }
}
