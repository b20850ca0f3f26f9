//! What a sheet of ink may hold.

use super::{Choice, FORMAT_FIELD, Holds, Kind, Record, Variant, default, required};

/// More pages than this are refused.
pub(in crate::play_file) const MAX_PAGES: usize = 200;
/// More strokes than this on a page are refused.
pub(in crate::play_file) const MAX_STROKES: usize = 2000;

/// What was drawn by hand.
pub(in crate::play_file) static INK: Record = Record {
    name: "Ink",
    called: "sheet of ink",
    fields: &[FORMAT_FIELD, required("of", Kind::Name), default("pages", Kind::List(&Kind::Record(&PAGE)))],
};

/// What is drawn over one step.
pub(in crate::play_file) static PAGE: Record = Record {
    name: "InkPage",
    called: "page",
    fields: &[required("step", Kind::Text), required("strokes", Kind::List(&Kind::Record(&STROKE)))],
};

/// One line.
pub(in crate::play_file) static STROKE: Record = Record {
    name: "InkStroke",
    called: "stroke",
    fields: &[
        default("pen", Kind::Choice(&PEN)),
        default("width", Kind::Choice(&WIDTH)),
        default("form", Kind::Choice(&FORM)),
        required("points", Kind::List(&Kind::Point)),
    ],
};

const fn plain(name: &'static str) -> Variant {
    Variant { name, holds: Holds::Nothing, example: name }
}

static PEN: Choice = Choice { called: "pen", variants: &[plain("Red"), plain("Yellow"), plain("Blue")] };

static WIDTH: Choice = Choice { called: "width", variants: &[plain("Thin"), plain("Thick")] };

static FORM: Choice = Choice { called: "form", variants: &[plain("Free"), plain("Arrow"), plain("Circle")] };

pub(super) const RECORDS: &[&Record] = &[&INK, &PAGE, &STROKE];
