//! Rundowns of what ships, and of what is broken.

use std::sync::Arc;

use super::*;
use crate::model::{ChannelId, PlayId};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::{CallSheet, Lineup};

struct Shipped(Option<&'static str>);

impl Repertoire for Shipped {
    fn script(&self, stem: &str) -> Result<Script, String> {
        if self.0 == Some(stem) {
            return Err(format!("{stem} has errors."));
        }
        let playbook = Playbook::built_in();
        let entry = playbook.find(stem).ok_or_else(|| format!("There is no {stem}."))?;
        let near = playbook.near(&entry.path);
        if let Some(play) = entry.play() {
            let lineup = Lineup::new(PlayId::from(stem), Arc::clone(play), near.model(&play.model).unwrap());
            let start = vec![20.0; lineup.model.channels.len()];
            return Ok(Script::Play(lineup, start));
        }
        let plan = entry.game_plan().unwrap();
        let sheet = CallSheet::new(stem.into(), Arc::clone(plan), near.model(&plan.model).unwrap(), |id| {
            near.play(id)
        });
        Ok(Script::Plan(sheet))
    }
}

fn files(stems: &[&str]) -> Program {
    Program::Files(stems.iter().map(|stem| Arc::from(*stem)).collect())
}

#[test]
fn a_play_is_gone_through_by_its_beats() {
    let rundown = Rundown::new(&files(&["exemplar"]), &Shipped(None), &Room::default(), None);
    assert_eq!(rundown.title, "Exemplar");
    let captions: Vec<&str> = rundown.steps.iter().map(|step| step.caption.as_str()).collect();
    assert_eq!(captions.len(), 6);
    assert!(captions[0].starts_with("One small team takes on one service"));
    for (at, pair) in rundown.steps.windows(2).enumerate() {
        let (Sight::Moment { at_secs, .. }, Sight::Moment { from_secs, .. }) =
            (&pair[0].sight, &pair[1].sight)
        else {
            panic!("step {at} is no moment");
        };
        assert_eq!(at_secs, from_secs, "the animation goes on where it rested");
    }
    let frame = rundown.rest(2).unwrap();
    assert_eq!(frame.caption.unwrap().text, captions[2]);
    assert_eq!(frame.focus.len(), 3);
}

#[test]
fn every_key_is_its_own_however_often_a_play_stands_in_it() {
    let rundown = Rundown::new(
        &files(&["exemplar", "balanced-build", "exemplar"]),
        &Shipped(None),
        &Room::default(),
        None,
    );
    let mut keys: Vec<&str> = rundown.steps.iter().map(|step| step.key.as_str()).collect();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
    assert_eq!(rundown.items.len(), 3);
}

#[test]
fn what_breaks_stays_as_it_was_and_says_why() {
    let program = files(&["exemplar", "api-strategy"]);
    let room = Room::default();
    let good = Rundown::new(&program, &Shipped(None), &room, None);
    let broken = Rundown::new(&program, &Shipped(Some("exemplar")), &room, Some(&good));
    assert_eq!(broken.items[0].stale.as_deref(), Some("exemplar has errors."));
    assert_eq!(broken.items[1].stale, None);
    let same = |rundown: &Rundown| rundown.steps.iter().map(|step| step.key.clone()).collect::<Vec<_>>();
    assert_eq!(same(&broken), same(&good));
    for step in 0..broken.steps.len() {
        assert_eq!(broken.rest(step), good.rest(step));
    }
    let never = Rundown::new(&program, &Shipped(Some("exemplar")), &room, None);
    assert_eq!(never.steps[0].sight, Sight::Card(Card::Missing));
    assert_eq!(never.steps[0].caption, "exemplar has errors.");
}

#[test]
fn what_is_run_starts_where_the_room_is() {
    let mut room = Room::default();
    room.fronts.insert(ChannelId::from("services"), 40.0);
    let rundown = Rundown::new(&files(&["exemplar"]), &Shipped(None), &room, None);
    assert_eq!(rundown.acts[0].start, [40.0, 20.0, 20.0, 20.0, 20.0]);
}

#[test]
fn a_guess_is_read_out_by_what_was_furthest_off() {
    let rundown = Rundown::new(&files(&["exemplar"]), &Shipped(None), &Room::default(), None);
    let act = &rundown.acts[0];
    let yards = [("services", 6.0), ("skills", 6.0), ("culture", 3.0)];
    let guess = crate::model::Guess {
        of: PlayId::from("exemplar"),
        times: 1,
        group: "Table 2".into(),
        yards: yards.into_iter().map(|(id, yards)| (ChannelId::from(id), yards)).collect(),
        came_to: std::collections::BTreeMap::default(),
    };
    assert_eq!(
        guess.read_out(act.model(), &act.gained()),
        "Table 2: 5 yards too many in Skills & capabilities, 1 too few in Culture & mindset; right about Products & \
         services."
    );
}
