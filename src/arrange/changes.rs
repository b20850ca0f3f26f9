//! What differs between a play and the same play after a step, as changes of its file.
//!
//! In: both. Out: the changes, to be made one after the other: what goes first, then what is different, then what comes.
//! What stays keeps its order, so that comments and layout of all else stay as they are. It knows what steps touch:
//! the ball, players, effects and focus. Titles, texts and the order of lists have their own changes.

use crate::model::{Defender, OffensePlayer, Play, PlayerId};
use crate::play_file::edit::{At, Change, Value};
use crate::play_file::tree::NodePath;

/// The changes that make `after` of `before`.
pub(super) fn between(before: &Play, after: &Play) -> Vec<Change> {
    let mut changes = Vec::new();
    side(&mut changes, "offense", &before.offense, &after.offense);
    side(&mut changes, "defense", &before.defense, &after.defense);
    let ball = NodePath::root().field("ball");
    if before.ball.carrier != after.ball.carrier {
        changes.push(Change::set(ball.clone().field("carrier"), &after.ball.carrier));
    }
    if before.ball.step_back != after.ball.step_back {
        changes.push(Change::set(ball.field("step_back"), after.ball.step_back));
    }
    let assumptions = NodePath::root().field("assumptions");
    for (index, (was, is)) in before.assumptions.iter().zip(&after.assumptions).enumerate() {
        fewer(&mut changes, assumptions.clone().index(index).field("effects"), &was.effects, &is.effects);
    }
    let beats = NodePath::root().field("beats");
    for (index, (was, is)) in before.beats.iter().zip(&after.beats).enumerate() {
        fewer(&mut changes, beats.clone().index(index).field("focus"), &was.focus, &is.focus);
    }
    changes
}

/// A player of either side.
trait Member {
    fn id(&self) -> &PlayerId;
    fn value(&self) -> Value;
    /// The fields that differ in `after`, each with its value; nothing where it is to be left out.
    fn differences(&self, after: &Self) -> Vec<(&'static str, Option<Value>)>;
}

macro_rules! differences {
    ($before:ident, $after:ident: $($field:ident => $value:expr),* $(,)?) => {{
        let mut found: Vec<(&'static str, Option<Value>)> = Vec::new();
        $(if $before.$field != $after.$field {
            found.push((stringify!($field), $value));
        })*
        found
    }};
}

impl Member for OffensePlayer {
    fn id(&self) -> &PlayerId {
        &self.id
    }

    fn value(&self) -> Value {
        self.into()
    }

    fn differences(&self, after: &Self) -> Vec<(&'static str, Option<Value>)> {
        differences!(self, after:
            name => Some((&after.name).into()),
            short => after.short.as_ref().map(Value::from),
            team => after.team.as_ref().map(Value::from),
            channel => Some((&after.channel).into()),
            at => Some(after.at.into()),
            strength => Some(after.strength.into()),
            assignment => Some((&after.assignment).into()),
            route => (!after.route.is_empty()).then(|| after.route.clone().into()),
            note => after.note.as_ref().map(Value::from),
        )
    }
}

impl Member for Defender {
    fn id(&self) -> &PlayerId {
        &self.id
    }

    fn value(&self) -> Value {
        self.into()
    }

    fn differences(&self, after: &Self) -> Vec<(&'static str, Option<Value>)> {
        differences!(self, after:
            name => Some((&after.name).into()),
            short => after.short.as_ref().map(Value::from),
            team => after.team.as_ref().map(Value::from),
            channel => Some((&after.channel).into()),
            at => Some(after.at.into()),
            strength => Some(after.strength.into()),
            stance => Some(after.stance.into()),
            note => after.note.as_ref().map(Value::from),
        )
    }
}

fn side<T: Member>(changes: &mut Vec<Change>, name: &str, before: &[T], after: &[T]) {
    let list = NodePath::root().field(name);
    let stays = |member: &T, there: &[T]| there.iter().any(|other| other.id() == member.id());
    for (index, _) in before.iter().enumerate().rev().filter(|(_, member)| !stays(member, after)) {
        changes.push(Change::Remove { list: list.clone(), index });
    }
    for (index, was) in before.iter().filter(|member| stays(member, after)).enumerate() {
        let Some(is) = after.iter().find(|other| other.id() == was.id()) else { continue };
        for (field, value) in was.differences(is) {
            let path = list.clone().index(index).field(field);
            changes.push(match value {
                Some(value) => Change::Set { path, value },
                None => Change::Clear { path },
            });
        }
    }
    let staying = before.iter().filter(|member| stays(member, after)).count();
    let come = after.iter().enumerate().filter(|(_, member)| !stays(member, before));
    for (before_it, (index, member)) in come.enumerate() {
        let at = match index.checked_sub(1) {
            _ if index >= staying + before_it => At::End,
            Some(last) => At::After(last),
            None => At::Before(0),
        };
        changes.push(Change::insert(list.clone(), at, member.value()));
    }
}

/// Takes out of a list what `after` has no more; the field too once it is empty.
fn fewer<T: PartialEq>(changes: &mut Vec<Change>, list: NodePath, before: &[T], after: &[T]) {
    if before.len() == after.len() {
        return;
    }
    if after.is_empty() {
        changes.push(Change::Clear { path: list });
        return;
    }
    let mut kept = after.iter().peekable();
    let gone: Vec<usize> = before
        .iter()
        .enumerate()
        .filter(|(_, item)| kept.next_if(|next| next == item).is_none())
        .map(|(index, _)| index)
        .collect();
    changes.extend(gone.into_iter().rev().map(|index| Change::Remove { list: list.clone(), index }));
}
