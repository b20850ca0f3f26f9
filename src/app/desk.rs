//! What is worked out away from the window: trials, and what is made from them. Questions are put here and answers come
//! back here; the [`reckoner`](super::reckoner) does the work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::rules::{CallSheet, Compared, Luck};

/// How many trials a comparison runs.
pub const TRIALS: u64 = 10_000;
/// The seed of their luck: the same every time, so that a picture can be made again.
pub const SEED: u64 = 1;

/// What a question is about; one at a time is worked on of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What the trials of those compared come to.
    Trials,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 1] = [Self::Trials];
}

/// Something to be worked out.
#[derive(Clone, Debug)]
pub enum Question {
    /// Trials of these, on the same luck.
    Trials(Vec<CallSheet>, Luck),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Trials, in the order asked.
    Trials(Compared),
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
        let Question::Trials(_, luck) = &*self.question;
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
