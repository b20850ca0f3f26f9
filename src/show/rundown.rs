//! From a programme to the steps of a presentation.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::beats::{self, Beat};
use super::guess::came_to;
use super::room::Room;
use crate::model::{ChannelId, OperatingModel, Phase, PlayId, Show, ShowItem, StartFronts, Subject};
use crate::rules::{CallSheet, Drive, Lineup, Run, Standing, State, Switches, drive, drive_headline, repeat};
use crate::timeline::{Caption, Frame, Timeline};

/// Something that can be run, as its file has it.
#[derive(Clone, Debug)]
pub enum Script {
    /// A play, and where each channel starts, in yards.
    Play(Lineup, Vec<f64>),
    /// A plan that plays at least one down.
    Plan(CallSheet),
}

impl Script {
    /// What its file calls it.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Play(lineup, _) => &lineup.play.title,
            Self::Plan(sheet) => &sheet.plan.title,
        }
    }
}

/// Where plays and plans are found by the names a show has for them.
pub trait Repertoire {
    /// What that name means, or a sentence that says why it cannot be run.
    ///
    /// # Errors
    /// If there is no such file, or it has errors.
    fn script(&self, stem: &str) -> Result<Script, String>;
}

/// What is to be gone through.
#[derive(Clone, Debug, PartialEq)]
pub enum Program {
    /// A show, with its file's stem.
    Show(Arc<str>, Arc<Show>),
    /// Plays and plans by themselves, by their files' stems.
    Files(Vec<Arc<str>>),
}

/// A show, ready to be gone through.
#[derive(Clone, Debug, Default)]
pub struct Rundown {
    /// What it is called: the show's title, or the first play's.
    pub title: String,
    /// What it is for, in a sentence; may be empty.
    pub summary: String,
    /// The file it was made of, by its stem.
    pub stem: Arc<str>,
    /// How long it is meant to take, in minutes.
    pub minutes: Option<f64>,
    /// What is on the programme.
    pub items: Vec<Item>,
    /// What is run.
    pub acts: Vec<Act>,
    /// What plays that groups may call are called, where they can be run.
    pub titles: BTreeMap<PlayId, String>,
    /// What the presenter goes through, in order. A rundown that was made of anything has at least one.
    pub steps: Vec<Step>,
}

/// One thing on the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is called.
    pub title: String,
    /// How long it is meant to take, in minutes.
    pub minutes: Option<f64>,
    /// The first of its steps.
    pub first: usize,
    /// Why what is shown of it is not what its files say now, in a sentence.
    pub stale: Option<String>,
}

/// A play run once or several times in a row, or one try of a plan.
#[derive(Clone, Debug)]
pub struct Act {
    /// The play's or plan's file, by its stem.
    pub stem: Arc<str>,
    /// What it is called: the play's or the plan's title.
    pub title: String,
    /// How often the play is run in a row; 1 for a plan's try.
    pub times: u32,
    /// Which try of the plan, by its place in the drive.
    pub down: Option<usize>,
    /// The play on its model.
    pub lineup: Lineup,
    /// Where the channels start: before the play, or before the plan's first try. Yards.
    pub start: Vec<f64>,
    /// What came of it; of a plan the try alone.
    pub runs: Vec<Run>,
    /// The plan and what comes of it.
    pub plan: Option<(CallSheet, Drive)>,
    /// The last run over time.
    pub timeline: Timeline,
}

/// What the room looks at.
#[derive(Clone, Debug, PartialEq)]
pub enum Sight {
    /// Words.
    Card(Card),
    /// A moment of an act: it runs from one to the other and rests there. Seconds.
    Moment {
        /// Which.
        act: usize,
        /// Where it sets out.
        from_secs: f64,
        /// Where it rests.
        at_secs: f64,
    },
    /// An act lined up, while the room guesses how many yards each channel will gain.
    Guess {
        /// Which.
        act: usize,
    },
    /// Two to four acts at their end, side by side.
    Compare {
        /// Which.
        acts: Vec<usize>,
    },
}

/// What a card is for. Its heading is the step's title, its text the step's caption.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// A part begins.
    Section,
    /// The room says where each channel stands.
    Fronts,
    /// Groups call plays.
    Calls {
        /// Those to choose from.
        plays: Vec<PlayId>,
        /// How many calls a group has.
        calls: u32,
    },
    /// The room decides.
    Decide,
    /// Something cannot be run: the caption says why.
    Missing,
}

/// One step of the presenter.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is known by: what belongs to a step is kept under this, also when the files around it change.
    pub key: String,
    /// The item it is part of.
    pub item: usize,
    /// Its heading: the item's title.
    pub title: String,
    /// What the room looks at.
    pub sight: Sight,
    /// The part of the play, where there is one.
    pub phase: Option<Phase>,
    /// What the room reads.
    pub caption: String,
    /// What only the presenter reads.
    pub notes: Option<String>,
    /// What to look at; empty means everything.
    pub focus: Vec<Subject>,
}

impl Step {
    /// The act it is a moment of.
    #[must_use]
    pub fn act(&self) -> Option<usize> {
        match self.sight {
            Sight::Moment { act, .. } | Sight::Guess { act } => Some(act),
            Sight::Card(_) | Sight::Compare { .. } => None,
        }
    }
}

impl Rundown {
    /// Sets a programme up. What cannot be run is as it was in `before`, if it was there, and says so.
    #[must_use]
    pub fn new(program: &Program, repertoire: &dyn Repertoire, room: &Room, before: Option<&Self>) -> Self {
        let mut builder = Builder {
            repertoire,
            room,
            before,
            start: &StartFronts::All(crate::model::SHOW_START_YARDS),
            rundown: Self::default(),
            cards: 0,
        };
        match program {
            Program::Show(stem, show) => {
                builder.rundown.title.clone_from(&show.title);
                builder.rundown.summary = show.summary.clone().unwrap_or_default();
                builder.rundown.stem = Arc::clone(stem);
                builder.start = &show.start;
                for item in &show.items {
                    builder.item(item);
                }
                let sum: f64 = show.items.iter().filter_map(ShowItem::minutes).sum();
                builder.rundown.minutes = show.minutes.or_else(|| (sum > 0.0).then_some(sum));
            }
            Program::Files(stems) => {
                for stem in stems {
                    builder.file(stem);
                }
                let rundown = &mut builder.rundown;
                rundown.title = rundown.items.first().map_or_else(String::new, |item| item.title.clone());
                rundown.stem = stems.first().map_or_else(|| Arc::from(""), Arc::clone);
            }
        }
        builder.rundown
    }

    /// The place of the step with this key.
    #[must_use]
    pub fn place_of(&self, key: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.key == key)
    }

    /// The field as a step shows it at a moment of its act, in seconds: the step's own caption, and its focus.
    #[must_use]
    pub fn frame(&self, step: usize, time_secs: f64) -> Option<Frame> {
        let act = self.steps.get(step)?.act()?;
        Some(self.told(step, self.acts.get(act)?.timeline.frame(time_secs)))
    }

    /// A frame with the step's own caption and focus in place of the play's.
    #[must_use]
    pub fn told(&self, step: usize, mut frame: Frame) -> Frame {
        if let Some(this) = self.steps.get(step) {
            frame.caption = Some(Caption {
                text: this.caption.clone(),
                notes: this.notes.clone(),
                number: step + 1,
                of: self.steps.len(),
            });
            frame.focus.clone_from(&this.focus);
        }
        frame
    }

    /// The field where a step rests; nothing for a card or a comparison.
    #[must_use]
    pub fn rest(&self, step: usize) -> Option<Frame> {
        let secs = match self.steps.get(step)?.sight {
            Sight::Moment { at_secs, .. } => at_secs,
            Sight::Guess { .. } => self.lined_up(step),
            Sight::Card(_) | Sight::Compare { .. } => return None,
        };
        self.frame(step, secs)
    }

    /// When everybody of a step's act stands in their places, in seconds.
    fn lined_up(&self, step: usize) -> f64 {
        let act = self.steps.get(step).and_then(Step::act).and_then(|act| self.acts.get(act));
        act.map_or(0.0, |act| act.timeline.still_of(Phase::LineUp))
    }
}

impl Act {
    /// How many yards each channel gained, in the order of the model.
    #[must_use]
    pub fn gained(&self) -> Vec<f64> {
        came_to(&self.runs, self.plan.as_ref())
    }

    /// The model it is played on.
    #[must_use]
    pub fn model(&self) -> &Arc<OperatingModel> {
        &self.lineup.model
    }

    /// What it all came to, in a sentence or two.
    #[must_use]
    pub fn headline(&self) -> String {
        match &self.plan {
            Some((sheet, drive)) => drive_headline(sheet, drive),
            None => self.timeline.frame(f64::MAX).headline,
        }
    }
}

struct Builder<'a> {
    repertoire: &'a dyn Repertoire,
    room: &'a Room,
    before: Option<&'a Rundown>,
    start: &'a StartFronts,
    rundown: Rundown,
    /// How many cards there were, for their keys.
    cards: usize,
}

/// The words of an item that come from the show.
#[derive(Clone, Copy, Default)]
struct Said<'a> {
    title: Option<&'a str>,
    notes: Option<&'a str>,
    minutes: Option<f64>,
    guess: bool,
}

impl Builder<'_> {
    fn item(&mut self, item: &ShowItem) {
        let said = Said { title: None, notes: item.notes(), minutes: item.minutes(), guess: false };
        match item {
            ShowItem::Section { title, text, .. } => {
                self.card(Card::Section, title, text.as_deref(), said);
            }
            ShowItem::Fronts { title, .. } => {
                let title = title.as_deref().unwrap_or("Where are we today?");
                self.card(Card::Fronts, title, None, said);
            }
            ShowItem::Play { play, title, times, guess, .. } => {
                let said = Said { title: title.as_deref(), guess: *guess, ..said };
                self.run(play.as_str(), said, times);
            }
            ShowItem::Plan { plan, title, guess, .. } => {
                let said = Said { title: title.as_deref(), guess: *guess, ..said };
                self.run(plan.as_str(), said, &[1]);
            }
            ShowItem::Compare { of, title, .. } => {
                self.compare(of, Said { title: title.as_deref(), ..said });
            }
            ShowItem::Calls { title, text, plays, calls, .. } => {
                for play in plays {
                    if let Ok(script) = self.repertoire.script(play.as_str()) {
                        self.rundown.titles.insert(play.clone(), script.title().to_owned());
                    }
                }
                let card = Card::Calls { plays: plays.clone(), calls: *calls };
                let title = title.as_deref().unwrap_or("What would you call?");
                self.card(card, title, text.as_deref(), said);
            }
            ShowItem::Decide { title, text, .. } => {
                let title = title.as_deref().unwrap_or("What do we decide?");
                self.card(Card::Decide, title, text.as_deref(), said);
            }
        }
    }

    /// A play or plan by itself.
    fn file(&mut self, stem: &str) {
        self.run(stem, Said::default(), &[1]);
    }

    fn begin(&mut self, title: &str, minutes: Option<f64>) {
        let first = self.rundown.steps.len();
        self.rundown.items.push(Item { title: title.to_owned(), minutes, first, stale: None });
    }

    fn push(&mut self, key: String, sight: Sight, beat: Beat) {
        let item = self.rundown.items.len().saturating_sub(1);
        let title = self.rundown.items.last().map_or_else(String::new, |item| item.title.clone());
        // However often something stands in a show, each step has a key of its own.
        let mut unique = key.clone();
        let mut again = 2;
        while self.rundown.place_of(&unique).is_some() {
            unique = format!("{key}~{again}");
            again += 1;
        }
        let Beat { phase, caption, notes, focus } = beat;
        self.rundown.steps.push(Step { key: unique, item, title, sight, phase, caption, notes, focus });
    }

    fn card(&mut self, card: Card, title: &str, text: Option<&str>, said: Said<'_>) {
        self.begin(title, said.minutes);
        self.cards += 1;
        let key = format!("card/{}", self.cards);
        let beat = Beat::words(text.unwrap_or_default(), said.notes);
        self.push(key, Sight::Card(card), beat);
    }

    /// The script of that name with the room's fronts, or what was there before, with the reason.
    fn script(&self, stem: &str) -> Result<Script, String> {
        Ok(match self.repertoire.script(stem)? {
            Script::Play(lineup, _) => {
                let start = self.fronts(&lineup.model);
                Script::Play(lineup, start)
            }
            // A plan has a start of its own, unless the room has said where it stands.
            Script::Plan(mut sheet) => {
                if !self.room.fronts.is_empty() {
                    let start = self.room.fronts_on(&sheet.model, &sheet.from.state.fronts);
                    sheet.from = Standing::kick_off(start, &sheet.model, sheet.goal());
                }
                Script::Plan(sheet)
            }
        })
    }

    /// Where a play starts on a model: where the room is, else where the show says.
    fn fronts(&self, model: &OperatingModel) -> Vec<f64> {
        let level = crate::model::SHOW_START_YARDS;
        let show: Vec<f64> = match self.start {
            StartFronts::All(yards) => vec![*yards; model.channels.len()],
            StartFronts::Each(each) => {
                let of = |id: &ChannelId| each.get(id).copied().unwrap_or(level);
                model.channels.iter().map(|channel| of(&channel.id)).collect()
            }
        };
        self.room.fronts_on(model, &show)
    }

    fn run(&mut self, stem: &str, said: Said<'_>, times: &[u32]) {
        let script = match self.script(stem) {
            Ok(script) => script,
            Err(reason) => {
                self.missing(stem, said, &reason);
                return;
            }
        };
        match script {
            Script::Play(lineup, start) => {
                self.begin(said.title.unwrap_or(&lineup.play.title), said.minutes);
                for (at, times) in times.iter().enumerate() {
                    let act = self.act(stem, &lineup, &start, *times);
                    self.play(act, if at == 0 { said } else { Said::default() });
                }
            }
            Script::Plan(sheet) => {
                self.begin(said.title.unwrap_or(&sheet.plan.title), said.minutes);
                self.plan(stem, &sheet, said);
            }
        }
    }

    /// What was there before stays, and says why; else a card does.
    fn missing(&mut self, stem: &str, said: Said<'_>, reason: &str) {
        let kept = self.before.and_then(|before| {
            let item = before.items.iter().enumerate().find(|(at, _)| {
                let steps = before.steps.iter().filter(|step| step.item == *at);
                let mut acts = steps.filter_map(Step::act).filter_map(|act| before.acts.get(act));
                acts.any(|act| &*act.stem == stem)
            });
            item.map(|(at, item)| (before, at, item))
        });
        let Some((before, at, item)) = kept else {
            self.begin(said.title.unwrap_or(stem), said.minutes);
            self.push(format!("{stem}/missing"), Sight::Card(Card::Missing), Beat::words(reason, said.notes));
            return;
        };
        self.begin(&item.title, said.minutes);
        if let Some(item) = self.rundown.items.last_mut() {
            item.stale = Some(reason.to_owned());
        }
        let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
        for step in before.steps.iter().filter(|step| step.item == at) {
            let mut step = step.clone();
            if let (Sight::Moment { act, .. } | Sight::Guess { act }, Some(old)) =
                (&mut step.sight, step_act(before, &step.key))
            {
                *act = *moved.entry(old).or_insert_with(|| {
                    self.rundown.acts.extend(before.acts.get(old).cloned());
                    self.rundown.acts.len() - 1
                });
            }
            step.item = self.rundown.items.len() - 1;
            self.rundown.steps.push(step);
        }
    }

    fn act(&mut self, stem: &str, lineup: &Lineup, start: &[f64], times: u32) -> usize {
        let switches = Switches::of(&lineup.play);
        let runs = repeat(lineup, &State::new(start.to_vec()), &switches, times.max(1));
        self.rundown.acts.push(Act {
            stem: stem.into(),
            title: lineup.play.title.clone(),
            times: times.max(1),
            down: None,
            lineup: lineup.clone(),
            start: start.to_vec(),
            timeline: Timeline::new(lineup, &runs),
            runs,
            plan: None,
        });
        self.rundown.acts.len() - 1
    }

    fn guess(&mut self, act: usize, key: &str, said: Said<'_>) {
        if said.guess {
            let words = "How many yards will each channel gain?";
            let beat = Beat { phase: Some(Phase::LineUp), ..Beat::words(words, said.notes) };
            self.push(format!("{key}/guess"), Sight::Guess { act }, beat);
        }
    }

    fn play(&mut self, act: usize, said: Said<'_>) {
        let Some(this) = self.rundown.acts.get(act) else { return };
        let key =
            if this.times > 1 { format!("{}x{}", this.stem, this.times) } else { this.stem.to_string() };
        let moments = beats::of_play(this);
        self.guess(act, &key, said);
        for (number, (beat, from_secs, at_secs)) in moments.into_iter().enumerate() {
            self.push(format!("{key}/{}", number + 1), Sight::Moment { act, from_secs, at_secs }, beat);
        }
    }

    fn plan(&mut self, stem: &str, sheet: &CallSheet, said: Said<'_>) {
        let drive = drive(sheet);
        let downs = beats::downs_told(sheet, &drive);
        for (number, at) in downs.into_iter().enumerate() {
            let Some(act) = self.try_of(stem, sheet, &drive, at) else { continue };
            if number == 0 {
                self.guess(act, stem, said);
            }
            let Some(this) = self.rundown.acts.get(act) else { continue };
            for (place, (beat, from_secs, at_secs)) in
                beats::of_down(this, sheet, &drive, at).into_iter().enumerate()
            {
                let key = format!("{stem}/{}.{}", at + 1, place + 1);
                self.push(key, Sight::Moment { act, from_secs, at_secs }, beat);
            }
        }
    }

    /// One try of a plan as an act.
    fn try_of(&mut self, stem: &str, sheet: &CallSheet, drive: &Drive, at: usize) -> Option<usize> {
        let down = drive.downs.get(at)?;
        let called = sheet.plays.get(down.play)?;
        self.rundown.acts.push(Act {
            stem: stem.into(),
            title: sheet.plan.title.clone(),
            times: 1,
            down: Some(at),
            lineup: called.lineup.clone(),
            start: sheet.from.state.fronts.clone(),
            runs: vec![down.run.clone()],
            timeline: Timeline::of_down(sheet, drive, at)?,
            plan: Some((sheet.clone(), drive.clone())),
        });
        Some(self.rundown.acts.len() - 1)
    }

    fn compare(&mut self, of: &[PlayId], said: Said<'_>) {
        let mut acts = Vec::new();
        let mut titles = Vec::new();
        let mut reasons = Vec::new();
        for id in of {
            let stem = id.as_str();
            match self.script(stem) {
                Ok(Script::Play(lineup, start)) => {
                    titles.push(lineup.play.title.clone());
                    acts.push(self.act(stem, &lineup, &start, 1));
                }
                Ok(Script::Plan(sheet)) => {
                    titles.push(sheet.plan.title.clone());
                    let drive = drive(&sheet);
                    let last = drive.downs.len().saturating_sub(1);
                    acts.extend(self.try_of(stem, &sheet, &drive, last));
                }
                Err(reason) => reasons.push(reason),
            }
        }
        let title = said.title.map_or_else(|| titles.join(" or "), str::to_owned);
        self.begin(&title, said.minutes);
        let names: Vec<&str> = of.iter().map(PlayId::as_str).collect();
        let key = format!("compare/{}", names.join("+"));
        if acts.len() < 2 {
            let reason = reasons.first().map_or("There is nothing to compare.", String::as_str);
            self.push(key, Sight::Card(Card::Missing), Beat::words(reason, said.notes));
            return;
        }
        let told = beats::compared(&self.rundown.acts, &acts);
        self.push(key, Sight::Compare { acts }, Beat::words(&told, said.notes));
        if let (Some(reason), Some(item)) = (reasons.first(), self.rundown.items.last_mut()) {
            item.stale = Some(reason.clone());
        }
    }
}

fn step_act(rundown: &Rundown, key: &str) -> Option<usize> {
    rundown.place_of(key).and_then(|at| rundown.steps.get(at)?.act())
}
