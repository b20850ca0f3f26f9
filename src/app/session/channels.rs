//! Channels of the operating model behind the field, added and taken out with everything in the playbook that has to
//! follow: a plan's start names every channel, and nothing may name one that is gone.
//!
//! Out: one thing to undo, and what followed from it in sentences. Where players stand there, or following is a
//! judgement that only people can make, it is refused with the reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Of, START_YARDS, Session};
use crate::app::words::say;
use crate::model::{Call, Channel, ChannelId, Effect, GamePlan, OperatingModel, Play, StartFronts, Subject};
use crate::play_file::edit::{At, Change, Value, edit};
use crate::play_file::tree::NodePath;
use crate::play_file::{Document, Entry};
use crate::rules::words::list;

/// More ids than this are not tried for a new channel.
const MOST_NEW: usize = 100;

/// What would become of the playbook without a channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Without {
    /// Why it cannot be taken out, in sentences.
    pub against: Vec<String>,
    /// What would change besides the model, in sentences.
    pub follows: Vec<String>,
    changes: Vec<(PathBuf, Vec<Change>)>,
}

fn place(field: &str) -> NodePath {
    NodePath::root().field(field)
}

impl Session {
    /// What would become of the playbook without a channel of the model behind the field.
    #[must_use]
    pub fn without_channel(&self, id: &ChannelId) -> Without {
        let mut without = Without::default();
        let Some(model) = self.entry_behind(Of::Model) else { return without };
        if model.operating_model().is_some_and(|model| model.channels.len() <= 2) {
            without.against.push(say!("channels-two").to_owned());
        }
        for path in self.on_model(&model.path) {
            let Some(entry) = self.playbook.at(&path) else { continue };
            let changes = match &entry.document {
                Some(Document::Play(play)) => without.of_play(play, id),
                Some(Document::GamePlan(plan)) => without.of_plan(plan, id),
                Some(
                    Document::OperatingModel(_)
                    | Document::Show(_)
                    | Document::WorkshopRecord(_)
                    | Document::Ink(_),
                ) => Vec::new(),
                None => {
                    without.against.push(say!("common-has-errors", file = entry.file));
                    Vec::new()
                }
            };
            if !changes.is_empty() {
                without.changes.push((path, changes));
            }
        }
        without
    }

    /// Takes a channel out of the model behind the field, unless something speaks against it.
    pub fn remove_channel(&mut self, id: &ChannelId) {
        match self.try_to_remove_channel(id) {
            Ok(news) => self.news = Some(news),
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    fn try_to_remove_channel(&mut self, id: &ChannelId) -> Result<String, String> {
        if let Some(why) = self.without_channel(id).why_not() {
            return Err(why);
        }
        let path = self.own_model()?;
        // Copies that were made on the way have players too.
        let without = self.without_channel(id);
        if let Some(why) = without.why_not() {
            return Err(why);
        }
        let Without { follows, mut changes, .. } = without;
        let (name, index) = {
            let model = self.model_at(&path)?;
            let index = model.index_of(id).ok_or(say!("channels-none-such"))?;
            (model.channels.get(index).map(|channel| channel.name.clone()).unwrap_or_default(), index)
        };
        changes.insert(0, (path, vec![Change::Remove { list: place("channels"), index }]));
        self.change_each(&say!("channels-remove", name = name), changes)?;
        if self.selected == Some(Subject::Channel(id.clone())) {
            self.select(Some(Subject::Play));
        }
        Ok(say!("channels-removed", name = name, follows = follows.join(" ")).trim().to_owned())
    }

    /// Adds a channel behind the others of the model behind the field, and explains it.
    pub fn add_channel(&mut self) {
        match self.try_to_add_channel() {
            Ok(news) => self.news = Some(news),
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    fn try_to_add_channel(&mut self) -> Result<String, String> {
        let path = self.own_model()?;
        let ids: Vec<String> =
            self.model_at(&path)?.channels.iter().map(|channel| channel.id.to_string()).collect();
        let free = |at: usize| if at == 1 { "new".to_owned() } else { format!("new-{at}") };
        let is_free = |at: &usize| !ids.contains(&free(*at)) && self.check_channel_id(&free(*at)).is_ok();
        let at = (1..=MOST_NEW).find(is_free).ok_or(say!("channels-rename-first"))?;
        let id = ChannelId::from(free(at).as_str());
        let name =
            if at == 1 { say!("channels-new").to_owned() } else { say!("channels-new-number", number = at) };
        let goal = say!("channels-new-goal").to_owned();
        let channel = Channel { id: id.clone(), name: name.clone(), goal, marks: Vec::new(), weight: 1.0 };
        let mut changes: Vec<(PathBuf, Vec<Change>)> = Vec::new();
        let mut plans = Vec::new();
        for plan_path in self.on_model(&path) {
            let plan = self.playbook.at(&plan_path).and_then(Entry::game_plan);
            let Some((plan, StartFronts::Each(fronts))) = plan.map(|plan| (plan, &plan.start)) else {
                continue;
            };
            let mut fronts = fronts.clone();
            fronts.insert(id.clone(), START_YARDS);
            let start = Value::from(&StartFronts::Each(fronts));
            plans.push(plan.title.clone());
            changes.push((plan_path, vec![Change::set(place("start"), start)]));
        }
        changes.insert(0, (path, vec![Change::insert(place("channels"), At::End, &channel)]));
        self.change_each(&say!("channels-add", name = name), changes)?;
        self.select(Some(Subject::Channel(id)));
        let mut news = say!("channels-added", name = name);
        if !plans.is_empty() {
            let plans: Vec<&str> = plans.iter().map(String::as_str).collect();
            news = say!(
                "channels-added-start",
                news = news,
                yards = START_YARDS,
                plans = list(&plans, say!("common-and"))
            );
        }
        Ok(news)
    }

    fn model_at(&self, path: &Path) -> Result<&OperatingModel, String> {
        let model = self.playbook.at(path).and_then(Entry::operating_model);
        Ok(model.ok_or_else(|| say!("common-has-errors", file = path.display()))?)
    }

    /// Makes the changes of several files as one thing.
    fn change_each(&mut self, name: &str, changes: Vec<(PathBuf, Vec<Change>)>) -> Result<(), String> {
        let mut edits = Vec::new();
        for (path, changes) in changes {
            let entry = self.playbook.at(&path).ok_or(say!("channels-file-gone"))?;
            let edit = edit(&entry.text, &changes).map_err(|error| format!("{}: {error}.", entry.file))?;
            edits.push((path, edit));
        }
        self.change_opened(name, edits)
    }
}

impl Without {
    /// Why it cannot be taken out, if so: the first reasons, and how many more there are.
    #[must_use]
    pub fn why_not(&self) -> Option<String> {
        const SHOWN: usize = 3;
        if self.against.is_empty() {
            return None;
        }
        let why = self.against.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(" ");
        let count = self.against.len().saturating_sub(SHOWN);
        if count == 0 {
            return Some(why);
        }
        let number = say!("number-word", count = count);
        Some(format!("{why} {}", say!("channels-more-reasons", count = count, number = number)))
    }

    fn of_play(&mut self, play: &Play, id: &ChannelId) -> Vec<Change> {
        let offense = play.offense.iter().filter(|player| player.channel == *id).map(|player| &*player.name);
        let defense = play.defense.iter().filter(|player| player.channel == *id).map(|player| &*player.name);
        let there: Vec<&str> = offense.chain(defense).collect();
        if !there.is_empty() {
            let names = list(&there, say!("common-and"));
            let count = there.len();
            self.against.push(say!("channels-still-there", play = play.title, names = names, count = count));
        }
        let mut changes = Vec::new();
        let mut effects = 0_usize;
        for (index, assumption) in play.assumptions.iter().enumerate() {
            let path = place("assumptions").index(index);
            if assumption.channel.as_ref() == Some(id) {
                changes.push(Change::Clear { path: path.clone().field("channel") });
                self.follows.push(say!(
                    "channels-about-none",
                    play = play.title,
                    assumption = assumption.text
                ));
            }
            for (effect, what) in assumption.effects.iter().enumerate().rev() {
                let (Effect::Cap(channel, _) | Effect::Reach(channel, _) | Effect::Drag(channel, _)) = what
                else {
                    continue;
                };
                if channel == id {
                    effects += 1;
                    changes.push(Change::Remove { list: path.clone().field("effects"), index: effect });
                }
            }
        }
        if effects > 0 {
            self.follows.push(say!("channels-effects-go", play = play.title, count = effects));
        }
        let is_other = |name: &str| {
            play.offense.iter().any(|player| player.id.as_str() == name)
                || play.defense.iter().any(|player| player.id.as_str() == name)
                || play.assumptions.iter().any(|assumption| assumption.id.as_str() == name)
        };
        for (beat, what) in play.beats.iter().enumerate() {
            for (focus, name) in what.focus.iter().enumerate().rev() {
                if name == id.as_str() && !is_other(name) {
                    let list = place("beats").index(beat).field("focus");
                    changes.push(Change::Remove { list, index: focus });
                }
            }
        }
        changes
    }

    fn of_plan(&mut self, plan: &GamePlan, id: &ChannelId) -> Vec<Change> {
        let mut changes = Vec::new();
        if let StartFronts::Each(fronts) = &plan.start
            && fronts.contains_key(id)
        {
            let fronts: BTreeMap<ChannelId, f64> = fronts
                .iter()
                .filter(|(channel, _)| *channel != id)
                .map(|(id, yards)| (id.clone(), *yards))
                .collect();
            changes.push(Change::set(place("start"), &StartFronts::Each(fronts)));
            self.follows.push(say!("channels-start-goes", plan = plan.title));
        }
        for (index, call) in plan.calls.iter().enumerate() {
            let Call::Event { name, channels, .. } = call else { continue };
            if !channels.contains(id) {
                continue;
            }
            if channels.len() == 1 {
                // Named without channels, it would strike all.
                self.against.push(say!("channels-strikes-nothing-else", plan = plan.title, name = name));
            }
            let list = place("calls").index(index).field("channels");
            for (place, _) in channels.iter().enumerate().rev().filter(|(_, channel)| *channel == id) {
                changes.push(Change::Remove { list: list.clone(), index: place });
            }
            self.follows.push(say!("channels-strikes-no-more", plan = plan.title, name = name));
        }
        changes
    }
}
