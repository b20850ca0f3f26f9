//! Any edits of any documents: `ron` reads what the model says, comments stay, and undoing restores every byte.

use std::fmt::Debug;

use proptest::prelude::*;
use serde::de::DeserializeOwned;

use super::messy::messy;
use super::path;
use super::random::Random;
use super::rule::comments_are_kept;
use crate::model::{Call, GamePlan, OperatingModel, Play};
use crate::play_file::edit::{At, Change, Named, TextEdit, Value, edit};
use crate::play_file::read::ron_options;
use crate::play_file::tree::Tree;

fn read<T: DeserializeOwned>(text: &str) -> T {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    ron_options().from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Edits a document again and again, in the text and in memory.
fn hold<T>(document: T, seed: u64, steps: usize, mut change: impl FnMut(&mut Random, &mut T) -> Vec<Change>)
where
    T: DeserializeOwned + Debug + PartialEq,
    for<'d> Value: From<&'d T>,
{
    let mut random = Random::new(seed);
    let first = messy(&(&document).into(), &mut random);
    assert_eq!(read::<T>(&first), document, "{first}");
    let mut document = document;
    let mut text = first.clone();
    let mut all = TextEdit::default();
    for _ in 0..steps {
        let changes = change(&mut random, &mut document);
        let made = edit(&text, &changes).unwrap_or_else(|error| panic!("{error}\n{changes:#?}\n{text}"));
        let after = made.apply(&text).unwrap();
        let said = || format!("{changes:#?}\n{made:#?}\n--- before\n{text}\n--- after\n{after}");
        assert_eq!(read::<T>(&after), document, "{}", said());
        assert_eq!(made.invert(&text).unwrap().apply(&after).unwrap(), text, "{}", said());
        if let [change] = changes.as_slice() {
            comments_are_kept(change, &text, &after, &said);
        }
        all = all.compose(&made).unwrap();
        text = after;
    }
    assert_eq!(all.apply(&first).unwrap(), text);
    assert_eq!(all.invert(&first).unwrap().apply(&text).unwrap(), first);
    let ends = if first.contains("\r\n") { text.matches('\n').count() } else { 0 };
    assert_eq!(text.matches("\r\n").count(), ends, "line ends are those of the file: {text:?}");
}

fn moved<T>(list: &mut Vec<T>, from: usize, to: usize) {
    let element = list.remove(from);
    list.insert(to, element);
}

/// Any change of a list: in memory, and as a change.
fn change_list<T: Clone>(
    random: &mut Random,
    list: &mut Vec<T>,
    name: &str,
    new: impl FnOnce(&mut Random) -> T,
    value: impl FnOnce(&T) -> Value,
    least: usize,
) -> Change {
    let (list_path, count) = (path(name), list.len());
    match random.below(4) {
        0 if count > least => {
            let index = random.below(count);
            list.remove(index);
            Change::Remove { list: list_path, index }
        }
        1 | 2 if count > 1 => {
            let (from, to) = (random.below(count), random.below(count));
            moved(list, from, to);
            Change::Move { list: list_path, from, to }
        }
        _ => {
            let element = new(random);
            let at = match random.below(3) {
                0 if count > 0 => At::Before(random.below(count)),
                1 if count > 0 => At::After(random.below(count)),
                _ => At::End,
            };
            let index = match at {
                At::Before(index) => index,
                At::After(index) => index + 1,
                At::End => count,
            };
            let change = Change::insert(list_path, at, value(&element));
            list.insert(index, element);
            change
        }
    }
}

fn set_text(random: &mut Random, place: &mut String, name: &str) -> Change {
    *place = random.text();
    Change::set(path(name), place.as_str())
}

fn set_maybe(random: &mut Random, place: &mut Option<String>, name: &str) -> Change {
    *place = random.maybe();
    match place {
        Some(text) => Change::set(path(name), text.as_str()),
        None => Change::Clear { path: path(name) },
    }
}

fn ids(play: &Play) -> Vec<String> {
    let offense = play.offense.iter().map(|player| player.id.to_string());
    let defense = play.defense.iter().map(|player| player.id.to_string());
    offense
        .chain(defense)
        .chain(play.assumptions.iter().map(|assumption| assumption.id.to_string()))
        .collect()
}

fn players(play: &Play) -> Vec<String> {
    let mut ids = ids(play);
    ids.truncate(play.offense.len() + play.defense.len());
    ids
}

fn change_play(random: &mut Random, play: &mut Play) -> Vec<Change> {
    let (all, players) = (ids(play), players(play));
    let free = random.id(&all);
    vec![match random.below(20) {
        0 => set_text(random, &mut play.title, "title"),
        1 => set_maybe(random, &mut play.source, "source"),
        2 => {
            play.ball.step_back = random.number(0.0, 20.0);
            Change::set(path("ball.step_back"), play.ball.step_back)
        }
        3 => {
            let carrier = players.first().map_or("nobody", |id| id);
            play.ball.carrier = carrier.into();
            Change::set(path("ball.carrier"), carrier)
        }
        4 | 5 => {
            change_list(random, &mut play.offense, "offense", |r| r.offense(&free, &players), |p| p.into(), 0)
        }
        6 => change_list(random, &mut play.defense, "defense", |r| r.defender(&free), |d| d.into(), 0),
        7 => change_list(
            random,
            &mut play.assumptions,
            "assumptions",
            |r| r.assumption(&free, &players),
            |a| a.into(),
            0,
        ),
        8 => change_list(random, &mut play.beats, "beats", |r| r.beat(&all), |b| b.into(), 0),
        9 => change_list(random, &mut play.tags, "tags", Random::text, |t| t.into(), 0),
        10 | 11 if !play.offense.is_empty() => {
            let index = random.below(play.offense.len());
            let player = &mut play.offense[index];
            let name = |field: &str| format!("offense[{index}].{field}");
            match random.below(8) {
                0 => {
                    player.at = random.place();
                    Change::set(path(&name("at")), player.at)
                }
                1 => {
                    player.strength = random.strength();
                    Change::set(path(&name("strength")), player.strength)
                }
                2 => {
                    player.assignment = random.assignment(&players);
                    Change::set(path(&name("assignment")), &player.assignment)
                }
                3 => {
                    player.route = random.route();
                    Change::set(path(&name("route")), player.route.clone())
                }
                4 if !player.route.is_empty() => {
                    let at = random.below(player.route.len());
                    player.route[at].across = random.number(-1.0, 1.0);
                    Change::set(path(&name(&format!("route[{at}][1]"))), player.route[at].across)
                }
                5 => set_maybe(random, &mut player.note, &name("note")),
                6 => set_maybe(random, &mut player.team, &name("team")),
                _ => change_list(random, &mut player.route, &name("route"), Random::place, |p| p.into(), 0),
            }
        }
        12 if !play.defense.is_empty() => {
            let index = random.below(play.defense.len());
            play.defense[index] = random.defender(play.defense[index].id.as_str());
            Change::set(path(&format!("defense[{index}]")), &play.defense[index])
        }
        13 if !play.defense.is_empty() => {
            let index = random.below(play.defense.len());
            let mut copy = play.defense[index].clone();
            copy.id = free.as_str().into();
            play.defense.insert(index + 1, copy);
            Change::Duplicate { list: path("defense"), index, id: Some(free) }
        }
        14 if !play.assumptions.is_empty() => {
            let index = random.below(play.assumptions.len());
            let assumption = &mut play.assumptions[index];
            let name = |field: &str| format!("assumptions[{index}].{field}");
            match random.below(3) {
                0 => {
                    assumption.holds = !assumption.holds;
                    Change::set(path(&name("holds")), assumption.holds)
                }
                1 => {
                    assumption.effects = (0..random.below(4)).map(|_| random.effect(&players)).collect();
                    Change::set(
                        path(&name("effects")),
                        Value::List(assumption.effects.iter().map(Into::into).collect()),
                    )
                }
                _ => change_list(
                    random,
                    &mut assumption.effects,
                    &name("effects"),
                    |r| r.effect(&players),
                    |e| e.into(),
                    0,
                ),
            }
        }
        15 | 16 if !players.is_empty() => {
            let from = random.pick(&players);
            rename_player(play, &from, &free);
            Change::Rename { what: Named::Player, from, to: free }
        }
        17 if play.assumptions.len() > 1 => {
            let from = play.assumptions[1].id.to_string();
            play.assumptions[1].id = free.as_str().into();
            let focus = play.beats.iter_mut().flat_map(|beat| &mut beat.focus);
            focus.filter(|id| **id == from).for_each(|id| id.clone_from(&free));
            Change::Rename { what: Named::Assumption, from, to: free }
        }
        18 => {
            // Another version of the whole play, brothers and sisters in another order.
            let mut other = random.play();
            other.offense.extend(play.offense.iter().take(2).cloned().rev());
            let mut seen: Vec<String> = Vec::new();
            let mut fresh = |id: &str| {
                !seen.contains(&id.to_owned()) && {
                    seen.push(id.to_owned());
                    true
                }
            };
            other.offense.retain(|player| fresh(player.id.as_str()));
            other.defense.retain(|player| fresh(player.id.as_str()));
            other.assumptions.retain(|assumption| fresh(assumption.id.as_str()));
            *play = other;
            Change::set(path(""), &*play)
        }
        _ => set_text(random, &mut play.summary, "summary"),
    }]
}

fn rename_player(play: &mut Play, from: &str, to: &str) {
    let rename = |id: &mut crate::model::PlayerId| {
        if id.as_str() == from {
            *id = to.into();
        }
    };
    rename(&mut play.ball.carrier);
    for player in &mut play.offense {
        rename(&mut player.id);
        if let crate::model::Assignment::Confront(id)
        | crate::model::Assignment::Bypass(id)
        | crate::model::Assignment::Block(id)
        | crate::model::Assignment::Support(id) = &mut player.assignment
        {
            rename(id);
        }
    }
    play.defense.iter_mut().for_each(|player| rename(&mut player.id));
    for effect in play.assumptions.iter_mut().flat_map(|assumption| &mut assumption.effects) {
        if let crate::model::Effect::Strengthen(id, _) = effect {
            rename(id);
        }
    }
    for id in play.beats.iter_mut().flat_map(|beat| &mut beat.focus) {
        if id == from {
            to.clone_into(id);
        }
    }
}

fn change_plan(random: &mut Random, plan: &mut GamePlan) -> Vec<Change> {
    vec![match random.below(8) {
        0 => {
            plan.start = random.start();
            Change::set(path("start"), &plan.start)
        }
        1 => {
            plan.goal = random.number(1.0, 100.0);
            Change::set(path("goal"), plan.goal)
        }
        2 => change_list(random, &mut plan.risks, "risks", Random::risk, |r| r.into(), 0),
        3 => change_list(random, &mut plan.beats, "beats", Random::plan_beat, |b| b.into(), 0),
        4 if !plan.calls.is_empty() => {
            let index = random.below(plan.calls.len());
            match &mut plan.calls[index] {
                Call::Call { times, .. } => {
                    *times = 1 + random.below(9) as u32;
                    Change::set(path(&format!("calls[{index}].times")), *times)
                }
                Call::Event { severity, .. } => {
                    *severity = random.number(0.0, 1.0);
                    Change::set(path(&format!("calls[{index}].severity")), *severity)
                }
            }
        }
        5 if !plan.calls.is_empty() => {
            let index = random.below(plan.calls.len());
            plan.calls[index] = random.call();
            Change::set(path(&format!("calls[{index}]")), &plan.calls[index])
        }
        6 => {
            if plan
                .calls
                .iter()
                .any(|call| matches!(call, Call::Call { play, .. } if play.as_str() == "exemplar"))
            {
                for call in &mut plan.calls {
                    if let Call::Call { play, .. } = call
                        && play.as_str() == "exemplar"
                    {
                        *play = "ours".into();
                    }
                }
                Change::Rename { what: Named::Play, from: "exemplar".into(), to: "ours".into() }
            } else {
                set_text(random, &mut plan.title, "title")
            }
        }
        _ => change_list(random, &mut plan.calls, "calls", Random::call, |c| c.into(), 1),
    }]
}

fn change_model(random: &mut Random, model: &mut OperatingModel) -> Vec<Change> {
    let taken: Vec<String> = model.channels.iter().map(|channel| channel.id.to_string()).collect();
    let free = random.id(&taken);
    let index = random.below(model.channels.len());
    let count = model.channels.len();
    vec![match random.below(7) {
        0 => {
            model.constants.wear = random.number(0.0, 1.0);
            Change::set(path("rules.wear"), model.constants.wear)
        }
        1 => {
            model.constants = random.constants();
            Change::set(path("rules"), Value::from(&model.constants))
        }
        2 => {
            let channel = &mut model.channels[index];
            let name = format!("channels[{index}].marks");
            let new = |random: &mut Random| crate::model::Mark {
                at: random.number(0.0, 100.0),
                text: random.text(),
            };
            change_list(random, &mut channel.marks, &name, new, |m| m.into(), 0)
        }
        3 => {
            let from = model.channels[index].id.to_string();
            model.channels[index].id = free.as_str().into();
            Change::Rename { what: Named::Channel, from, to: free }
        }
        4 => {
            model.channels[index].weight = random.number(0.5, 10.0);
            Change::set(path(&format!("channels[{index}].weight")), model.channels[index].weight)
        }
        5 if count < 9 => {
            change_list(random, &mut model.channels, "channels", |r| r.model_channel(&free), |c| c.into(), 3)
        }
        _ => set_text(random, &mut model.channels[index].goal, &format!("channels[{index}].goal")),
    }]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plays(seed in any::<u64>(), steps in 1_usize..12) {
        hold(Random::new(seed).play(), seed, steps, change_play);
    }

    #[test]
    fn plans(seed in any::<u64>(), steps in 1_usize..12) {
        hold(Random::new(seed).plan(), seed, steps, change_plan);
    }

    #[test]
    fn any_change_of_any_text_is_made_or_refused(seed in any::<u64>(), cuts in prop::collection::vec(any::<(prop::sample::Index, char)>(), 0..3)) {
        let mut random = Random::new(seed);
        let mut play = random.play();
        let mut text = messy(&(&play).into(), &mut random);
        for (at, c) in cuts {
            let at = at.index(text.len() + 1);
            if text.is_char_boundary(at) {
                text.insert(at, c);
            }
        }
        // The changes are those of another play: most lead nowhere.
        let mut other = random.play();
        let changes = [change_play(&mut random, &mut other), change_play(&mut random, &mut play)].concat();
        if let Ok(made) = edit(&text, &changes) {
            let after = made.apply(&text).unwrap();
            prop_assert!(Tree::parse(&after).errors().is_empty());
            prop_assert_eq!(made.invert(&text).unwrap().apply(&after).unwrap(), text);
        }
    }

    #[test]
    fn models(seed in any::<u64>(), steps in 1_usize..12) {
        hold(Random::new(seed).model(), seed, steps, change_model);
    }
}
