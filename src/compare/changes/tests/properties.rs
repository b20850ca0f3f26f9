//! What must hold for any two documents: no difference exactly if they are equal, nothing lost, and the same seen from
//! the other side.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use crate::compare::changes::*;
use crate::model::*;
use crate::play_file::edit::random::Random;

const CHANNELS: [&str; 3] = ["services", "skills", "culture"];
const TEXTS: [&str; 4] = ["", "One", "One.", "Two sentences. Here."];

fn text() -> impl Strategy<Value = String> {
    select(&TEXTS[..]).prop_map(String::from)
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

fn channel() -> impl Strategy<Value = ChannelId> {
    select(&CHANNELS[..]).prop_map(ChannelId::from)
}

fn number() -> impl Strategy<Value = f64> {
    select(&[-5.0, 0.0, 0.5, 1.0, 5.0][..])
}

fn place() -> impl Strategy<Value = Place> {
    (number(), number()).prop_map(Place::from)
}

/// Some of these ids, in any order.
fn ids(all: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(all, 0..=all.len()).prop_shuffle()
}

/// The same random thing for each of some ids.
fn each<T: std::fmt::Debug, S: Strategy<Value = T>>(
    all: &'static [&'static str],
    one: impl Fn(&'static str) -> S + Clone,
) -> impl Strategy<Value = Vec<T>> {
    ids(all).prop_flat_map(move |ids| ids.into_iter().map(one.clone()).collect::<Vec<_>>())
}

fn player(id: &'static str) -> impl Strategy<Value = OffensePlayer> {
    let assignment = prop_oneof![
        Just(Assignment::Hold),
        Just(Assignment::Advance),
        select(&["d0", "d1"][..]).prop_map(|id| Assignment::Confront(id.into())),
        select(&["d0", "d1"][..]).prop_map(|id| Assignment::Bypass(id.into())),
        select(&["o0", "o1"][..]).prop_map(|id| Assignment::Support(id.into())),
    ];
    let route = prop::collection::vec(place(), 0..2);
    let parts = (text(), maybe(), channel(), place(), number(), assignment, route, maybe());
    parts.prop_map(move |(name, short, channel, at, strength, assignment, route, note)| OffensePlayer {
        id: id.into(),
        name,
        short,
        team: None,
        channel,
        at,
        strength: Strength { low: 0.0, likely: strength, high: 9.0 },
        assignment,
        route,
        note,
    })
}

fn defender(id: &'static str) -> impl Strategy<Value = Defender> {
    let stance = select(&[Stance::Hold, Stance::Press][..]);
    (text(), maybe(), channel(), place(), number(), stance).prop_map(
        move |(name, team, channel, at, strength, stance)| Defender {
            id: id.into(),
            name,
            short: None,
            team,
            channel,
            at,
            strength: Strength::exactly(strength),
            stance,
            note: None,
        },
    )
}

fn assumption(id: &'static str) -> impl Strategy<Value = Assumption> {
    let effects = subsequence(vec![0, 1, 2, 3], 0..4).prop_shuffle().prop_flat_map(|kinds| {
        let effect = |kind| {
            number().prop_map(move |amount| match kind {
                0 => Effect::Strengthen("o0".into(), amount),
                1 => Effect::Cap("services".into(), amount),
                2 => Effect::Reach("services".into(), amount),
                _ => Effect::Drag("skills".into(), amount),
            })
        };
        kinds.into_iter().map(effect).collect::<Vec<_>>()
    });
    (prop::option::of(channel()), text(), effects, any::<bool>()).prop_map(
        move |(channel, text, effects, holds)| Assumption { id: id.into(), channel, text, effects, holds },
    )
}

/// No two steps say the same at the same time: which is which could be told either way.
fn beats() -> impl Strategy<Value = Vec<Beat>> {
    let focus = prop::collection::vec(select(&["o0", "services", "a1"][..]).prop_map(String::from), 0..2);
    let beat = (select(&Phase::ALL[..3]), text(), maybe(), focus)
        .prop_map(|(phase, caption, notes, focus)| Beat { phase, caption, notes, focus });
    prop::collection::vec(beat, 0..5).prop_map(|mut beats| {
        let mut seen = BTreeSet::new();
        beats.retain(|beat| seen.insert((beat.phase, beat.caption.clone())));
        beats
    })
}

fn plays() -> impl Strategy<Value = Play> {
    (
        (text(), text(), maybe(), prop::collection::vec(text(), 0..2), number()),
        each(&["o0", "o1", "o2", "o3"], player),
        each(&["d0", "d1", "d2"], defender),
        each(&["a0", "a1", "a2"], assumption),
        beats(),
    )
        .prop_map(|((title, summary, source, tags, step_back), offense, defense, assumptions, beats)| {
            let mut play = Play {
                format: 1,
                title,
                summary,
                source,
                tags,
                model: "five-channels".into(),
                tactic: None,
                ball: Ball { carrier: "o0".into(), step_back },
                offense,
                defense,
                assumptions,
                beats,
            };
            forget_strangers(&mut play);
            play
        })
}

/// Takes out what refers to players that the play does not have, as no file without errors does.
fn forget_strangers(play: &mut Play) {
    let offense = play.offense.iter().map(|player| player.id.to_string());
    let known: BTreeSet<String> =
        offense.chain(play.defense.iter().map(|player| player.id.to_string())).collect();
    if !known.contains("o0") {
        play.ball.carrier = "nobody".into();
    }
    for player in &mut play.offense {
        if player.assignment.target().is_some_and(|target| !known.contains(target.as_str())) {
            player.assignment = Assignment::Hold;
        }
    }
    for assumption in &mut play.assumptions {
        assumption.effects.retain(
            |effect| !matches!(effect, Effect::Strengthen(player, _) if !known.contains(player.as_str())),
        );
    }
    for beat in &mut play.beats {
        beat.focus.retain(|id| id != "o0" || known.contains("o0"));
    }
}

fn plans() -> impl Strategy<Value = GamePlan> {
    let call = prop_oneof![
        3 => (select(&["exemplar", "reset", "apis"][..]), 1..4_u32)
            .prop_map(|(play, times)| Call::Call { play: play.into(), times }),
        1 => (text(), number(), prop::collection::vec(channel(), 0..2))
            .prop_map(|(name, severity, channels)| Call::Event { name, severity, channels }),
    ];
    let start = prop_oneof![
        number().prop_map(StartFronts::All),
        prop::collection::btree_map(channel(), number(), 1..3).prop_map(StartFronts::Each),
    ];
    let risk =
        (text(), number(), number()).prop_map(|(name, chance, severity)| Risk { name, chance, severity });
    let beat =
        (1..3_u32, text(), maybe()).prop_map(|(down, caption, notes)| PlanBeat { down, caption, notes });
    let many = (
        prop::collection::vec(call, 0..7),
        prop::collection::vec(risk, 0..3),
        prop::collection::vec(beat, 0..4),
    );
    (text(), start, number(), many).prop_map(|(title, start, goal, (calls, risks, beats))| GamePlan {
        format: 1,
        title,
        summary: String::new(),
        model: "five-channels".into(),
        start,
        goal,
        calls,
        risks,
        beats,
    })
}

fn models() -> impl Strategy<Value = OperatingModel> {
    let channel = |id: &'static str| {
        let mark = (number(), text()).prop_map(|(at, text)| Mark { at, text });
        (text(), text(), prop::collection::vec(mark, 0..4), number())
            .prop_map(move |(name, goal, marks, weight)| Channel { id: id.into(), name, goal, marks, weight })
    };
    (text(), each(&CHANNELS, channel), number()).prop_map(|(title, channels, cover)| OperatingModel {
        format: 1,
        title,
        channels,
        constants: Constants { cover, ..Constants::default() },
    })
}

/// How often each thing came, went, changed or moved.
fn tally(changes: &[Change], kind: impl Fn(ChangeKind) -> ChangeKind) -> BTreeMap<(ChangeKind, &str), usize> {
    let mut tally = BTreeMap::new();
    for change in changes {
        *tally.entry((kind(change.kind), change.about.what())).or_default() += 1;
    }
    tally
}

/// Where the values stand that have nothing within.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                leaves(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                leaves(value, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

/// The same with one value changed, if that can be.
fn nudged<T: Serialize + serde::de::DeserializeOwned>(document: &T, at: Index) -> Option<T> {
    let whole = serde_json::to_value(document).unwrap();
    let mut found = Vec::new();
    leaves(&whole, "", &mut found);
    let place = at.get(&found);
    let others = match whole.pointer(place)? {
        Value::Null => vec!["x".into(), 3.into()],
        Value::Bool(flag) => vec![(!flag).into()],
        Value::Number(number) => match number.as_u64() {
            Some(whole) => vec![(whole + 1).into()],
            None => vec![(number.as_f64()? + 1.0).into()],
        },
        Value::String(text) => vec![format!("{text}x").into()],
        _ => Vec::new(),
    };
    others.into_iter().find_map(|other| {
        let mut changed = whole.clone();
        *changed.pointer_mut(place)? = other;
        serde_json::from_value(changed).ok()
    })
}

/// Every change says what it is about, how, and in a sentence.
fn complete(changes: &[Change]) -> bool {
    changes.iter().all(|change| {
        let ends = match change.kind {
            ChangeKind::Added => change.from.is_none() && change.to.is_some(),
            ChangeKind::Removed => change.from.is_some() && change.to.is_none(),
            ChangeKind::Changed => change.from != change.to && change.field.is_some(),
            ChangeKind::Moved => change.from.is_some() && change.to.is_some(),
        };
        ends && change.sentence.ends_with('.')
    })
}

fn of(before: &Play, after: &Play) -> Vec<Change> {
    changes_of_play(before, after, &Names::default())
}

fn plan(before: &GamePlan, after: &GamePlan) -> Vec<Change> {
    changes_of_plan(before, after, &Names::default())
}

/// Changes one thing of a play, and says what it is about: the word and the ids that may be named.
fn edit(play: &mut Play, what: usize, at: Index) -> Option<(&'static str, Vec<String>)> {
    fn pick<T>(items: &mut [T], at: Index) -> Option<&mut T> {
        if items.is_empty() { None } else { items.get_mut(at.index(items.len())) }
    }
    fn swap<T>(items: &mut [T], id: impl Fn(&T) -> String) -> Option<Vec<String>> {
        let (first, last) = (id(items.first()?), id(items.last()?));
        if items.len() < 2 {
            return None;
        }
        let end = items.len() - 1;
        items.swap(0, end);
        // The ones between may be those that moved.
        Some(items.iter().map(&id).chain([first, last]).collect())
    }
    fn more(text: &mut String) {
        text.push('!');
    }
    let player = |id: &PlayerId| ("player", vec![id.to_string()]);
    Some(match what {
        0..=8 => {
            let one = pick(&mut play.offense, at)?;
            match what {
                0 => more(&mut one.name),
                1 => more(one.short.get_or_insert_default()),
                2 => more(one.team.get_or_insert_default()),
                3 => one.channel = "elsewhere".into(),
                4 => one.at.across += 0.1,
                5 => one.strength.high += 0.1,
                6 => one.assignment = Assignment::Block("d2".into()),
                7 => one.route.push(Place::from((7.5, 0.0))),
                _ => more(one.note.get_or_insert_default()),
            }
            player(&one.id)
        }
        9..=13 => {
            let one = pick(&mut play.defense, at)?;
            match what {
                9 => one.stance = if one.stance == Stance::Hold { Stance::Press } else { Stance::Hold },
                10 => one.strength.likely += 0.1,
                11 => more(one.note.get_or_insert_default()),
                12 => more(one.short.get_or_insert_default()),
                _ => one.at.yards += 0.1,
            }
            player(&one.id)
        }
        14 => {
            let index = if play.offense.is_empty() { None } else { Some(at.index(play.offense.len())) };
            player(&play.offense.remove(index?).id)
        }
        15 => {
            let new = Defender { id: "new".into(), ..pick(&mut play.defense, at)?.clone() };
            play.defense.push(new);
            player(&"new".into())
        }
        16 => {
            let one = pick(&mut play.defense, at)?;
            one.id = "new".into();
            player(&one.id)
        }
        17 => ("player", swap(&mut play.offense, |one| one.id.to_string())?),
        18 => ("assumption", swap(&mut play.assumptions, |one| one.id.to_string())?),
        19..=22 => {
            let one = pick(&mut play.assumptions, at)?;
            match what {
                19 => more(&mut one.text),
                20 => one.holds = !one.holds,
                21 => one.channel = Some("elsewhere".into()),
                _ => one.effects.push(Effect::Cap("elsewhere".into(), 50.0)),
            }
            (if what == 22 { "effect" } else { "assumption" }, vec![one.id.to_string()])
        }
        23..=25 => {
            let one = pick(&mut play.beats, at)?;
            match what {
                23 => more(&mut one.caption),
                24 => more(one.notes.get_or_insert_default()),
                _ => one.focus.push("elsewhere".to_owned()),
            }
            ("beat", Vec::new())
        }
        26 => {
            play.ball.step_back += 1.0;
            ("ball", Vec::new())
        }
        27 => {
            play.ball.carrier = "elsewhere".into();
            ("ball", Vec::new())
        }
        _ => {
            match what {
                28 => more(&mut play.title),
                29 => more(&mut play.summary),
                30 => more(play.source.get_or_insert_default()),
                31 => play.tags.push("more".to_owned()),
                32 => play.model = "another".into(),
                33 => play.format += 1,
                _ => play.tactic = Some("another".into()),
            }
            ("play", Vec::new())
        }
    })
}

proptest! {
    #[test]
    fn equal_plays_and_no_others_have_no_differences(a in plays(), b in plays()) {
        prop_assert!(of(&a, &a.clone()).is_empty());
        let changes = of(&a, &b);
        prop_assert_eq!(changes.is_empty(), a == b);
        prop_assert!(complete(&changes), "{:#?}", changes);
    }

    #[test]
    fn an_edit_is_told_by_its_id(a in plays(), what in 0..35_usize, at in any::<Index>()) {
        let mut b = a.clone();
        let Some((word, ids)) = edit(&mut b, what, at) else { return Ok(()) };
        prop_assert_ne!(&a, &b);
        let changes = of(&a, &b);
        prop_assert!(complete(&changes), "{:#?}", changes);
        let told = |change: &Change| {
            let id = change.about.id().unwrap_or_default();
            change.about.what() == word && (ids.is_empty() || ids.iter().any(|named| named == id))
        };
        prop_assert!(changes.iter().any(told), "{} {:?} {:#?}", word, ids, changes);
    }

    #[test]
    fn a_play_seen_from_the_other_side_has_the_mirrored_differences(a in plays(), b in plays()) {
        let (there, back) = (of(&a, &b), of(&b, &a));
        prop_assert_eq!(tally(&there, |kind| kind), tally(&back, ChangeKind::mirrored));
    }

    #[test]
    fn equal_plans_and_no_others_have_no_differences(a in plans(), b in plans()) {
        prop_assert!(plan(&a, &a.clone()).is_empty());
        let changes = plan(&a, &b);
        prop_assert_eq!(changes.is_empty(), a == b);
        prop_assert!(complete(&changes), "{:#?}", changes);
        // Calls have no ids: how many came and went is the same from both sides, which of several twins changed is not.
        let mirrored = plan(&b, &a);
        let (there, back) = (tally(&changes, |kind| kind), tally(&mirrored, ChangeKind::mirrored));
        for what in ["call", "event"] {
            for kind in [ChangeKind::Added, ChangeKind::Removed] {
                prop_assert_eq!(there.get(&(kind, what)), back.get(&(kind, what)));
            }
        }
    }

    #[test]
    fn equal_models_and_no_others_have_no_differences(a in models(), b in models()) {
        prop_assert!(changes_of_model(&a, &a.clone()).is_empty());
        let changes = changes_of_model(&a, &b);
        prop_assert_eq!(changes.is_empty(), a == b);
        prop_assert!(complete(&changes), "{:#?}", changes);
    }

    #[test]
    fn equal_shows_and_no_others_have_no_differences(a in any::<u64>(), b in any::<u64>()) {
        let (one, mut other) = (Random::new(a).show(), Random::new(b).show());
        let tell = |a: &Show, b: &Show| changes_of_show(a, b, &Names::default());
        prop_assert!(tell(&one, &one.clone()).is_empty());
        prop_assert_eq!(tell(&one, &other).is_empty(), one == other);
        prop_assert!(complete(&tell(&one, &other)), "{:#?}", tell(&one, &other));
        // Nearly the same: one item changed, and one more.
        other.items.clone_from(&one.items);
        other.items.insert(0, Random::new(b).item());
        if let Some(item) = other.items.last_mut() {
            *item = Random::new(b.wrapping_add(1)).item();
        }
        prop_assert_eq!(tell(&one, &other).is_empty(), one == other);
        prop_assert!(complete(&tell(&one, &other)), "{:#?}", tell(&one, &other));
    }

    #[test]
    fn whatever_is_changed_in_a_show_a_record_or_ink_is_told(seed in any::<u64>(), at in any::<Index>()) {
        let mut random = Random::new(seed);
        let (show, record, ink) = (random.show(), random.record(), random.ink());
        if let Some(other) = nudged(&show, at) {
            prop_assert_ne!(&show, &other);
            prop_assert!(!changes_of_show(&show, &other, &Names::default()).is_empty(), "{:#?}", other);
        }
        if let Some(other) = nudged(&record, at) {
            prop_assert_ne!(&record, &other);
            prop_assert!(!changes_of_record(&record, &other, &Names::default()).is_empty(), "{:#?}", other);
        }
        if let Some(other) = nudged(&ink, at) {
            prop_assert_ne!(&ink, &other);
            prop_assert!(!changes_of_ink(&ink, &other).is_empty(), "{:#?}", other);
        }
    }

    #[test]
    fn equal_records_and_ink_and_no_others_have_no_differences(a in any::<u64>(), b in any::<u64>()) {
        let (one, mut other) = (Random::new(a).record(), Random::new(b).record());
        let tell = |a: &WorkshopRecord, b: &WorkshopRecord| changes_of_record(a, b, &Names::default());
        prop_assert!(tell(&one, &one.clone()).is_empty());
        prop_assert_eq!(tell(&one, &other).is_empty(), one == other);
        prop_assert!(complete(&tell(&one, &other)), "{:#?}", tell(&one, &other));
        other = WorkshopRecord { judged: other.judged, guesses: other.guesses, ..one.clone() };
        prop_assert_eq!(tell(&one, &other).is_empty(), one == other);
        let (one, other) = (Random::new(a).ink(), Random::new(b).ink());
        prop_assert!(changes_of_ink(&one, &one.clone()).is_empty());
        prop_assert_eq!(changes_of_ink(&one, &other).is_empty(), one == other);
        prop_assert!(complete(&changes_of_ink(&one, &other)));
    }

    #[test]
    fn one_that_moved_gives_one_sentence(a in plays(), from in any::<Index>(), to in any::<Index>()) {
        if a.offense.is_empty() {
            return Ok(());
        }
        let mut b = a.clone();
        let one = b.offense.remove(from.index(a.offense.len()));
        b.offense.insert(to.index(a.offense.len()), one);
        prop_assert_eq!(of(&a, &b).len(), usize::from(a != b));
    }
}
