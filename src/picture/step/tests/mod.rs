//! What a room must be able to read, and what must hold for every step.

mod laid_over;
mod saying;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::*;
use crate::model::{
    AssumptionId, ChannelId, Guess, InkForm, PenColor, PenWidth, Phase, PlayerId, Show, ShowItem,
    StartFronts, Subject,
};
use crate::picture::fixture::{frames, main_screen, token};
use crate::picture::tests::{check, texts};
use crate::picture::{Item, Shape, Themes, font, rasterize};
use crate::play_file::{Document, Playbook};
use crate::show::{Called, Card, Group, InPlaybook, Program};

const HD: (f32, f32) = (1920.0, 1080.0);
const SIZES: [(f32, f32); 6] =
    [HD, (1280.0, 720.0), (3840.0, 2160.0), (1024.0, 768.0), (800.0, 600.0), (600.0, 900.0)];

/// Every play and plan that ships, every kind of card, and comparisons of two and of four.
fn programme() -> Program {
    let book = Playbook::built_in();
    let section = |title: &str, text: Option<&str>| ShowItem::Section {
        title: title.into(),
        text: text.map(str::to_owned),
        notes: None,
        minutes: None,
    };
    let plays: Vec<_> = book.plays().map(|(entry, _)| entry.stem.as_ref().into()).collect();
    let plans: Vec<_> = book
        .entries
        .iter()
        .filter(|entry| entry.game_plan().is_some())
        .map(|entry| entry.stem.as_ref().into())
        .collect();
    let compare = |count: usize| ShowItem::Compare {
        of: plans.iter().take(count).cloned().collect(),
        title: None,
        notes: None,
        minutes: None,
    };
    let mut items = vec![
        section("The field", Some("Every lane is one part of how the organisation works.")),
        ShowItem::Fronts { title: None, notes: None, minutes: None },
        ShowItem::Calls {
            title: None,
            text: None,
            plays: plays.clone(),
            calls: 4,
            notes: None,
            minutes: None,
        },
        section("What would you do instead, with the same people, the same money and the same year?", None),
        compare(2),
        compare(4),
        ShowItem::Decide { title: None, text: Some("One sentence.".into()), notes: None, minutes: None },
    ];
    items.extend(plays.into_iter().chain(["nowhere".into()]).map(|play| ShowItem::Play {
        play,
        title: None,
        times: vec![1, 4, 10],
        guess: true,
        notes: None,
        minutes: None,
    }));
    items.extend(plans.iter().cloned().map(|plan| ShowItem::Plan {
        plan,
        title: None,
        guess: true,
        notes: None,
        minutes: None,
    }));
    let show = Show {
        format: 1,
        title: "Everything".into(),
        summary: None,
        minutes: None,
        start: StartFronts::All(20.0),
        items,
    };
    Program::Show("everything".into(), Arc::new(show))
}

static EVERYTHING: LazyLock<Rundown> =
    LazyLock::new(|| Rundown::new(&programme(), &InPlaybook(Playbook::built_in()), &Room::default(), None));

static EXEMPLAR: LazyLock<Rundown> = LazyLock::new(|| {
    let program = Program::Files(vec!["exemplar".into()]);
    Rundown::new(&program, &InPlaybook(Playbook::built_in()), &Room::default(), None)
});

/// Rooms of none to six groups.
static ROOMS: LazyLock<Vec<Room>> = LazyLock::new(|| (0..=6).map(room).collect());

/// A room of so many groups that has guessed everything, called plays and decided.
fn room(groups: usize) -> Room {
    let names = ["Table one", "Finance", "Service heads", "A table with a rather long name", "IT", "Board"];
    let mut room = Room::default();
    room.groups.extend(names.iter().take(groups).map(|name| Group { name: (*name).to_owned() }));
    for act in &EVERYTHING.acts {
        for group in 0..groups.max(1) {
            let channels = act.model().channels.iter().enumerate();
            let yards =
                channels.map(|(at, channel)| (channel.id.clone(), ((at * 3 + group * 2) % 11) as f64));
            room.guess(Guess {
                of: (*act.stem).into(),
                times: act.times,
                group: room.group_name(group),
                yards: yards.collect(),
                came_to: BTreeMap::new(),
            });
        }
    }
    for group in 0..groups {
        let plays = ["exemplar", "governance-reset", "not-there"].map(Into::into).to_vec();
        room.called.push(Called { group, plays, result: Some((28.0 + group as f64, group as f64)) });
    }
    room.decisions = vec![
        "Governance reset comes first, in January.".into(),
        "Nobody starts a fourth exemplar before procurement has changed. ".repeat(4),
    ];
    room
}

fn view<'a>(rundown: &Rundown, step: usize, room: &'a Room, size: (f32, f32)) -> StepView<'a> {
    let (from_yard, to_yard) = step_window(rundown, step);
    StepView {
        size,
        from_yard,
        to_yard,
        frame: None,
        room,
        reveals: true,
        ink: &[],
        spotlight: None,
        per_cent: false,
    }
}

fn point(size: (f32, f32)) -> f32 {
    (size.0 / 1920.0).min(size.1 / 1080.0)
}

/// The smallest text of a picture, measured at 1920 by 1080.
fn smallest(scene: &Scene) -> Option<(f32, String)> {
    let sized = texts(scene).into_iter().map(|(run, _)| (run.size / point(scene.size), run.text.clone()));
    sized.min_by(|a, b| a.0.total_cmp(&b.0))
}

fn readable(scene: &Scene, what: &str) -> Result<(), TestCaseError> {
    if let Some((size, text)) = smallest(scene) {
        prop_assert!(size > 27.99, "{what}: {text:?} has {size}");
    }
    Ok(())
}

fn drawn(size: (f32, f32), room: &Room, step: usize) -> Scene {
    draw_step(&EVERYTHING, step, &view(&EVERYTHING, step, room, size), Themes::Night.theme())
}

/// The place of the first step of which this holds.
fn first(wanted: impl Fn(&crate::show::Step) -> bool) -> usize {
    EVERYTHING.steps.iter().position(wanted).unwrap()
}

#[test]
fn every_step_of_what_ships_is_read_from_six_metres_and_nothing_covers_anything() {
    let rooms = [Room::default(), room(0), room(3), room(6)];
    for size in SIZES {
        for step in 0..EVERYTHING.steps.len() {
            let key = &EVERYTHING.steps[step].key;
            for (at, room) in rooms.iter().enumerate() {
                let what = format!("{key} at {size:?}, room {at}");
                let scene = drawn(size, room, step);
                readable(&scene, &what).unwrap();
                check(&scene).unwrap_or_else(|error| panic!("{what}: {error}"));
            }
        }
    }
}

#[test]
fn every_shipped_show_is_read_from_six_metres_in_every_theme() {
    let book = Playbook::built_in();
    let shows = book.entries.iter().filter_map(|entry| match entry.document.as_ref()? {
        Document::Show(show) => Some((Arc::clone(&entry.stem), Arc::clone(show))),
        _ => None,
    });
    let mut count = 0;
    for (stem, show) in shows {
        count += 1;
        let program = Program::Show(Arc::clone(&stem), show);
        let rundown = Rundown::new(&program, &InPlaybook(book), &Room::default(), None);
        assert!(rundown.items.iter().all(|item| item.stale.is_none()), "{stem}");
        for (step, this) in rundown.steps.iter().enumerate() {
            assert_ne!(this.sight, Sight::Card(Card::Missing), "{stem}: {}", this.caption);
            for theme in Themes::ALL.map(Themes::theme) {
                let scene = draw_step(&rundown, step, &view(&rundown, step, &ROOMS[3], HD), theme);
                let what = format!("{stem}: {}", this.key);
                readable(&scene, &what).unwrap();
                check(&scene).unwrap_or_else(|error| panic!("{what}: {error}"));
            }
        }
    }
    assert!(count > 0);
}

#[test]
fn every_moment_between_two_steps_is_read_from_six_metres() {
    for (step, this) in EVERYTHING.steps.iter().enumerate() {
        let Sight::Moment { from_secs, at_secs, .. } = this.sight else { continue };
        for share in [0.0, 0.3, 0.55, 0.8] {
            let frame = EVERYTHING.frame(step, (at_secs - from_secs).mul_add(share, from_secs));
            let nobody = Room::default();
            let view = StepView { frame: frame.as_ref(), ..view(&EVERYTHING, step, &nobody, HD) };
            let scene = draw_step(&EVERYTHING, step, &view, Themes::Paper.theme());
            let what = format!("{} after {share}", this.key);
            readable(&scene, &what).unwrap();
            check(&scene).unwrap_or_else(|error| panic!("{what}: {error}"));
        }
    }
}

#[test]
fn channels_are_named_and_yards_are_large_in_every_step() {
    for (step, this) in EVERYTHING.steps.iter().enumerate() {
        let Some(frame) = EVERYTHING.rest(step) else { continue };
        for size in [HD, (1280.0, 720.0)] {
            let scene = drawn(size, &room(6), step);
            let large: Vec<(f32, String)> =
                texts(&scene).iter().map(|(run, _)| (run.size / point(size), run.text.clone())).collect();
            for (lane, channel) in frame.channels.iter().enumerate() {
                let yards = (channel.front.round() as i64).to_string();
                let is_there = large.iter().any(|(size, text)| *text == yards && *size > 43.99);
                assert!(is_there, "{}: {yards} of lane {lane}", this.key);
                let name = crate::picture::layout::two_levels(&frame.channel(lane).unwrap().name).0;
                assert!(
                    large.iter().any(|(size, text)| text == name && *size > 27.99),
                    "{}: {name}",
                    this.key
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn any_frame_is_read_from_six_metres(frame in frames(200), focus in 0usize..6, size in prop::sample::select(SIZES.to_vec()),
        from in -3.0f64..70.0, span in 20.0f64..106.0, groups in 0usize..=6, per_cent: bool) {
        let mut frame = frame;
        let mut rundown = EXEMPLAR.clone();
        let step = rundown.steps.len() - 1;
        rundown.steps[step].focus = match focus {
            0 => Vec::new(),
            1 => vec![Subject::Channel("c0".into()), Subject::Channel("c1".into())],
            2 => vec![Subject::Player(PlayerId::from("p3")), Subject::Player(PlayerId::from("g1"))],
            3 => frame.battles.iter().map(|battle| Subject::HeadToHead(battle.defender.clone())).collect(),
            4 => frame.tokens.iter().map(|token| Subject::Player(token.id.clone())).collect(),
            _ => vec![Subject::Assumption(AssumptionId::from("nothing")), Subject::Play],
        };
        frame.headline = "A sentence that goes on and on, about what has come of it and of the rest. ".repeat(focus);
        let room = &ROOMS[groups];
        let view = StepView { size, from_yard: from, to_yard: from + span, frame: Some(&frame), per_cent, ..view(&rundown, step, room, size) };
        let scene = draw_step(&rundown, step, &view, Themes::Contrast.theme());
        readable(&scene, "frame")?;
        check(&scene)?;
    }
}

#[test]
fn nine_channels_and_a_hundred_players_a_side_give_way_and_are_never_small() {
    let mut frame = main_screen();
    let channel = frame.model.channels[0].clone();
    let mut model = (*frame.model).clone();
    model.channels = (0..9)
        .map(|at| crate::model::Channel { id: format!("c{at}").as_str().into(), ..channel.clone() })
        .collect();
    frame.model = Arc::new(model);
    frame.channels = (0..9).map(|at| frame.channels[at % 3].clone()).collect();
    frame.tokens = (0..200)
        .map(|at| {
            let side = if at < 100 { crate::model::Side::Offense } else { crate::model::Side::Defense };
            token(&format!("p{at}"), side, "A team with a name", at % 9, 20.0 + (at % 17) as f64)
        })
        .collect();
    let step = first(|step| step.phase == Some(Phase::Battles));
    let nobody = Room::default();
    let view = StepView { frame: Some(&frame), ..view(&EVERYTHING, step, &nobody, HD) };
    let scene = draw_step(&EVERYTHING, step, &view, Themes::Night.theme());
    readable(&scene, "a crowd").unwrap();
    check(&scene).unwrap();
    let names = texts(&scene).iter().filter(|(run, _)| run.text == "Products").count();
    assert_eq!(names, 9);
    let players = scene.targets.iter().filter(|target| matches!(target.subject, Subject::Player(_))).count();
    assert_eq!(players, 201);
}

#[test]
fn the_field_stands_still_through_an_act() {
    let field = |step: usize| {
        let scene = drawn(HD, &Room::default(), step);
        (scene.field, step_window(&EVERYTHING, step))
    };
    for pair in 1..EVERYTHING.steps.len() {
        let (before, after) = (&EVERYTHING.steps[pair - 1], &EVERYTHING.steps[pair]);
        if let (Some(one), Some(other)) = (before.act(), after.act())
            && EVERYTHING.acts[one].stem == EVERYTHING.acts[other].stem
            && EVERYTHING.acts[one].times == EVERYTHING.acts[other].times
        {
            assert_eq!(field(pair - 1), field(pair), "{} and {}", before.key, after.key);
        }
    }
}

#[test]
fn chances_are_bars_without_numbers_unless_asked_for() {
    let step = first(|step| step.key.starts_with("exemplar/") && step.phase == Some(Phase::Battles));
    let nobody = Room::default();
    let has = |per_cent: bool| {
        let view = StepView { per_cent, ..view(&EVERYTHING, step, &nobody, HD) };
        let scene = draw_step(&EVERYTHING, step, &view, Themes::Night.theme());
        let bars = scene.targets.iter().any(|target| matches!(target.subject, Subject::HeadToHead(_)));
        assert!(bars);
        texts(&scene).iter().any(|(run, _)| run.text.contains('%'))
    };
    assert!(!has(false));
    assert!(has(true));
}

#[test]
fn what_is_not_there_is_an_empty_picture() {
    let scene = drawn(HD, &Room::default(), 10_000);
    assert_eq!(scene.items.len(), 1);
    assert_eq!(step_window(&EVERYTHING, 10_000), (-3.0, 103.0));
    for size in [(0.0, 0.0), (f32::NAN, 3.0), (1.0, 5000.0)] {
        for step in 0..20 {
            let _ = drawn(size, &room(6), step);
        }
    }
}
