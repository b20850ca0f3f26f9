//! What is worked out away from the window: trials, and what is made from them. Questions are put here and answers come
//! back here; the [`reckoner`](super::reckoner) does the work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::model::OperatingModel;
use crate::rules::{
    Advice, CallSheet, Called, Compared, Luck, Sensitivity, Standing, Watch, Weighing, advise,
    compare_trials, sensitivity,
};

/// How many trials a comparison runs.
pub const TRIALS: u64 = 10_000;
/// The seed of their luck: the same every time, so that a picture can be made again.
pub const SEED: u64 = 1;

/// What a question is about; one at a time is worked on of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What the trials of those compared come to.
    Trials,
    /// What matters most to what is on the field.
    Matters,
    /// What could be called next from where the field stands.
    NextCall,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 3] = [Self::Trials, Self::Matters, Self::NextCall];
}

/// Something to be worked out.
#[derive(Clone, Debug)]
pub enum Question {
    /// Trials of these, on the same luck.
    Trials(Vec<CallSheet>, Luck),
    /// Every judgement of this one, changed one at a time.
    Matters(CallSheet, Luck),
    /// Every one of these plays as the next call from here.
    NextCall(Standing, Arc<OperatingModel>, Vec<Called>, Weighing, Luck),
}

impl Question {
    /// How many trials it takes.
    #[must_use]
    pub const fn luck(&self) -> Luck {
        match self {
            Self::Trials(_, luck) | Self::Matters(_, luck) | Self::NextCall(_, _, _, _, luck) => *luck,
        }
    }

    /// Works it out here and now; whoever watches may stop it.
    #[must_use]
    pub fn work_out(&self, watch: &dyn Watch) -> Answer {
        match self {
            Self::Trials(sheets, luck) => {
                Answer::Trials(compare_trials(&sheets.iter().collect::<Vec<_>>(), *luck, watch))
            }
            Self::Matters(sheet, luck) => Answer::Matters(sensitivity(sheet, *luck, watch)),
            Self::NextCall(standing, model, plays, weighing, luck) => {
                Answer::NextCall(advise(standing, model, plays, *weighing, *luck, watch))
            }
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Trials, in the order asked.
    Trials(Compared),
    /// What matters most.
    Matters(Sensitivity),
    /// The next call.
    NextCall(Advice),
}

/// A question with its number and how far it is.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its number: an answer to an earlier one comes too late.
    pub number: u64,
    /// What is asked.
    pub question: Arc<Question>,
    /// How many trials are done; written by those who work on it.
    pub done: Arc<AtomicU64>,
    /// What came of it, if it has.
    pub answer: Option<Arc<Answer>>,
}

impl Asked {
    /// How much of it is done, 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f32 {
        let luck = self.question.luck();
        (self.done.load(Ordering::Relaxed) as f64 / luck.trials.max(1) as f64).min(1.0) as f32
    }
}

/// The questions that are open or answered, one of each topic at most.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    asked: [Option<Asked>; Topic::ALL.len()],
    last: u64,
}

impl Desk {
    /// Puts a question; an earlier one of its topic is dropped.
    pub fn ask(&mut self, topic: Topic, question: Question) {
        self.last += 1;
        self.asked[topic as usize] = Some(Asked {
            number: self.last,
            question: Arc::new(question),
            done: Arc::default(),
            answer: None,
        });
    }

    /// Drops a question and its answer: what it was about has changed.
    pub fn drop(&mut self, topic: Topic) {
        self.asked[topic as usize] = None;
    }

    /// What is asked about a topic.
    #[must_use]
    pub fn asked(&self, topic: Topic) -> Option<&Asked> {
        self.asked[topic as usize].as_ref()
    }

    /// Takes an answer, unless it comes too late.
    pub fn take(&mut self, topic: Topic, number: u64, answer: Arc<Answer>) {
        if let Some(asked) = &mut self.asked[topic as usize]
            && asked.number == number
        {
            asked.answer = Some(answer);
        }
    }

    /// The trials of those compared, if they are done.
    #[must_use]
    pub fn compared(&self) -> Option<&Compared> {
        match &**self.asked(Topic::Trials)?.answer.as_ref()? {
            Answer::Trials(compared) => Some(compared),
            _ => None,
        }
    }

    /// What matters most to what is on the field, if it is worked out.
    #[must_use]
    pub fn matters(&self) -> Option<&Sensitivity> {
        match &**self.asked(Topic::Matters)?.answer.as_ref()? {
            Answer::Matters(sensitivity) => Some(sensitivity),
            _ => None,
        }
    }

    /// What could be called next, if it is worked out.
    #[must_use]
    pub fn next_call(&self) -> Option<&Advice> {
        match &**self.asked(Topic::NextCall)?.answer.as_ref()? {
            Answer::NextCall(advice) => Some(advice),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Answer, Desk, Question, Topic};
    use crate::rules::{Compared, Luck};

    #[test]
    fn an_answer_to_an_earlier_question_comes_too_late() {
        let mut desk = Desk::default();
        let luck = Luck { trials: 10, seed: 1 };
        let answer = || Arc::new(Answer::Trials(Compared { trials: Vec::new(), against: Vec::new() }));
        desk.ask(Topic::Trials, Question::Trials(Vec::new(), luck));
        let first = desk.asked(Topic::Trials).unwrap().number;
        desk.ask(Topic::Trials, Question::Trials(Vec::new(), luck));
        desk.take(Topic::Trials, first, answer());
        assert!(desk.compared().is_none());
        desk.take(Topic::Trials, first + 1, answer());
        assert!(desk.compared().is_some());
        desk.drop(Topic::Trials);
        assert!(desk.compared().is_none());
        desk.take(Topic::Trials, first + 1, answer());
        assert!(desk.compared().is_none(), "nobody asks any more");
    }
}
