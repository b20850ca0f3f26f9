//! What a show may hold.

use super::{Choice, FORMAT_FIELD, Field, Holds, Kind, Range, Record, Variant, default, optional, required};

/// More items than this in a show are refused.
pub(in crate::play_file) const MAX_ITEMS: usize = 200;
/// How often in a row a play of a show can be run anew: how many numbers its `times` has.
pub(in crate::play_file) const MAX_TURNS: usize = 12;

const MINUTES: Field = optional("minutes", Kind::Number(Range::above(0.0, 1440.0, " minutes")));
const NOTES: Field = optional("notes", Kind::Text);
const TITLE: Field = optional("title", Kind::Text);
const TEXT: Field = optional("text", Kind::Text);
const GUESSED: Field = default("guess", Kind::Flag);

/// A session's programme.
pub(in crate::play_file) static SHOW: Record = Record {
    name: "Show",
    called: "show",
    fields: &[
        FORMAT_FIELD,
        required("title", Kind::Text),
        optional("summary", Kind::Text),
        default("start", Kind::Start),
        MINUTES,
        required("items", Kind::List(&Kind::Choice(&ITEM))),
    ],
};

static ITEM: Choice = Choice {
    called: "item",
    variants: &[
        Variant {
            name: "Section",
            holds: Holds::Fields(&SECTION),
            example: "Section(title: \"What we could do\")",
        },
        Variant { name: "Fronts", holds: Holds::Fields(&FRONTS), example: "Fronts()" },
        Variant { name: "Play", holds: Holds::Fields(&PLAY_ITEM), example: "Play(play: \"exemplar\")" },
        Variant { name: "Plan", holds: Holds::Fields(&PLAN_ITEM), example: "Plan(plan: \"balanced-build\")" },
        Variant {
            name: "Compare",
            holds: Holds::Fields(&COMPARE),
            example: "Compare(of: [\"exemplar\", \"governance-reset\"])",
        },
        Variant {
            name: "Calls",
            holds: Holds::Fields(&CALLS),
            example: "Calls(plays: [\"exemplar\", \"governance-reset\"])",
        },
        Variant { name: "Decide", holds: Holds::Fields(&DECIDE), example: "Decide()" },
    ],
};

static SECTION: Record = Record {
    name: "Section",
    called: "section",
    fields: &[required("title", Kind::Text), TEXT, NOTES, MINUTES],
};

static FRONTS: Record =
    Record { name: "Fronts", called: "card for the fronts", fields: &[TITLE, NOTES, MINUTES] };

/// A play on the programme.
pub(in crate::play_file) static PLAY_ITEM: Record = Record {
    name: "PlayItem",
    called: "play in a show",
    fields: &[
        required("play", Kind::Name),
        TITLE,
        default("times", Kind::List(&Kind::Whole(1, 100))),
        GUESSED,
        NOTES,
        MINUTES,
    ],
};

/// A plan on the programme.
pub(in crate::play_file) static PLAN_ITEM: Record = Record {
    name: "PlanItem",
    called: "plan in a show",
    fields: &[required("plan", Kind::Name), TITLE, GUESSED, NOTES, MINUTES],
};

/// Plays or plans side by side.
pub(in crate::play_file) static COMPARE: Record = Record {
    name: "Compare",
    called: "comparison",
    fields: &[required("of", Kind::List(&Kind::Name)), TITLE, NOTES, MINUTES],
};

/// Groups call plays.
pub(in crate::play_file) static CALLS: Record = Record {
    name: "Calls",
    called: "card for calls",
    fields: &[
        TITLE,
        TEXT,
        required("plays", Kind::List(&Kind::Name)),
        default("calls", Kind::Whole(1, 12)),
        NOTES,
        MINUTES,
    ],
};

static DECIDE: Record =
    Record { name: "Decide", called: "card for the decision", fields: &[TITLE, TEXT, NOTES, MINUTES] };

pub(super) const RECORDS: &[&Record] =
    &[&SHOW, &SECTION, &FRONTS, &PLAY_ITEM, &PLAN_ITEM, &COMPARE, &CALLS, &DECIDE];
