//! What is lit, named and said.

use super::*;

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
