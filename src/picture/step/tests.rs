//! What a room must be able to read, and what must hold for every step.

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
use crate::play_file::Playbook;
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

/// How visible the ground won of a lane is: the opacity of what is filled with its colour there.
fn ground_of(scene: &Scene, lane: &str) -> f32 {
    let theme = Themes::Night.theme();
    let place =
        scene.targets.iter().find(|target| target.subject == Subject::Channel(lane.into())).unwrap().rect;
    let is_ground = |item: &&Item| match &item.shape {
        Shape::Rect { rect, fill: Some(fill), .. } => {
            *fill == theme.ground && place.overlaps(rect) && rect.width() > 50.0
        }
        _ => false,
    };
    scene.items.iter().find(is_ground).map_or(0.0, |item| item.opacity)
}

#[test]
fn what_to_look_at_stays_lit_and_is_named() {
    let step = first(|step| step.key.starts_with("exemplar/"));
    let nobody = Room::default();
    let look = |focus: Vec<Subject>| {
        let mut rundown = EVERYTHING.clone();
        rundown.steps[step].focus = focus;
        draw_step(&rundown, step, &view(&rundown, step, &nobody, HD), Themes::Night.theme())
    };
    let says = |scene: &Scene, wanted: &str| texts(scene).iter().any(|(run, _)| run.text.contains(wanted));
    let theme = Themes::Night.theme();
    let lit = |scene: &Scene, name: &str| {
        let (run, _) = texts(scene).into_iter().find(|(run, _)| run.text == name).unwrap();
        run.color == theme.offense_text || run.color == theme.defense_text
    };

    let all = look(Vec::new());
    assert_eq!(ground_of(&all, "skills"), 1.0);
    assert!(lit(&all, "Cloud hosting") && !says(&all, "Look at"));

    let lane = look(vec![Subject::Channel("skills".into())]);
    assert_eq!(ground_of(&lane, "skills"), 1.0);
    assert!(ground_of(&lane, "services") < 0.5);
    assert!(lit(&lane, "Handful of advocates") && lit(&lane, "Departmental silos"));
    assert!(!lit(&lane, "Cloud hosting"));
    assert!(says(&lane, "Look at: Skills & capabilities"));

    let player = look(vec![Subject::Player("service-team".into()), Subject::Player("user-research".into())]);
    assert!(lit(&player, "Service redesign team") && !lit(&player, "Cloud hosting"));
    assert!(says(&player, "Look at: Service redesign team and User research"));

    let fight = look(vec![Subject::HeadToHead("statutory-guidance".into())]);
    assert!(lit(&fight, "Service redesign team") && lit(&fight, "40-page statutory guidance"));
    assert!(!lit(&fight, "Waterfall procurement"));
    assert!(says(&fight, "Service redesign team") && says(&fight, "against 40-page statutory guidance"));

    let play = Playbook::built_in().find("exemplar").unwrap().play().unwrap().clone();
    let assumed = look(vec![Subject::Assumption(play.assumptions[0].id.clone())]);
    assert!(says(&assumed, &format!("We assume: {}", play.assumptions[0].text)));
    assert_eq!(ground_of(&assumed, "skills"), 1.0);
}

#[test]
fn marks_of_guesses_leave_the_front_in_view_and_say_how_far_off_they_were() {
    let theme = Themes::Night.theme();
    let is_end =
        |step: &crate::show::Step| step.key.starts_with("exemplar/") && step.phase == Some(Phase::ReadOut);
    let guessing = first(|step| step.key == "exemplar/guess");
    for (step, groups) in
        [(guessing, 1), (guessing, 6), (first(is_end), 0), (first(is_end), 3), (first(is_end), 6)]
    {
        let scene = drawn(HD, &room(groups), step);
        let rects = |color| {
            let rects = scene.items.iter().filter_map(move |item| match &item.shape {
                Shape::Rect { rect, fill: Some(fill), .. } if *fill == color => Some(*rect),
                Shape::Polygon { points, fill: Some(fill), .. } if *fill == color => {
                    let start = Rect { min: points[0], max: points[0] };
                    Some(points.iter().fold(start, |rect, at| Rect {
                        min: Point { x: rect.min.x.min(at.x), y: rect.min.y.min(at.y) },
                        max: Point { x: rect.max.x.max(at.x), y: rect.max.y.max(at.y) },
                    }))
                }
                _ => None,
            });
            rects.collect::<Vec<_>>()
        };
        let fronts: Vec<Rect> = rects(theme.front).into_iter().filter(|rect| rect.height() > 60.0).collect();
        assert_eq!(fronts.len(), 5);
        for group in 0..groups.max(1) {
            let marks = rects(theme.groups[group]);
            // One on each lane, and one in the legend.
            assert_eq!(marks.len(), 6, "group {group} of {groups}");
            for mark in &marks {
                assert!(fronts.iter().all(|front| !front.overlaps(mark)), "{mark:?}");
            }
        }
    }
    let said = |room: &Room, reveals: bool| {
        let step = first(is_end);
        let view = StepView { reveals, ..view(&EVERYTHING, step, room, HD) };
        let scene = draw_step(&EVERYTHING, step, &view, theme);
        texts(&scene).iter().map(|(run, _)| run.text.clone()).collect::<Vec<_>>()
    };
    let one = said(&room(0), true);
    assert!(
        one.iter().any(|text| text.starts_with("The room: 9 yards too many in Governance & funding")),
        "{one:?}"
    );
    assert!(one.contains(&"+9".to_owned()) && one.contains(&"−6".to_owned()), "{one:?}");
    let six = said(&room(6), true);
    assert!(six.iter().any(|text| text.contains("came closest, ")), "{six:?}");
    assert!(
        !said(&room(6), false).iter().any(|text| text.contains("came closest") || text.contains("Finance"))
    );
}

#[test]
fn cards_say_what_the_room_said() {
    let said = |wanted: fn(&Card) -> bool, room: &Room| {
        let step = first(|step| matches!(&step.sight, Sight::Card(card) if wanted(card)));
        let scene = drawn(HD, room, step);
        texts(&scene).iter().map(|(run, _)| run.text.clone()).collect::<Vec<_>>()
    };
    let has = |said: &[String], wanted: &str| said.iter().any(|text| text.contains(wanted));

    let section = said(|card| *card == Card::Section, &Room::default());
    assert!(has(&section, "Part 1 of 2") && has(&section, "The field"));
    let decide = said(|card| *card == Card::Decide, &room(2));
    assert!(has(&decide, "Governance reset comes first, in January."));
    assert!(has(&said(|card| *card == Card::Decide, &Room::default()), "Nothing is written down yet."));
    let missing = said(|card| *card == Card::Missing, &Room::default());
    assert!(has(&missing, "This cannot be shown now.") && has(&missing, "nowhere"));
    let calls = said(|card| matches!(card, Card::Calls { .. }), &room(3));
    assert!(has(&calls, "Governance reset") && has(&calls, "Finance"));
    assert!(has(&calls, "▶ 30 of 100, 2 out on its own") && has(&calls, "?"));

    let mut moved = Room::default();
    moved.fronts.insert(ChannelId::from("services"), 63.0);
    let fronts = said(|card| *card == Card::Fronts, &moved);
    assert!(has(&fronts, "63") && has(&fronts, "Where are we today?"));
}

#[test]
fn a_comparison_says_how_far_each_has_come() {
    let two = first(|step| matches!(&step.sight, Sight::Compare { acts } if acts.len() == 2));
    let Sight::Compare { acts } = &EVERYTHING.steps[two].sight else { panic!() };
    let scene = drawn(HD, &Room::default(), two);
    for act in acts {
        let act = &EVERYTHING.acts[*act];
        let spot = format!("{} of 100", act.timeline.frame(f64::MAX).run.spot.round() as i64);
        assert!(texts(&scene).iter().any(|(run, _)| run.text == spot), "{spot}");
        assert!(texts(&scene).iter().any(|(run, _)| run.text == act.title), "{}", act.title);
    }
}

#[test]
fn the_overview_holds_the_chosen_step_and_stays_legible() {
    for count in [0, 1, 6, 80] {
        let mut rundown = EVERYTHING.clone();
        while rundown.steps.len() < count {
            rundown.steps.extend_from_within(..);
        }
        rundown.steps.truncate(count);
        for size in SIZES {
            for chosen in [0, count / 2, count.saturating_sub(1)] {
                let (scene, cells) = draw_overview(&rundown, chosen, size, Themes::Paper.theme());
                readable(&scene, "overview").unwrap();
                check(&scene).unwrap();
                assert!(count == 0 || cells.iter().any(|(step, _)| *step == chosen), "{chosen} of {count}");
                for (at, (_, cell)) in cells.iter().enumerate() {
                    assert!(cells[..at].iter().all(|(_, other)| !other.overlaps(cell)));
                    assert!(
                        cell.min.x >= 0.0 && cell.max.x <= size.0 && cell.max.y <= size.1 + 0.5,
                        "{cell:?}"
                    );
                }
            }
        }
    }
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

fn ink(form: InkForm, points: &[(f32, f32)]) -> InkStroke {
    InkStroke { pen: PenColor::Blue, width: PenWidth::Thick, form, points: points.to_vec() }
}

#[test]
fn ink_is_drawn_where_the_hand_went() {
    let theme = Themes::Night.theme();
    let strokes = [
        ink(InkForm::Free, &[(0.1, 0.1), (0.2, 0.15), (0.3, 0.1), (f32::NAN, 0.0)]),
        ink(InkForm::Arrow, &[(0.5, 0.5), (0.6, 0.9), (0.7, 0.5)]),
        ink(InkForm::Circle, &[(0.2, 0.6), (0.4, 0.9)]),
        ink(InkForm::Free, &[(0.9, 0.9)]),
        ink(InkForm::Arrow, &[]),
    ];
    let pixels = rasterize(&draw_ink(&strokes, HD, theme), 1.0).unwrap();
    let is_ink = |x: f32, y: f32| {
        let at = ((y * 1080.0) as usize * 1920 + (x * 1920.0) as usize) * 4;
        let ink = theme.pens[PenColor::Blue as usize];
        pixels.rgba[at..at + 3] == [ink.r, ink.g, ink.b]
    };
    for (x, y) in [(0.1, 0.1), (0.2, 0.1375), (0.6, 0.5), (0.69, 0.5), (0.3, 0.6), (0.2, 0.75), (0.9, 0.9)] {
        assert!(is_ink(x, y), "{x} {y}");
    }
    // An arrow goes straight, a circle is empty, and a hand's corners are round.
    for (x, y) in [(0.6, 0.9), (0.3, 0.75), (0.2, 0.152)] {
        assert!(!is_ink(x, y), "{x} {y}");
    }
}

#[test]
fn a_light_leaves_its_place_as_it_is_and_darkens_the_rest() {
    let step = first(|step| step.key.starts_with("exemplar/"));
    let nobody = Room::default();
    for theme in Themes::ALL.map(Themes::theme) {
        let at = Point { x: 800.0, y: 400.0 };
        let [plain, lit] = [None, Some(at)].map(|spotlight| {
            let view = StepView { spotlight, ..view(&EVERYTHING, step, &nobody, HD) };
            rasterize(&draw_step(&EVERYTHING, step, &view, theme), 1.0).unwrap()
        });
        let sum = |pixels: &crate::picture::Pixels, x: usize, y: usize| {
            let at = (y * 1920 + x) * 4;
            pixels.rgba[at..at + 3].iter().map(|part| u32::from(*part)).sum::<u32>()
        };
        for (x, y) in [(800, 400), (700, 440), (900, 300)] {
            assert_eq!(sum(&plain, x, y), sum(&lit, x, y));
        }
        for (x, y) in [(300, 250), (1800, 900), (1300, 620), (800, 900)] {
            let (before, after) = (sum(&plain, x, y), sum(&lit, x, y));
            assert!(after < before || before < 60, "{}: {before} {after}", theme.name);
        }
    }
}

#[test]
fn no_sentence_is_read_twice() {
    for (step, this) in EVERYTHING.steps.iter().enumerate() {
        let scene = drawn(HD, &Room::default(), step);
        let mut said: Vec<String> = Vec::new();
        for (run, _) in texts(&scene).iter().filter(|(run, _)| run.text.chars().count() > 36) {
            assert!(!said.contains(&run.text), "{}: {}", this.key, run.text);
            said.push(run.text.clone());
        }
    }
    let fourth = first(|step| step.key == "exemplarx4/3");
    let scene = drawn(HD, &Room::default(), fourth);
    assert!(texts(&scene).iter().any(|(run, _)| run.text == "Exemplar, four times in a row."));
}

#[test]
fn names_in_sentences_fit_their_line() {
    let step = first(|step| step.key.starts_with("exemplar/"));
    let mut rundown = EVERYTHING.clone();
    let play = Playbook::built_in().find("exemplar").unwrap().play().unwrap().clone();
    let all =
        play.offense.iter().map(|player| &player.id).chain(play.defense.iter().map(|player| &player.id));
    rundown.steps[step].focus = all.cloned().map(Subject::Player).collect();
    let nobody = Room::default();
    let scene = draw_step(&rundown, step, &view(&rundown, step, &nobody, HD), Themes::Night.theme());
    let all = texts(&scene);
    let (line, _) = all.iter().find(|(run, _)| run.text.starts_with("Look at: ")).unwrap();
    assert!(line.text.ends_with(" more"), "{}", line.text);
    assert!(font::width(&line.text, line.size, line.weight) <= HD.0 - 64.0);
}
