//! A moment of an act: the headline, the field with what to look at, and the caption.

use std::borrow::Cow;

use super::Drawing;
use super::guesses::{self, Guessed};
use super::page::Words;
use crate::model::Subject;
use crate::picture::field::{Stage, on_stage};
use crate::picture::layout::{Layout, Placed};
use crate::picture::pen::Look;
use crate::picture::view::Reading;
use crate::picture::{Align, Layer, Rect, Scene, View, Weight, font};
use crate::rules::words::{list, times};
use crate::show::{Act, Sight, Step};
use crate::timeline::Frame;

/// The field at the step's moment.
pub(super) fn draw(drawing: &Drawing<'_>, step: &Step, act: usize) -> Scene {
    let rest = if drawing.view.frame.is_none() { drawing.rundown.rest(drawing.step) } else { None };
    let Some(given) = drawing.view.frame.or(rest.as_ref()) else { return drawing.blank().finish() };
    let Some(act) = drawing.rundown.acts.get(act) else { return drawing.blank().finish() };
    let mut frame = given.clone();
    frame.focus.clone_from(&step.focus);
    let guessed = guesses::of(drawing, step, act);
    // What was guessed is about every lane.
    let lit = if guessed.is_empty() { lit(&frame) } else { Vec::new() };
    if !lit.is_empty() {
        frame.dim = 1.0;
    }
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
    guessed: &[Guessed<'_>],
    looks: bool,
) {
    let (page, theme) = (&drawing.page, stage.theme);
    let (row, look) = (page.look_at(), Look::bold(30.0 * page.point, theme.accent));
    let told = guesses::read_out(act, guessed);
    let named = look_at(stage.frame, act, &step.caption, row.width(), look).filter(|_| guessed.is_empty());
    let mut place = page.caption(looks && (named.is_some() || !guessed.is_empty()));
    if !guessed.is_empty() {
        guesses::legend(&mut stage.pen, drawing, guessed);
    } else if let Some(named) = &named {
        stage.pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, named, look);
    }
    if let Some(told) = told {
        let middle = 54.0f32.mul_add(page.point, place.min.y);
        let row = Rect::new(place.min.x, middle, place.max.x, place.max.y);
        let look = Look::regular(31.0 * page.point, theme.text_soft);
        let told = guesses::cut(&told, row.width(), look);
        stage.pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, &told, look);
        place.max.y = middle;
    }
    let said = said(drawing, step, act);
    let words = Words {
        text: &said,
        place,
        sizes: &[42.0, 38.0, 34.0, 31.0, 28.0],
        weight: Weight::Regular,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut stage.pen, &words);
}

/// The caption; where it says what the headline says at the end, what is run instead: nothing is read twice, and nothing
/// is told before it has happened.
fn said<'a>(drawing: &Drawing<'_>, step: &'a Step, act: &Act) -> Cow<'a, str> {
    let rest = drawing.rundown.rest(drawing.step);
    if rest.is_none_or(|rest| rest.headline != step.caption) {
        return Cow::Borrowed(&step.caption);
    }
    let title = &act.title;
    Cow::Owned(match act.down {
        Some(down) => format!("{title}, try {}.", down + 1),
        None if act.times > 1 => format!("{title}, {} in a row.", times(act.times as usize)),
        None => format!("{title}."),
    })
}

/// What to look at, by name: as many names as the line holds; nothing where the caption says it already.
fn look_at(frame: &Frame, act: &Act, caption: &str, room: f32, look: Look) -> Option<String> {
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
    if assumed.is_empty() && names.iter().all(|name| caption.contains(name.as_str())) {
        return None;
    }
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
