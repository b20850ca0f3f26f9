//! What is asked to be worked out away from the window: trials, what matters most, the next call.

use std::sync::Arc;

use super::Session;
use crate::app::desk::{Question, SEED, TRIALS, Topic};
use crate::app::shown::Shown;
use crate::model::PlayId;
use crate::play_file::{Lookup, Playbook};
use crate::rules::{ADVICE_TRIALS, CallSheet, Called, Lineup, Luck, SENSITIVITY_TRIALS, Weighing};

impl Session {
    /// Has something worked out, unless it is being worked out already.
    pub fn ask(&mut self, topic: Topic) {
        if self.desk.asked(topic).is_some() {
            return;
        }
        match topic {
            Topic::Trials => {
                let sheets: Vec<CallSheet> =
                    self.comparison.sides.iter().map(|side| side.sheet.clone()).collect();
                if !sheets.is_empty() {
                    self.desk.ask(topic, Question::Trials(sheets, Luck { trials: TRIALS, seed: SEED }));
                }
            }
            Topic::Matters => {
                if let Some(sheet) = self.shown.as_ref().map(Shown::sheet) {
                    let luck = Luck { trials: SENSITIVITY_TRIALS, seed: SEED };
                    self.desk.ask(topic, Question::Matters(sheet, luck));
                }
            }
            Topic::NextCall => {
                let Some(shown) = &self.shown else { return };
                let Some(standing) = shown.standing() else { return };
                let model = Arc::clone(&shown.lineup.model);
                let plays = self.callable();
                let weighing = Weighing { exposure: self.weighing };
                let luck = Luck { trials: ADVICE_TRIALS, seed: SEED };
                self.desk.ask(topic, Question::NextCall(standing, model, plays, weighing, luck));
            }
        }
    }

    /// Every play of the playbook as its file has it.
    fn callable(&self) -> Vec<Called> {
        let plays = self.playbook.plays().filter_map(|(entry, play)| {
            let model = self.playbook.near(&entry.path).model(&play.model)?;
            Some(Called::new(Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model)))
        });
        let own: Vec<Called> = plays.collect();
        if own.is_empty() && !self.playbook.entries.iter().any(|entry| entry.built_in) {
            return Self::built_in_plays();
        }
        own
    }

    /// The plays that come with the program, for a playbook without any.
    fn built_in_plays() -> Vec<Called> {
        let built_in = Playbook::built_in();
        let plays = built_in.plays().filter_map(|(entry, play)| {
            let model = built_in.model(&play.model)?;
            Some(Called::new(Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model)))
        });
        plays.collect()
    }

    /// Ranks the plays by other weights.
    pub fn weigh(&mut self, exposure: f64) {
        if exposure.is_finite() {
            self.weighing = exposure.clamp(0.0, 1.0);
            self.desk.drop(Topic::NextCall);
        }
    }
}
