//! How large players are drawn: with full names, short forms, or as plain marks.
//!
//! A piece comes in and is measured in one form; which form a lane can hold, and where its pieces stand, is for
//! [`tokens`](super::tokens).

use super::layout::within;
use super::tokens::{Kind, Piece};
use super::{Rect, Weight, battles, font};

/// How large players are drawn, in lane units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// Full names, on two lines if need be.
    Full,
    /// Full names on one line, cut.
    Cut,
    /// Short forms in pills of this height.
    Short(f32),
    /// Marks of this height.
    Mark(f32),
}

pub(super) const FORMS: [Form; 8] = [
    Form::Full,
    Form::Cut,
    Form::Short(20.0),
    Form::Short(15.0),
    Form::Mark(9.0),
    Form::Mark(6.0),
    Form::Mark(4.0),
    Form::Mark(2.5),
];

/// What pieces are measured by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(super) unit: f32,
    /// The least size of text.
    pub(super) least: f32,
    /// Whether chances are written out.
    pub(super) per_cent: bool,
}

/// How high a pill must be for text of size 1.
pub(super) const PILL: f32 = 1.2;
/// How high it should be.
const ROOMY: f32 = 1.55;

pub(super) fn height(form: Form, lane: f32, scale: Scale) -> f32 {
    let Scale { unit, least, .. } = scale;
    let readable = least * ROOMY;
    match form {
        Form::Full => {
            within((lane - 14.0 * unit) / 3.0, 21.0 * unit, 30.0 * unit).max(readable).min(lane * 0.9)
        }
        Form::Cut => (22.0 * unit).max(readable).min(lane * 0.9),
        Form::Short(height) => (height * unit).max(readable).min(lane * 0.9),
        Form::Mark(height) => (height * unit).min(lane * 0.9),
    }
}

/// Measures a piece in one form; its rectangle starts at zero.
pub(super) fn shape(piece: &mut Piece, form: Form, height: f32, scale: Scale) {
    let Scale { unit, least, per_cent } = scale;
    let for_room = least > 0.0;
    piece.lines.clear();
    let weight = match piece.kind {
        Kind::GoneRound { age: 0 } => Weight::Regular,
        _ => Weight::Bold,
    };
    // What festers grows heavier.
    let grown = if matches!(piece.kind, Kind::GoneRound { age } if age >= 4) { 1.12 } else { 1.0 };
    let size = ((height * 0.5).min(13.5 * unit) * grown).max(least);
    piece.look = (size, weight);
    piece.named = matches!(form, Form::Full | Form::Cut);
    match form {
        Form::Full => {
            let most = if for_room { 17.0 * least } else { 215.0 * unit };
            let name = font::width(piece.name, size, weight);
            if piece.contest.is_some() || for_room {
                // Its foot is taken, or two lines would be too small: the name has one.
                piece.lines.push(font::elide(piece.name, size, weight, most * 1.3));
            } else if name <= most {
                piece.lines.push(piece.name.to_owned());
            } else {
                let size = (height * 0.385).min(12.0 * unit);
                piece.look = (size, weight);
                let half = font::width(piece.name, size, weight) * 0.56;
                piece.lines = font::wrap(piece.name, size, weight, within(half, 90.0 * unit, most), 2);
            }
        }
        Form::Cut => {
            let room = if for_room { 10.0 * least } else { 150.0 * unit };
            piece.lines.push(font::elide(piece.name, size, weight, room));
        }
        Form::Short(_) => {
            let room = (46.0 * unit).max(least * 2.4);
            piece.lines.push(font::elide(&piece.short, size, weight, room));
        }
        Form::Mark(_) => {}
    }
    let (size, weight) = piece.look;
    let text = piece.lines.iter().map(|line| font::width(line, size, weight)).fold(0.0, f32::max);
    let mut width = if piece.lines.is_empty() { height } else { (text + height * 0.85).max(height) };
    if let Some(contest) = &mut piece.contest {
        let number = battles::number_width(size) + height * 0.35;
        contest.number = if piece.lines.is_empty() || !per_cent { 0.0 } else { number * contest.shown };
        width += contest.number;
    }
    piece.rect = Rect::new(0.0, 0.0, width, height);
    piece.ball = piece.carrier.then(|| {
        let (ball_width, ball_height) = (height * 0.78, height * 0.5);
        let left = width + height * 0.16;
        Rect::new(left, (height - ball_height) / 2.0, left + ball_width, f32::midpoint(height, ball_height))
    });
}
