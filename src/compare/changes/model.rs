//! What differs between two operating models.

use super::align::{align, align_in_turn};
use super::phrases::{instead, moves, quoted, reordered, text, yards};
use super::{About, Change, Found, Teller, tell};
use crate::model::{Channel, ChannelId, Constants, Mark, OperatingModel};

/// What differs between two operating models, in the order of a model's file; nothing exactly if they are equal.
#[must_use]
pub fn changes_of_model(before: &OperatingModel, after: &OperatingModel) -> Vec<Change> {
    let mut found = Found::default();
    let OperatingModel { format, title, channels, constants } = before;
    let model = About::Model;
    found.field(&model, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&model, "title", (title, &after.title), || {
        format!("Is called {}.", instead(&after.title, title))
    });
    let alignment = align(channels, &after.channels, |a, b| a.id == b.id);
    tell(&mut found, &alignment, (channels, &after.channels), &Channels);
    for constant in Constants::TABLE {
        let (from, to) = (constant.value(constants), constant.value(&after.constants));
        found.field(&About::Constant(constant.name), "rules", (&from, &to), || {
            let now = if constant.unit == "yd" { yards(to) } else { to.to_string() };
            format!("The rules' `{}` is {now} instead of {from}: {}.", constant.name, constant.meaning)
        });
    }
    found.0
}

struct Channels;

impl Teller<Channel> for Channels {
    fn added(&self, found: &mut Found, item: &Channel, _: usize) {
        let Channel { id, name, goal, weight, .. } = item;
        let sentence =
            format!("Adds the channel {name} (weight {weight}); done looks like {}.", quoted(goal));
        found.added(About::Channel(id.clone()), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Channel, _: usize) {
        found.removed(About::Channel(item.id.clone()), item, format!("Removes the channel {}.", item.name));
    }

    fn changed(&self, found: &mut Found, before: &Channel, after: &Channel, _: (usize, usize)) {
        let Channel { id, name, goal, marks, weight } = before;
        let (about, now) = (About::Channel(id.clone()), &after.name);
        found.field(&about, "name", (name, now), || format!("The channel {name} is called {now} now."));
        found.field(&about, "goal", (goal, &after.goal), || {
            text(&format!("What done looks like in {now}"), Some(goal), Some(&after.goal))
        });
        let alignment = align_in_turn(
            marks,
            &after.marks,
            &[&|a, b| a == b, &|a, b| a.at == b.at, &|a, b| a.text == b.text],
        );
        tell(found, &alignment, (marks, &after.marks), &Marks { channel: id, name: now });
        found.field(&about, "weight", (weight, &after.weight), || {
            let way = if after.weight > *weight { "more" } else { "less" };
            format!("{now} counts for {way} in the whole: weight {} instead of {weight}.", after.weight)
        });
    }

    fn moved(&self, found: &mut Found, item: &Channel, at: (usize, usize)) {
        let moves = moves(&format!("the channel {}", item.name), "lane", at);
        let sentence = format!("{moves} The order changes no result.");
        found.moved(About::Channel(item.id.clone()), at, sentence);
    }
}

struct Marks<'a> {
    channel: &'a ChannelId,
    name: &'a str,
}

impl Marks<'_> {
    fn about(&self, at: usize) -> About {
        About::Mark(self.channel.clone(), at + 1)
    }
}

impl Teller<Mark> for Marks<'_> {
    fn added(&self, found: &mut Found, item: &Mark, at: usize) {
        let sentence = format!("Adds a mark to {} at yard {}: {}.", self.name, item.at, quoted(&item.text));
        found.added(self.about(at), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Mark, at: usize) {
        let sentence =
            format!("Removes the mark of {} at yard {}: {}.", self.name, item.at, quoted(&item.text));
        found.removed(self.about(at), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Mark, after: &Mark, (_, place): (usize, usize)) {
        let (about, name) = (self.about(place), self.name);
        let Mark { at, text } = before;
        found.field(&about, "at", (at, &after.at), || {
            format!("The mark of {name} that says {} is at yard {} instead of {at}.", quoted(text), after.at)
        });
        found.field(&about, "text", (text, &after.text), || {
            format!("The mark of {name} at yard {} says {}.", after.at, instead(&after.text, text))
        });
    }

    fn moved(&self, found: &mut Found, item: &Mark, at: (usize, usize)) {
        let mark = format!("The mark of {} at yard {}", self.name, item.at);
        found.moved(self.about(at.1), at, reordered(&mark, at));
    }
}
