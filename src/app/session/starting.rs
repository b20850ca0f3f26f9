//! Something new: a play, a plan or an operating model, from a few answers, from a template, or from another.
//!
//! In: what was answered so far ([`Starting`], one of the panels' states). Out: the text of a file that is not written
//! yet, shown at once. What it does not own: how the questions look, and the texts themselves, which
//! [`arrange`](crate::arrange) writes.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Edit, Of, START_YARDS, Screen, Session};
use crate::app::words::say;
use crate::arrange::{Size, Start, fresh, plan_text, play_text, started_on};
use crate::model::{Call, ChannelId, GamePlan, ModelId, OperatingModel, PlayId, StartFronts};
use crate::play_file::edit::{Change, edit};
use crate::play_file::tree::NodePath;
use crate::play_file::{DocumentKind, Entry, Lookup, Playbook};
use crate::rules::words::list;

/// The model that is there always.
const BUILT_IN_MODEL: &str = "five-channels";
/// The latest yard a plan starts at: it must have somewhere to go.
pub const LATEST_START_YARDS: f64 = 99.0;
/// How often a play can be called in a row.
pub const MOST_TIMES: u32 = 100;

/// What is being started, with everything answered so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Starting {
    /// What it will be.
    pub what: NewFile,
    /// How a play is started.
    pub way: Way,
    /// What it is called.
    pub title: String,
    /// The operating model it stands on, by its file; of a new model, the one it is a copy of.
    pub model: ModelId,
    /// What is asked of each channel of that model.
    pub channels: Vec<ChannelAnswer>,
    /// Who does it.
    pub team: String,
    /// What has to be true. The last one is empty, for the next.
    pub assumptions: Vec<String>,
    /// Which template.
    pub template: Template,
    /// Which play it is a copy of, by its stem.
    pub copy_of: Arc<str>,
    /// Where every channel starts, in yards.
    pub start: f64,
    /// What is called, by its stem, and how often in a row.
    pub calls: Vec<(Arc<str>, u32)>,
    /// Whether the play on the field goes over to the new model.
    pub play_on_it: bool,
    /// Why it cannot be made, if that was asked.
    pub refusal: Option<String>,
}

/// What can be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NewFile {
    /// A play.
    Play,
    /// A game plan.
    Plan,
    /// An operating model.
    Model,
}

/// How a play is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// By a few questions.
    Guided,
    /// From a template.
    Template,
    /// As a copy of another.
    Copy,
}

/// A play to start from that says nothing yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// One team in one channel, with one thing in its way.
    OneChannel,
    /// One team in every channel, each with something in its way.
    EveryChannel,
    /// One team that runs into open ground.
    OpenGround,
}

/// What is asked of a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelAnswer {
    /// Which.
    pub id: ChannelId,
    /// What it is called.
    pub name: String,
    /// Whether the tactic touches it.
    pub touched: bool,
    /// What stands in the way there.
    pub blocker: String,
    /// How strong that is.
    pub size: Size,
}

impl Way {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Guided, Self::Template, Self::Copy];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Guided => say!("starting-guided"),
            Self::Template => say!("starting-a-template"),
            Self::Copy => say!("starting-a-copy"),
        }
    }
}

impl Template {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::OneChannel, Self::EveryChannel, Self::OpenGround];

    /// What it is called, on a model of so many channels.
    #[must_use]
    pub fn label(self, channels: usize) -> String {
        match self {
            Self::OneChannel => say!("starting-one-channel").to_owned(),
            Self::EveryChannel => {
                say!("starting-every-channel", number = say!("number-word", count = channels))
            }
            Self::OpenGround => say!("starting-open-ground").to_owned(),
        }
    }

    /// What it is, in a sentence.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::OneChannel => say!("starting-one-channel.about"),
            Self::EveryChannel => {
                say!("starting-every-channel-about")
            }
            Self::OpenGround => say!("starting-open-ground.about"),
        }
    }
}

impl NewFile {
    /// What kind of file it is.
    const fn kind(self) -> DocumentKind {
        match self {
            Self::Play => DocumentKind::Play,
            Self::Plan => DocumentKind::GamePlan,
            Self::Model => DocumentKind::OperatingModel,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Play => say!("command-new-play"),
            Self::Plan => say!("command-new-plan"),
            Self::Model => say!("command-new-model"),
        }
    }

    /// What a file of it is called that has no name of its own.
    const fn usual_stem(self) -> &'static str {
        match self {
            Self::Play => "our-play",
            Self::Plan => "our-plan",
            Self::Model => "our-model",
        }
    }
}

impl Starting {
    /// The file's stem that follows from the title, if no other file had it.
    fn stem(&self) -> String {
        fresh(&self.title, self.what.usual_stem(), &[])
    }

    /// Sees to it that there is one empty line for the next assumption.
    pub fn tidy(&mut self) {
        let filled = self.assumptions.iter().rposition(|line| !line.trim().is_empty());
        self.assumptions.truncate(filled.map_or(1, |last| last + 2));
        if self.assumptions.len() < filled.map_or(1, |last| last + 2) {
            self.assumptions.push(String::new());
        }
    }

    /// Takes over what was answered before, where the questions are the same.
    fn take_up(&mut self, before: Self) {
        let fresh = std::mem::replace(self, Self { refusal: None, ..before });
        let answered = std::mem::replace(&mut self.channels, fresh.channels);
        for channel in &mut self.channels {
            if let Some(before) = answered.iter().find(|other| other.id == channel.id) {
                channel.touched = before.touched;
                channel.blocker.clone_from(&before.blocker);
                channel.size = before.size;
            }
        }
        if self.calls.is_empty() {
            self.calls = fresh.calls;
        }
    }

    /// The answers to the questions.
    fn answers(&self) -> Start {
        let touched = self.channels.iter().filter(|channel| channel.touched);
        let blockers = touched.clone().filter(|channel| !channel.blocker.trim().is_empty());
        Start {
            tactic: self.title.clone(),
            channels: touched.map(|channel| channel.id.clone()).collect(),
            blockers: blockers
                .map(|channel| (channel.id.clone(), channel.blocker.clone(), channel.size.strength()))
                .collect(),
            team: self.team.clone(),
            assumptions: self.assumptions.clone(),
        }
    }

    /// The answers that make a template.
    fn of_template(&self) -> Start {
        let channels = match self.template {
            Template::EveryChannel => self.channels.as_slice(),
            Template::OneChannel | Template::OpenGround => self.channels.get(..1).unwrap_or(&[]),
        };
        let blocker = |channel: &ChannelAnswer| {
            let name = if channels.len() > 1 {
                say!("starting-holds-back", channel = channel.name)
            } else {
                say!("starting-in-the-way").to_owned()
            };
            (channel.id.clone(), name, Size::Medium.strength())
        };
        let blockers = match self.template {
            Template::OpenGround => Vec::new(),
            Template::OneChannel | Template::EveryChannel => channels.iter().map(blocker).collect(),
        };
        Start {
            tactic: self.title.clone(),
            channels: channels.iter().map(|channel| channel.id.clone()).collect(),
            blockers,
            team: say!("starting-our-team").to_owned(),
            assumptions: vec![say!("starting-assumption").to_owned()],
        }
    }
}

impl Session {
    /// Asks what a new one is to be.
    pub fn start_new(&mut self, what: NewFile) {
        let shown = self.shown.as_ref();
        let on_field = shown.map(|shown| shown.lineup.play.model.clone());
        let of_plan = shown.and_then(|shown| Some(shown.plan.as_ref()?.sheet.plan.model.clone()));
        let wanted = of_plan.or(on_field).unwrap_or_else(|| BUILT_IN_MODEL.into());
        let id = if self.model_for(what, &wanted).is_some() { wanted } else { BUILT_IN_MODEL.into() };
        let model = self.model_for(what, &id);
        let channels = model.iter().flat_map(|model| &model.channels).map(|channel| ChannelAnswer {
            id: channel.id.clone(),
            name: channel.name.clone(),
            touched: false,
            blocker: String::new(),
            size: Size::Medium,
        });
        let start = shown.and_then(|shown| shown.start.first().copied()).unwrap_or(START_YARDS);
        let title = match (what, &model) {
            (NewFile::Model, Some(model)) => say!("starting-ours", title = model.title),
            _ => String::new(),
        };
        let mut starting = Starting {
            what,
            way: Way::Guided,
            title,
            model: id,
            channels: channels.collect(),
            team: String::new(),
            assumptions: vec![String::new()],
            template: Template::OneChannel,
            copy_of: "".into(),
            start: start.round().clamp(0.0, LATEST_START_YARDS),
            calls: Vec::new(),
            play_on_it: true,
            refusal: None,
        };
        starting.calls = self.first_calls(&starting);
        if let Some(aside) =
            self.aside.take().filter(|aside| aside.what == what && aside.model == starting.model)
        {
            starting.take_up(aside);
        }
        let plays = self.playbook.plays().map(|(entry, _)| Arc::clone(&entry.stem));
        let on_field = shown.filter(|shown| shown.plan.is_none()).map(|shown| Arc::clone(&shown.stem));
        let mut plays = plays.collect::<Vec<_>>().into_iter();
        let of_field =
            on_field.filter(|stem| self.playbook.find(stem).is_some_and(|entry| entry.play().is_some()));
        starting.copy_of = of_field.or_else(|| plays.next()).unwrap_or_default();
        self.panels.starting = Some(starting);
    }

    /// Leaves the questions; the answers are there again when the same is asked next time.
    pub fn leave_new(&mut self) {
        self.aside = self.panels.starting.take();
    }

    /// What a new plan calls to begin with: the plays that were compared, or the one on the field.
    fn first_calls(&self, starting: &Starting) -> Vec<(Arc<str>, u32)> {
        let can = self.callable_by(starting);
        let known =
            |stem: &str| can.iter().find(|(other, _)| **other == *stem).map(|(stem, _)| Arc::clone(stem));
        if self.screen == Screen::Compare {
            let sides = self.comparison.sides.iter().filter(|side| side.is_play);
            let times = self.comparison.times.clamp(1, MOST_TIMES);
            return sides.filter_map(|side| Some((known(&side.stem)?, times))).collect();
        }
        let Some(shown) = &self.shown else { return Vec::new() };
        let times = shown.times.clamp(1, MOST_TIMES);
        known(shown.lineup.id.as_str()).into_iter().map(|stem| (stem, times)).collect()
    }

    /// The plays a new plan can call: those on its model that it would find. Their stems and titles.
    #[must_use]
    pub fn callable_by(&self, starting: &Starting) -> Vec<(Arc<str>, String)> {
        let Some(path) = self.place_for(DocumentKind::GamePlan, "new") else { return Vec::new() };
        let plays = self.playbook.plays().filter(|(entry, play)| {
            let meant = self.playbook.meant(&path, DocumentKind::Play, &entry.stem);
            play.model == starting.model && meant.is_some_and(|meant| meant.path == entry.path)
        });
        plays.map(|(entry, play)| (Arc::clone(&entry.stem), play.title.clone())).collect()
    }

    /// Where the file will be, if there is a folder for it.
    #[must_use]
    pub fn will_be(&self, starting: &Starting) -> Option<PathBuf> {
        self.place_for(starting.what.kind(), &self.free_stem(&starting.stem()))
    }

    /// The model of that name as a new file would find it.
    fn model_for(&self, what: NewFile, id: &ModelId) -> Option<Arc<OperatingModel>> {
        match self.place_for(what.kind(), "new") {
            Some(path) => self.playbook.near(&path).model(id),
            None => Playbook::built_in().model(id),
        }
    }

    /// Makes what was asked for, or says what is missing.
    pub fn make_new(&mut self) {
        let Some(starting) = self.panels.starting.take() else { return };
        if let Err(sentence) = self.try_to_make(&starting) {
            self.panels.starting = Some(Starting { refusal: Some(sentence), ..starting });
        }
    }

    fn try_to_make(&mut self, starting: &Starting) -> Result<(), String> {
        let title = starting.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            return Err(say!("starting-say-name").to_owned());
        }
        let stem = self.free_stem(&starting.stem());
        let text = match (starting.what, starting.way) {
            (NewFile::Play, Way::Guided) => self.play_of(starting, &starting.answers())?,
            (NewFile::Play, Way::Template) => self.play_of(starting, &starting.of_template())?,
            (NewFile::Play, Way::Copy) => self.copy_of(starting, &title, &stem)?,
            (NewFile::Plan, _) => self.plan_of(starting, &title)?,
            (NewFile::Model, _) => self.model_of(starting, &title)?,
        };
        let name = say!("starting-step", what = starting.what.label(), title = title);
        self.make(&name, &stem, starting.what.kind(), &text)?;
        self.screen_for_new();
        if starting.what == NewFile::Model && starting.play_on_it && self.can_go_over() {
            let path = NodePath::root().field("model");
            let name = say!("starting-play-it-on", title = title);
            self.change(&Edit::new(Of::Play, name, vec![Change::set(path, stem.as_str())]));
        }
        Ok(())
    }

    fn screen_for_new(&mut self) {
        self.go_to(Screen::Model);
        self.panels.problem = None;
    }

    /// Whether the play on the field can go over to another model by itself: the plays of a plan share one.
    #[must_use]
    pub fn can_go_over(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.plan.is_none())
    }

    fn play_of(&self, starting: &Starting, answers: &Start) -> Result<String, String> {
        let model = self.model_for(NewFile::Play, &starting.model).ok_or(say!("starting-model-gone"))?;
        let play = started_on(answers, &starting.model, &model).map_err(|reason| format!("{reason}."))?;
        Ok(play_text(&play))
    }

    fn copy_of(&self, starting: &Starting, title: &str, stem: &str) -> Result<String, String> {
        let entry = self.playbook.plays().find(|(entry, _)| entry.stem == starting.copy_of);
        let (entry, play) = entry.ok_or(say!("starting-choose-copy"))?;
        if self.model_for(NewFile::Play, &play.model).is_none() {
            return Err(say!("starting-model-not-found", play = play.title));
        }
        let mut changes = vec![Change::set(NodePath::root().field("title"), title)];
        if play.tactic.is_some() {
            // What counts as the same tactic wears out with it.
            changes.push(Change::set(NodePath::root().field("tactic"), stem));
        }
        changed(entry, &changes)
    }

    fn plan_of(&self, starting: &Starting, title: &str) -> Result<String, String> {
        if starting.calls.is_empty() {
            return Err(say!("starting-choose-call").to_owned());
        }
        let titles = self.callable_by(starting);
        let mut called: Vec<&str> = Vec::new();
        for (stem, _) in &starting.calls {
            let (_, title) = titles
                .iter()
                .find(|(other, _)| other == stem)
                .ok_or_else(|| say!("starting-not-there", stem = stem))?;
            if !called.contains(&title.as_str()) {
                called.push(title);
            }
        }
        let plan = GamePlan {
            format: 1,
            title: title.to_owned(),
            summary: say!("starting-plan-summary", plays = list(&called, say!("common-and"))),
            model: starting.model.clone(),
            start: StartFronts::All(starting.start.clamp(0.0, LATEST_START_YARDS)),
            goal: 100.0,
            calls: starting
                .calls
                .iter()
                .map(|(stem, times)| Call::Call {
                    play: PlayId::from(&**stem),
                    times: (*times).clamp(1, MOST_TIMES),
                })
                .collect(),
            risks: Vec::new(),
            beats: Vec::new(),
        };
        Ok(plan_text(&plan))
    }

    fn model_of(&self, starting: &Starting, title: &str) -> Result<String, String> {
        let path = self.place_for(DocumentKind::OperatingModel, "new");
        let path = path.ok_or(say!("common-no-folder"))?;
        let meant = self.playbook.meant(&path, DocumentKind::OperatingModel, starting.model.as_str());
        let entry = meant.ok_or(say!("starting-model-gone"))?;
        changed(entry, &[Change::set(NodePath::root().field("title"), title)])
    }
}

/// The text of a file with these changes made.
fn changed(entry: &Entry, changes: &[Change]) -> Result<String, String> {
    let sentence = |error| format!("{error}.");
    let edit = edit(&entry.text, changes).map_err(sentence)?;
    edit.apply(&entry.text).map_err(sentence)
}
