//! What a workshop's record may hold.

use super::{FORMAT_FIELD, Kind, Range, Record, YARD, default, optional, required};

/// Yards a channel gains or loses.
const GAIN: Range = Range::within(-100.0, 100.0, " yards");

/// What a room said.
pub(in crate::play_file) static WORKSHOP_RECORD: Record = Record {
    name: "WorkshopRecord",
    called: "workshop record",
    fields: &[
        FORMAT_FIELD,
        required("title", Kind::Text),
        optional("show", Kind::Name),
        optional("date", Kind::Text),
        default("fronts", Kind::Yards(YARD)),
        default("guesses", Kind::List(&Kind::Record(&GUESS))),
        default("switched", Kind::List(&Kind::Record(&SWITCHED))),
        default("judged", Kind::List(&Kind::Record(&JUDGED))),
        default("calls", Kind::List(&Kind::Record(&GROUP_CALLS))),
        default("arguments", Kind::List(&Kind::Text)),
        default("decisions", Kind::List(&Kind::Text)),
    ],
};

/// What one group guessed of one run.
pub(in crate::play_file) static GUESS: Record = Record {
    name: "Guess",
    called: "guess",
    fields: &[
        required("of", Kind::Name),
        default("times", Kind::Whole(1, 100)),
        required("group", Kind::Text),
        required("yards", Kind::Yards(GAIN)),
        default("came_to", Kind::Yards(GAIN)),
    ],
};

static SWITCHED: Record = Record {
    name: "Switched",
    called: "switched assumption",
    fields: &[
        required("play", Kind::Name),
        required("assumption", Kind::Name),
        required("holds", Kind::Flag),
        optional("effect", Kind::Text),
    ],
};

static JUDGED: Record = Record {
    name: "Judged",
    called: "judged strength",
    fields: &[
        required("play", Kind::Name),
        required("player", Kind::Name),
        required("strength", Kind::Strength),
        optional("effect", Kind::Text),
    ],
};

static GROUP_CALLS: Record = Record {
    name: "GroupCalls",
    called: "group's calls",
    fields: &[
        required("group", Kind::Text),
        required("plays", Kind::List(&Kind::Name)),
        optional("spot", Kind::Number(YARD)),
        optional("exposure", Kind::Number(YARD)),
    ],
};

pub(super) const RECORDS: &[&Record] = &[&WORKSHOP_RECORD, &GUESS, &SWITCHED, &JUDGED, &GROUP_CALLS];
