//! What the room says: taken from its boards into what is known of it, and written down as files when asked.

use std::path::PathBuf;
use std::sync::Arc;

use super::boards::{parse_yards, shown_yards};
use super::{Argued, Board, GuessBoard};
use crate::app::session::Session;
use crate::app::words::say;
use crate::keeping::Disk;
use crate::model::{Call, GamePlan, Guess, Judged, OperatingModel, PlayId, StartFronts, Switched};
use crate::play_file::{Document, as_id, text_of};
use crate::rules::{CallSheet, drive};
use crate::show::{Act, Called, Card, Group, InPlaybook, MOST_GROUPS, Repertoire as _, Script, Sight};

/// The folder for what a room said and what was drawn, beside the plays.
const RECORDS: &str = "records";
/// The time given to the room unless somebody says otherwise, in minutes.
pub const TIMER_MINUTES: &str = "5";

impl Session {
    /// Opens what a step asks of the room by itself.
    pub(super) fn open_the_step_s_board(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        let Some(step) = presenting.step() else { return };
        let board = match &step.sight {
            Sight::Guess { .. } => self.guess_board(0),
            Sight::Card(Card::Fronts) => Some(Board::Fronts { lane: 0, typed: String::new(), was: None }),
            Sight::Card(Card::Calls { .. }) => Some(Board::Calls { group: 0, revealed: false }),
            Sight::Card(Card::Decide) => Some(Board::Note(Argued::Decision, String::new())),
            Sight::Card(Card::Section | Card::Missing) | Sight::Moment { .. } | Sight::Compare { .. } => None,
        };
        if let Some(presenting) = &mut self.presenting {
            presenting.board = board;
        }
    }

    /// The board for a group's guess of what is on the field, with what it guessed before.
    #[must_use]
    pub(super) fn guess_board(&self, group: usize) -> Option<Board> {
        let presenting = self.presenting.as_ref()?;
        let act = presenting.act()?;
        let mut board = GuessBoard::new(group, act.model());
        let name = presenting.room.group_name(group);
        let mut known = presenting.room.guesses_of(&act.stem, act.times);
        if let Some(known) = known.find(|guess| guess.group == name) {
            for (typed, channel) in board.typed.iter_mut().zip(&act.model().channels) {
                if let Some(yards) = known.yards.get(&channel.id) {
                    *typed = shown_yards(*yards);
                }
            }
        }
        Some(Board::Guess(board))
    }

    /// The operating model of the step shown, or of the next one that has one: what the room's fronts are about.
    #[must_use]
    pub fn presented_model(&self) -> Option<Arc<OperatingModel>> {
        Some(Arc::clone(self.presented_act()?.model()))
    }

    /// Where each channel of that model stands today, in yards.
    #[must_use]
    pub fn presented_fronts(&self) -> Option<Vec<f64>> {
        Some(self.presented_act()?.start.clone())
    }

    fn presented_act(&self) -> Option<&Act> {
        let presenting = self.presenting.as_ref()?;
        let from_here = presenting.rundown.steps.get(presenting.at..)?;
        let mut acts = from_here.iter().filter_map(|step| match &step.sight {
            Sight::Compare { acts } => acts.first().copied(),
            _ => step.act(),
        });
        let act = acts.find_map(|act| presenting.rundown.acts.get(act));
        act.or_else(|| presenting.rundown.acts.last())
    }

    /// Takes what stands on the board, and goes on to what comes next there.
    pub(super) fn enter_board(&mut self, disk: &dyn Disk) {
        let Some(board) = self.presenting.as_ref().and_then(|presenting| presenting.board.clone()) else {
            return;
        };
        let next = match board {
            Board::Guess(board) => self.enter_guess(board),
            Board::Fronts { lane, .. } => {
                // What is typed is on the field already.
                let lanes = self.presented_model().map_or(0, |model| model.channels.len());
                (lane + 1 < lanes).then(|| Board::Fronts { lane: lane + 1, typed: String::new(), was: None })
            }
            Board::Groups(names) => {
                self.set_groups(names.split(',').map(str::to_owned).collect());
                None
            }
            Board::Calls { group, revealed } => {
                Some(Board::Calls { group: self.group_after(group, 1), revealed })
            }
            Board::Argue(argue) => Some(Board::Argue(argue)),
            Board::Note(kind, typed) => {
                self.write_down(kind, &typed);
                Some(Board::Note(kind, String::new()))
            }
            Board::Timer(typed) => {
                let typed = if typed.trim().is_empty() { TIMER_MINUTES } else { &typed };
                let minutes = parse_yards(typed, 0.0).filter(|minutes| *minutes > 0.0);
                if let Some(presenting) = &mut self.presenting {
                    presenting.clock.timer_secs = minutes.map(|minutes| minutes * 60.0);
                }
                None
            }
            Board::Record(name) => {
                self.keep_record(&name, disk);
                None
            }
        };
        if let Some(presenting) = &mut self.presenting {
            presenting.board = next;
        }
    }

    /// The group so many further on, round and round.
    pub(super) fn group_after(&self, group: usize, by: isize) -> usize {
        let groups = self.presenting.as_ref().map_or(1, |presenting| presenting.room.groups.len().max(1));
        (group + groups).saturating_add_signed(by) % groups
    }

    /// Goes on from a guess: to the next lane, or the next group, or the board is done. What was typed is noted already.
    fn enter_guess(&mut self, mut board: GuessBoard) -> Option<Board> {
        if board.lane + 1 < board.typed.len() {
            board.go_to(board.lane + 1);
            return Some(Board::Guess(board));
        }
        let groups = self.presenting.as_ref()?.room.groups.len().max(1);
        if board.group + 1 < groups { self.guess_board(board.group + 1) } else { None }
    }

    /// Notes what stands on the board as the group's guess; a board without any number is no guess.
    pub(super) fn note_guess(&mut self, board: &GuessBoard) {
        let Some(presenting) = &mut self.presenting else { return };
        let Some(act) = presenting.step().and_then(|step| presenting.rundown.acts.get(step.act()?)) else {
            return;
        };
        let ids = act.model().channels.iter().map(|channel| channel.id.clone());
        let yards = ids.zip(board.yards()).filter_map(|(id, yards)| Some((id, yards?)));
        let guess = Guess {
            of: PlayId::from(&*act.stem),
            times: act.times,
            group: presenting.room.group_name(board.group),
            yards: yards.collect(),
            came_to: std::collections::BTreeMap::new(),
        };
        if guess.yards.is_empty() {
            let same = |other: &Guess| {
                (&other.of, other.times, &other.group) == (&guess.of, guess.times, &guess.group)
            };
            presenting.room.guesses.retain(|other| !same(other));
        } else {
            presenting.room.guess(guess);
        }
    }

    /// Puts a channel where the room says it stands, in yards.
    pub(super) fn set_front(&mut self, lane: usize, yards: f64) {
        self.put_front(lane, Some(yards));
    }

    /// Puts a channel where the room says it stands, in yards; nothing takes that back.
    pub(super) fn put_front(&mut self, lane: usize, yards: Option<f64>) {
        let Some(model) = self.presented_model() else { return };
        let Some(channel) = model.channels.get(lane) else { return };
        let Some(presenting) = &mut self.presenting else { return };
        let before = presenting.room.fronts.clone();
        match yards.filter(|yards| yards.is_finite()) {
            Some(yards) => drop(presenting.room.fronts.insert(channel.id.clone(), yards.clamp(0.0, 100.0))),
            None => drop(presenting.room.fronts.remove(&channel.id)),
        }
        if presenting.room.fronts != before {
            self.renew_rundown();
        }
    }

    /// Says who sits in the room: names without blanks around them, each once, at most six.
    pub(super) fn set_groups(&mut self, names: Vec<String>) {
        let Some(presenting) = &mut self.presenting else { return };
        let mut groups: Vec<Group> = Vec::new();
        for name in names {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if !name.is_empty() && groups.iter().all(|group| group.name != name) && groups.len() < MOST_GROUPS
            {
                groups.push(Group { name });
            }
        }
        presenting.room.groups = groups;
    }

    /// A group calls one of the card's plays, or takes its last call back; what its calls come to is worked out.
    pub(super) fn call(&mut self, group: usize, play: Option<usize>) {
        let Some(presenting) = &self.presenting else { return };
        let Some(Sight::Card(Card::Calls { plays, calls })) =
            presenting.step().map(|step| step.sight.clone())
        else {
            return;
        };
        let known = presenting.room.called.iter().find(|called| called.group == group);
        let mut called = known.cloned().unwrap_or_else(|| Called { group, ..Called::default() });
        match play {
            Some(play) if called.plays.len() < calls as usize => {
                called.plays.extend(plays.get(play).cloned());
            }
            Some(_) => return,
            None => drop(called.plays.pop()),
        }
        called.result = self.come_of(&called.plays);
        if let Some(presenting) = &mut self.presenting {
            presenting.room.called.retain(|other| other.group != group);
            presenting.room.called.push(called);
            presenting.room.called.sort_by_key(|called| called.group);
        }
    }

    /// What these plays come to one after the other, from where the room is: the spot, and how far it is out on its own.
    fn come_of(&self, plays: &[PlayId]) -> Option<(f64, f64)> {
        let sheet = self.sheet_of(plays)?;
        let drive = drive(&sheet);
        Some((drive.spot, drive.exposure))
    }

    /// Plays called one after the other from where the room is.
    #[must_use]
    pub fn sheet_of(&self, plays: &[PlayId]) -> Option<CallSheet> {
        let presenting = self.presenting.as_ref()?;
        let repertoire = InPlaybook(&self.playbook);
        let lineups: Vec<_> = plays
            .iter()
            .filter_map(|id| match repertoire.script(id.as_str()) {
                Ok(Script::Play(lineup, start)) => Some((lineup, start)),
                Ok(Script::Plan(_)) | Err(_) => None,
            })
            .collect();
        let (first, start) = lineups.first()?;
        let model = Arc::clone(&first.model);
        let start = presenting.room.fronts_on(&model, start);
        let fronts = model.channels.iter().map(|channel| channel.id.clone()).zip(start);
        let plan = GamePlan {
            format: 1,
            title: String::new(),
            summary: String::new(),
            model: first.play.model.clone(),
            start: StartFronts::Each(fronts.collect()),
            goal: 100.0,
            calls: plays.iter().map(|play| Call::Call { play: play.clone(), times: 1 }).collect(),
            risks: Vec::new(),
            beats: Vec::new(),
        };
        let play = |id: &PlayId| {
            lineups.iter().find(|(lineup, _)| lineup.id == *id).map(|(lineup, _)| Arc::clone(&lineup.play))
        };
        Some(CallSheet::new("calls".into(), Arc::new(plan), model, play))
    }

    pub(super) fn write_down(&mut self, kind: Argued, typed: &str) {
        let said = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(presenting) = self.presenting.as_mut().filter(|_| !said.is_empty()) else { return };
        match kind {
            Argued::Argument => presenting.room.arguments.push(said),
            Argued::Decision => presenting.room.decisions.push(said),
        }
    }

    /// Notes what the room has changed about the play on the field, and what that changes.
    pub(in crate::app) fn note_argued(&mut self) {
        let Some(shown) = &self.shown else { return };
        let play = PlayId::from(shown.lineup.id.as_str());
        let effect = Some(shown.difference()).filter(|effect| !effect.is_empty());
        let changed = shown.argued();
        let Some(presenting) = &mut self.presenting else { return };
        let room = &mut presenting.room;
        room.switched.retain(|switched| switched.play != play);
        room.judged.retain(|judged| judged.play != play);
        for (assumption, holds) in changed.switched {
            room.switched.push(Switched { play: play.clone(), assumption, holds, effect: effect.clone() });
        }
        for (player, strength) in changed.judged {
            room.judged.push(Judged { play: play.clone(), player, strength, effect: effect.clone() });
        }
    }

    /// Notes what runs came to that were guessed, once their end is shown.
    pub(super) fn note_outcomes(&mut self) {
        let Some(presenting) = &mut self.presenting else { return };
        for act in &presenting.rundown.acts {
            let gained = act.gained();
            presenting.room.note_outcome(&act.stem, act.times, &act.lineup.model, &gained);
        }
    }

    /// Where the record would be under this name; under none, where it is, or a place that is free. Nothing where there is no
    /// folder for the user's own files.
    #[must_use]
    pub fn record_path(&self, name: &str) -> Option<PathBuf> {
        let presenting = self.presenting.as_ref()?;
        let own = if let Some(path) = &presenting.record {
            path.clone()
        } else {
            let stem = as_id(&presenting.rundown.title).unwrap_or_else(|| "workshop".to_owned());
            let stem = self.free_stem(&format!("{stem}-record-{}", today()));
            self.home()?.join(RECORDS).join(format!("{stem}.ron"))
        };
        Some(match as_id(name) {
            Some(stem) => own.with_file_name(format!("{stem}.ron")),
            None => own,
        })
    }

    /// Brings the record of the room up to what was said: a text that is not saved before somebody asks, and survives a
    /// crash like any other.
    pub(super) fn update_record(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        if !presenting.room.has_said_something() {
            return;
        }
        let record = presenting.room.record(&presenting.rundown, Some(today()));
        let Some(path) = self.record_path("") else { return };
        let text: Arc<str> = text_of(&Document::WorkshopRecord(Arc::new(record))).into();
        self.drafts.keep(&path, &text);
        if let Some(presenting) = &mut self.presenting {
            presenting.record = Some(path);
        }
    }

    /// Saves the room's record under this name; where it is, is said.
    pub(super) fn keep_record(&mut self, name: &str, disk: &dyn Disk) {
        self.update_record();
        let Some(from) = self.presenting.as_ref().and_then(|presenting| presenting.record.clone()) else {
            self.notice = Some(say!("present-nothing-said").to_owned());
            return;
        };
        let Some(to) = self.record_path(name) else { return };
        if to != from {
            if self.drafts.get(&to).is_some() || disk.is_file(&to) {
                self.notice = Some(say!("present-record-taken", path = to.display()));
                return;
            }
            self.drafts.move_to(&from, &to);
            if let Some(presenting) = &mut self.presenting {
                presenting.record = Some(to.clone());
            }
        }
        if self.save_one(&to, disk) {
            self.news = Some(say!("saving-saved", path = to.display()));
        }
    }

    /// Saves what was drawn beside the plays; where it is, is said.
    pub(super) fn keep_ink(&mut self, disk: &dyn Disk) {
        let home = self.home();
        let Some(presenting) = &mut self.presenting else { return };
        let Some(home) = home else {
            self.notice = Some(say!("present-no-folder").to_owned());
            return;
        };
        let stem = presenting.rundown.stem.to_string();
        let text: Arc<str> = text_of(&Document::Ink(Arc::new(presenting.ink.to_file(&stem)))).into();
        let path = home.join(RECORDS).join(format!("{stem}-ink.ron"));
        // What was kept before is what this goes on from.
        if let Some(before) = disk.read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
            self.drafts.open(&path, &before.into());
        }
        self.drafts.keep(&path, &text);
        if self.save_one(&path, disk) {
            if let Some(presenting) = &mut self.presenting {
                presenting.ink.kept();
            }
            self.news = Some(say!("saving-saved", path = path.display()));
        }
    }
}

/// The day where the program runs, as a record has it.
fn today() -> String {
    chrono::Local::now().date_naive().to_string()
}
