//! Shows, records and ink nobody thought of. What a show names ships.

use std::collections::BTreeMap;

use super::Random;
use crate::model::{
    ChannelId, GroupCalls, Guess, Ink, InkForm, InkPage, InkStroke, Judged, PenColor, PenWidth, PlayId, Show,
    ShowItem, StartFronts, Switched, WorkshopRecord,
};

const PLAYS: [&str; 4] = ["exemplar", "governance-reset", "api-strategy", "common-components"];
const PLANS: [&str; 2] = ["balanced-build", "exemplar-after-exemplar"];

impl Random {
    fn play_id(&mut self) -> PlayId {
        self.pick(&PLAYS).into()
    }

    fn either_id(&mut self) -> PlayId {
        if self.chance(3) { self.pick(&PLANS).into() } else { self.play_id() }
    }

    fn minutes(&mut self) -> Option<f64> {
        self.chance(2).then(|| self.number(0.5, 1440.0))
    }

    fn yards(&mut self, low: f64) -> BTreeMap<ChannelId, f64> {
        (0..self.below(4)).map(|_| (self.channel().as_str().into(), self.number(low, 100.0))).collect()
    }

    pub(crate) fn item(&mut self) -> ShowItem {
        let (title, text, notes) = (self.maybe(), self.maybe(), self.maybe());
        let (minutes, guess) = (self.minutes(), self.chance(2));
        match self.below(7) {
            0 => ShowItem::Section { title: self.text(), text, notes, minutes },
            1 => ShowItem::Fronts { title, notes, minutes },
            2 => {
                let times = self.pick(&[vec![1], vec![1, 4, 10], vec![100]]);
                ShowItem::Play { play: self.play_id(), title, times, guess, notes, minutes }
            }
            3 => ShowItem::Plan { plan: self.pick(&PLANS).into(), title, guess, notes, minutes },
            4 => {
                let of = (0..2 + self.below(3)).map(|_| self.either_id()).collect();
                ShowItem::Compare { of, title, notes, minutes }
            }
            5 => {
                let plays = (0..2 + self.below(8)).map(|_| self.play_id()).collect();
                let calls = self.pick(&[1, 4, 12]);
                ShowItem::Calls { title, text, plays, calls, notes, minutes }
            }
            _ => ShowItem::Decide { title, text, notes, minutes },
        }
    }

    pub(crate) fn show(&mut self) -> Show {
        let start = if self.chance(3) { StartFronts::All(20.0) } else { self.start() };
        Show {
            format: 1,
            title: self.text(),
            summary: self.maybe(),
            start,
            minutes: self.minutes(),
            items: (0..=self.below(5)).map(|_| self.item()).collect(),
        }
    }

    pub(crate) fn guess(&mut self) -> Guess {
        Guess {
            of: self.either_id(),
            times: self.pick(&[1, 4, 100]),
            group: self.text(),
            yards: self.yards(-100.0),
            came_to: self.yards(-100.0),
        }
    }

    fn judged(&mut self) -> Judged {
        let player = self.id(&[]).as_str().into();
        Judged { play: self.play_id(), player, strength: self.strength(), effect: self.maybe() }
    }

    fn switched(&mut self) -> Switched {
        let assumption = self.id(&[]).as_str().into();
        Switched { play: self.play_id(), assumption, holds: self.chance(2), effect: self.maybe() }
    }

    fn group_calls(&mut self) -> GroupCalls {
        GroupCalls {
            group: self.text(),
            plays: (0..self.below(4)).map(|_| self.play_id()).collect(),
            spot: self.chance(2).then(|| self.number(0.0, 100.0)),
            exposure: self.chance(2).then(|| self.number(0.0, 100.0)),
        }
    }

    pub(crate) fn record(&mut self) -> WorkshopRecord {
        WorkshopRecord {
            format: 1,
            title: self.text(),
            show: self.maybe(),
            date: self.maybe(),
            fronts: self.yards(0.0),
            guesses: (0..self.below(4)).map(|_| self.guess()).collect(),
            switched: (0..self.below(3)).map(|_| self.switched()).collect(),
            judged: (0..self.below(3)).map(|_| self.judged()).collect(),
            calls: (0..self.below(3)).map(|_| self.group_calls()).collect(),
            arguments: (0..self.below(3)).map(|_| self.text()).collect(),
            decisions: (0..self.below(3)).map(|_| self.text()).collect(),
        }
    }

    /// Any part there is, not only round ones.
    fn part(&mut self) -> f32 {
        match self.below(5) {
            0 => 0.0,
            1 => 1.0,
            _ => self.below(16_777_217) as f32 / 16_777_216.0,
        }
    }

    pub(crate) fn ink(&mut self) -> Ink {
        let mut pages = Vec::new();
        for page in 0..self.below(4) {
            let strokes = (0..self.below(4)).map(|_| InkStroke {
                pen: self.pick(&PenColor::ALL),
                width: self.pick(&PenWidth::ALL),
                form: self.pick(&[InkForm::Free, InkForm::Arrow, InkForm::Circle]),
                points: (0..=self.below(30)).map(|_| (self.part(), self.part())).collect(),
            });
            let strokes = strokes.collect();
            pages.push(InkPage { step: format!("exemplar/{page}"), strokes });
        }
        Ink { format: 1, of: self.either_id().to_string(), pages }
    }
}
