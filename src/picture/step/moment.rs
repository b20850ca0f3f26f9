//! A moment of an act: the headline, the field with what to look at, and the caption.

use super::Drawing;
use super::guesses::{self, Guessed};
use super::page::Words;
use crate::model::Subject;
use crate::picture::field::{Stage, on_stage};
use crate::picture::layout::{Layout, Placed};
use crate::picture::pen::Look;
use crate::picture::view::Reading;
use crate::picture::{Align, Layer, Rect, Scene, View, Weight, font};
use crate::rules::words::list;
use crate::show::{Act, Sight, Step};
use crate::timeline::Frame;

/// The field at the step's moment.
pub(super) fn draw(drawing: &Drawing<'_>, step: &Step, act: usize) -> Scene {
    let rest = if drawing.view.frame.is_none() { drawing.rundown.rest(drawing.step) } else { None };
    let Some(given) = drawing.view.frame.or(rest.as_ref()) else { return drawing.blank().finish() };
    let Some(act) = drawing.rundown.acts.get(act) else { return drawing.blank().finish() };
    let mut frame = given.clone();
    frame.focus.clone_from(&step.focus);
    let lit = lit(&frame);
    if !lit.is_empty() {
        frame.dim = 1.0;
    }
    let guessed = guesses::of(drawing, step, act);
    let looks = looks(drawing, act) || !guessed.is_empty();
    let view = plain_view(drawing);
    let placed = Placed {
        area: drawing.page.middle(looks),
        point: drawing.page.point,
        strip: guesses::strip(
            &guessed,
            drawing.page.point,
            &drawing.page.middle(looks),
            frame.channels.len(),
        ),
    };
    let layout = Layout::for_room(&frame, &view, drawing.theme, &placed);
    let mut stage = Stage::new(&frame, &view, drawing.theme, layout);
    stage.lit = lit;
    stage.reading = Reading::Room { per_cent: drawing.view.per_cent };
    backdrop(&mut stage);
    guesses::draw(&mut stage, drawing, &guessed);
    on_stage(&mut stage);
    stage.pen.scene().field = stage.layout.field;
    headline(drawing, &mut stage, &frame.headline);
    caption(drawing, &mut stage, step, act, &guessed, looks);
    stage.pen.finish()
}

/// The view of the field, for layouts.
pub(super) fn plain_view(drawing: &Drawing<'_>) -> View {
    View {
        size: drawing.view.size,
        from_yard: drawing.view.from_yard,
        to_yard: drawing.view.to_yard,
        text_scale: 1.0,
        standalone: false,
        hovered: None,
        selected: None,
    }
}

pub(super) fn backdrop(stage: &mut Stage) {
    let (width, height) = stage.view.size;
    let color = stage.theme.backdrop;
    stage.pen.on(Layer::Turf, 1.0).fill(Rect::new(0.0, 0.0, width, height), 0.0, color);
}

/// What stands out while a step is about its focus: all that belongs to it. A condition has no place on the field.
fn lit(frame: &Frame) -> Vec<Subject> {
    let mut lit: Vec<Subject> = Vec::new();
    for subject in &frame.focus {
        match subject {
            Subject::Play | Subject::Assumption(_) => {}
            Subject::Player(_) => lit.push(subject.clone()),
            Subject::Channel(id) => {
                lit.push(subject.clone());
                let lane = frame.model.index_of(id);
                let tokens = frame.tokens.iter().filter(|token| Some(token.channel) == lane);
                lit.extend(tokens.map(|token| Subject::Player(token.id.clone())));
                let gone = frame.gone_round.iter().filter(|gone| Some(gone.channel) == lane);
                lit.extend(gone.map(|gone| Subject::Player(gone.id.clone())));
            }
            Subject::HeadToHead(defender) => {
                lit.push(subject.clone());
                lit.push(Subject::Player(defender.clone()));
                let battles = frame.battles.iter().filter(|battle| battle.defender == *defender);
                lit.extend(battles.flat_map(|battle| &battle.offense).cloned().map(Subject::Player));
            }
        }
    }
    lit
}

/// Whether any step of the act names what to look at: the caption stands where it stands in all of them.
fn looks(drawing: &Drawing<'_>, act: &Act) -> bool {
    let steps = &drawing.rundown.steps;
    let of_act = |step: &&Step| {
        let other = step.act().and_then(|other| drawing.rundown.acts.get(other));
        other.is_some_and(|other| other.stem == act.stem)
    };
    steps
        .iter()
        .filter(of_act)
        .any(|step| !step.focus.is_empty() || matches!(step.sight, Sight::Guess { .. }))
}

fn headline(drawing: &Drawing<'_>, stage: &mut Stage, text: &str) {
    let words = Words {
        text,
        place: drawing.page.header(),
        sizes: &[46.0, 42.0, 38.0, 36.0, 32.0, 28.0],
        weight: Weight::Bold,
        color: stage.theme.text,
        down: 0.5,
    };
    drawing.page.write(&mut stage.pen, &words);
}

fn caption(
    drawing: &Drawing<'_>,
    stage: &mut Stage,
    step: &Step,
    act: &Act,
    guessed: &[Guessed],
    looks: bool,
) {
    let (page, theme) = (&drawing.page, stage.theme);
    let read_out = guesses::read_out(drawing, act, guessed);
    let text = match &read_out {
        Some(told) => told.as_str(),
        None => step.caption.as_str(),
    };
    let words = Words {
        text,
        place: page.caption(looks),
        sizes: &[42.0, 38.0, 34.0, 31.0, 28.0],
        weight: Weight::Regular,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut stage.pen, &words);
    if !guessed.is_empty() {
        guesses::legend(&mut stage.pen, drawing, guessed);
        return;
    }
    let row = page.look_at();
    let look = Look::bold(30.0 * page.point, theme.accent);
    if let Some(told) = look_at(stage.frame, act, row.width(), look) {
        stage.pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, &told, look);
    }
}

/// What to look at, by name: as many names as the line holds.
fn look_at(frame: &Frame, act: &Act, room: f32, look: Look) -> Option<String> {
    let player = |id: &crate::model::PlayerId| {
        let token = frame.tokens.iter().find(|token| token.id == *id).map(|token| token.name.as_str());
        let gone = || frame.gone_round.iter().find(|gone| gone.id == *id).map(|gone| gone.name.as_str());
        token.or_else(gone)
    };
    let fights = frame.focus.iter().filter(|subject| matches!(subject, Subject::HeadToHead(_))).count();
    let mut names: Vec<String> = Vec::new();
    let mut assumed: Vec<String> = Vec::new();
    for subject in &frame.focus {
        match subject {
            Subject::Play => {}
            Subject::Channel(id) => {
                let lane = frame.model.index_of(id).and_then(|lane| frame.channel(lane));
                names.extend(lane.map(|channel| channel.name.clone()));
            }
            Subject::Player(id) => names.extend(player(id).map(str::to_owned)),
            Subject::HeadToHead(id) => {
                let Some(defender) = player(id) else { continue };
                let battles = frame.battles.iter().filter(|battle| battle.defender == *id);
                let offense: Vec<&str> =
                    battles.flat_map(|battle| &battle.offense).filter_map(player).collect();
                names.push(if fights == 1 && !offense.is_empty() {
                    format!("{} against {defender}", list(&offense, "and"))
                } else {
                    defender.to_owned()
                });
            }
            Subject::Assumption(id) => {
                let assumptions = act.lineup.play.assumptions.iter();
                assumed.extend(assumptions.filter(|known| known.id == *id).map(|known| known.text.clone()));
            }
        }
    }
    names.dedup();
    let fits = |text: &str| look.width(text) <= room;
    if names.is_empty() {
        let told = format!("We assume: {}", assumed.join(" "));
        return (!assumed.is_empty()).then(|| font::elide(&told, look.size, look.weight, room));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut told = format!("Look at: {}", list(&names, "and"));
    for kept in (1..names.len()).rev() {
        if fits(&told) {
            break;
        }
        let rest = names.len() - kept;
        told = format!("Look at: {} and {rest} more", names.get(..kept).unwrap_or_default().join(", "));
    }
    let with = format!("{told}. We assume: {}", assumed.join(" "));
    if !assumed.is_empty() && fits(&with) {
        told = with;
    }
    Some(font::elide(&told, look.size, look.weight, room))
}
