//! What a play file may hold, as tables: fields with their kinds and ranges, choices with what they take.
//!
//! In: nothing. Out: constants that [`super::shape`] walks a tree against and [`super::checks`] reads values by. The
//! typed documents of [`crate::model`] say the same to `ron`, which has the last word; a test holds the two together.

mod ink;
mod record;
mod show;

use std::ops::RangeInclusive;

use crate::model::{Constants, Phase};

use super::read::DocumentKind;

pub(super) use ink::{INK, MAX_PAGES, MAX_STROKES, PAGE, STROKE};
pub(super) use record::{GUESS, WORKSHOP_RECORD};
pub(super) use show::{CALLS, COMPARE, MAX_ITEMS, MAX_TURNS, PLAN_ITEM, PLAY_ITEM, SHOW};

/// The one version of the file format there is.
pub(super) const FORMAT: u32 = 1;
/// More bytes than this are not read.
pub const MAX_BYTES: usize = 1024 * 1024;
/// More players than this a side are refused.
pub(crate) const MAX_PLAYERS: usize = 100;
/// Of more problems than this only the first found are kept.
pub const MAX_PROBLEMS: usize = 1000;
/// More calls than this in a plan are refused.
pub(super) const MAX_CALLS: usize = 200;
/// How many channels a model has.
pub(super) const CHANNELS: RangeInclusive<usize> = 2..=9;
/// The most fields a record has; [`super::slots::Slots`] has as many places.
pub(super) const MAX_FIELDS: usize = Constants::TABLE.len();

/// A group of named fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    /// The name `ron` allows before the parenthesis; empty where it allows none.
    pub name: &'static str,
    /// What to call it in a message, such as `player`.
    pub called: &'static str,
    pub fields: &'static [Field],
}

impl Record {
    /// The place of a field in the table; looked for from `from` on first, since files mostly keep its order.
    pub(super) fn index(&self, name: &str, from: usize) -> Option<usize> {
        let (before, after) = self.fields.split_at_checked(from).unwrap_or((self.fields, &[]));
        let here = |fields: &[Field]| fields.iter().position(|field| field.name == name);
        here(after).map(|index| from + index).or_else(|| here(before))
    }
}

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub need: Need,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    /// It has a default.
    Default,
    /// It may be missing, and may be written `None` or `Some(…)`.
    Optional,
}

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// One to three letters.
    Short,
    /// A text that names this thing: `[a-z0-9]+(-[a-z0-9]+)*`.
    Id,
    /// A text that names something else; what, the checks know.
    Name,
    /// A whole number within a range.
    Whole(u32, u32),
    /// A number within a range.
    Number(Range),
    /// `true` or `false`.
    Flag,
    /// A number, or `(low, likely, high)`.
    Strength,
    /// `(yards, across)`.
    Place,
    /// A yard, or a map from channels to yards.
    Start,
    /// A map from channels to yards within a range.
    Yards(Range),
    /// A place of a picture: parts of its width and height.
    Point,
    List(&'static Self),
    Record(&'static Record),
    Choice(&'static Choice),
}

/// The numbers allowed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    pub low: f64,
    pub high: f64,
    /// Whether `low` itself is refused.
    pub above: bool,
    /// A unit to say in messages, such as ` yards`, or nothing.
    pub unit: &'static str,
}

/// One of several variants.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub called: &'static str,
    pub variants: &'static [Variant],
}

/// A variant and what stands in its parentheses.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variant {
    pub name: &'static str,
    pub holds: Holds,
    /// How it is written, for help.
    pub example: &'static str,
}

/// What stands in a variant's parentheses.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    Nothing,
    Values(&'static [Kind]),
    Fields(&'static Record),
}

impl Range {
    const fn within(low: f64, high: f64, unit: &'static str) -> Self {
        Self { low, high, above: false, unit }
    }

    const fn above(low: f64, high: f64, unit: &'static str) -> Self {
        Self { low, high, above: true, unit }
    }

    /// Whether `value` is allowed; NaN and the infinities never are.
    pub(crate) fn allows(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value) && !(self.above && value <= self.low)
    }

    /// The range in words, such as `0 to 20 yards` or `above 0 to 10`.
    pub(super) fn words(&self) -> String {
        let above = if self.above { "above " } else { "" };
        format!("{above}{} to {}{}", self.low, self.high, self.unit)
    }
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Required }
}

const fn default(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Default }
}

const fn optional(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, need: Need::Optional }
}

/// A yard of the way.
pub(crate) const YARD: Range = Range::within(0.0, 100.0, " yards");
/// A strength.
pub(crate) const STRENGTH: Range = Range::above(0.0, 10.0, "");
/// Yards from a channel's line of scrimmage.
pub(crate) const PLACE_YARDS: Range = Range::within(-30.0, 100.0, " yards");
/// A place across a channel.
pub(crate) const PLACE_ACROSS: Range = Range::within(-1.0, 1.0, "");
/// How far the ball may step back.
pub(crate) const STEP_BACK: Range = Range::within(0.0, 20.0, " yards");
/// What an effect multiplies by.
pub(crate) const FACTORS: Range = Range::within(0.0, 10.0, "");
/// A part of a picture's width or height.
pub(super) const PART: Range = Range::within(0.0, 1.0, "");
const FACTOR: Kind = Kind::Number(FACTORS);
const SHARE: Kind = Kind::Number(Range::within(0.0, 1.0, ""));
const FORMAT_FIELD: Field = required("format", Kind::Whole(0, u32::MAX));

/// A play.
pub(super) static PLAY: Record = Record {
    name: "Play",
    called: "play",
    fields: &[
        FORMAT_FIELD,
        required("title", Kind::Text),
        required("summary", Kind::Text),
        optional("source", Kind::Text),
        default("tags", Kind::List(&Kind::Text)),
        default("model", Kind::Name),
        optional("tactic", Kind::Id),
        required("ball", Kind::Record(&BALL)),
        default("offense", Kind::List(&Kind::Record(&OFFENSE_PLAYER))),
        default("defense", Kind::List(&Kind::Record(&DEFENDER))),
        default("assumptions", Kind::List(&Kind::Record(&ASSUMPTION))),
        default("beats", Kind::List(&Kind::Record(&BEAT))),
    ],
};

/// The ball of a play.
pub(super) static BALL: Record = Record {
    name: "Ball",
    called: "ball",
    fields: &[required("carrier", Kind::Name), required("step_back", Kind::Number(STEP_BACK))],
};

/// One of those moving us forward.
pub(super) static OFFENSE_PLAYER: Record = Record {
    name: "OffensePlayer",
    called: "player",
    fields: &[
        required("id", Kind::Id),
        required("name", Kind::Text),
        optional("short", Kind::Short),
        optional("team", Kind::Text),
        required("channel", Kind::Name),
        required("at", Kind::Place),
        required("strength", Kind::Strength),
        default("assignment", Kind::Choice(&ASSIGNMENT)),
        default("route", Kind::List(&Kind::Place)),
        optional("note", Kind::Text),
    ],
};

/// One of the forces holding us back.
pub(super) static DEFENDER: Record = Record {
    name: "Defender",
    called: "defender",
    fields: &[
        required("id", Kind::Id),
        required("name", Kind::Text),
        optional("short", Kind::Short),
        optional("team", Kind::Text),
        required("channel", Kind::Name),
        required("at", Kind::Place),
        required("strength", Kind::Strength),
        default("stance", Kind::Choice(&STANCE)),
        optional("note", Kind::Text),
    ],
};

const TARGET: Holds = Holds::Values(&[Kind::Name]);

static ASSIGNMENT: Choice = Choice {
    called: "assignment",
    variants: &[
        Variant { name: "Confront", holds: TARGET, example: "Confront(\"defender\")" },
        Variant { name: "Bypass", holds: TARGET, example: "Bypass(\"defender\")" },
        Variant { name: "Block", holds: TARGET, example: "Block(\"defender\")" },
        Variant { name: "Support", holds: TARGET, example: "Support(\"team-mate\")" },
        Variant { name: "Advance", holds: Holds::Nothing, example: "Advance" },
        Variant { name: "Hold", holds: Holds::Nothing, example: "Hold" },
    ],
};

static STANCE: Choice = Choice {
    called: "stance",
    variants: &[
        Variant { name: "Hold", holds: Holds::Nothing, example: "Hold" },
        Variant { name: "Press", holds: Holds::Nothing, example: "Press" },
    ],
};

/// A condition a play rests on.
pub(super) static ASSUMPTION: Record = Record {
    name: "Assumption",
    called: "assumption",
    fields: &[
        required("id", Kind::Id),
        optional("channel", Kind::Name),
        required("text", Kind::Text),
        default("effects", Kind::List(&Kind::Choice(&EFFECT))),
        default("holds", Kind::Flag),
    ],
};

const FACTORED: Holds = Holds::Values(&[Kind::Name, FACTOR]);

static EFFECT: Choice = Choice {
    called: "effect",
    variants: &[
        Variant { name: "Strengthen", holds: FACTORED, example: "Strengthen(\"player\", 1.2)" },
        Variant {
            name: "Cap",
            holds: Holds::Values(&[Kind::Name, Kind::Number(YARD)]),
            example: "Cap(\"channel\", 60)",
        },
        Variant { name: "Reach", holds: FACTORED, example: "Reach(\"channel\", 0.8)" },
        Variant { name: "Drag", holds: FACTORED, example: "Drag(\"channel\", 1.3)" },
    ],
};

/// A presenter's step of a play.
pub(super) static BEAT: Record = Record {
    name: "Beat",
    called: "beat",
    fields: &[
        required("phase", Kind::Choice(&PHASE)),
        required("caption", Kind::Text),
        optional("notes", Kind::Text),
        default("focus", Kind::List(&Kind::Name)),
    ],
};

const fn phase(name: &'static str) -> Variant {
    Variant { name, holds: Holds::Nothing, example: name }
}

static PHASE: Choice = Choice {
    called: "phase",
    variants: &[
        phase("LineUp"),
        phase("StepBack"),
        phase("Battles"),
        phase("Advance"),
        phase("DragBack"),
        phase("ReadOut"),
    ],
};

const _: () = assert!(PHASE.variants.len() == Phase::ALL.len());

/// A sequence of plays.
pub(super) static GAME_PLAN: Record = Record {
    name: "GamePlan",
    called: "game plan",
    fields: &[
        FORMAT_FIELD,
        required("title", Kind::Text),
        required("summary", Kind::Text),
        default("model", Kind::Name),
        required("start", Kind::Start),
        default("goal", Kind::Number(Range::above(0.0, 100.0, " yards"))),
        required("calls", Kind::List(&Kind::Choice(&CALL_OR_EVENT))),
        default("risks", Kind::List(&Kind::Record(&RISK))),
        default("beats", Kind::List(&Kind::Record(&PLAN_BEAT))),
    ],
};

static CALL_OR_EVENT: Choice = Choice {
    called: "call",
    variants: &[
        Variant { name: "Call", holds: Holds::Fields(&CALL), example: "Call(play: \"exemplar\")" },
        Variant {
            name: "Event",
            holds: Holds::Fields(&EVENT),
            example: "Event(name: \"Change of leadership\", severity: 0.5)",
        },
    ],
};

/// One play called, once or several times.
pub(super) static CALL: Record = Record {
    name: "Call",
    called: "call",
    fields: &[required("play", Kind::Name), default("times", Kind::Whole(1, 100))],
};

/// A shock between plays.
pub(super) static EVENT: Record = Record {
    name: "Event",
    called: "event",
    fields: &[
        required("name", Kind::Text),
        required("severity", SHARE),
        default("channels", Kind::List(&Kind::Name)),
    ],
};

static RISK: Record = Record {
    name: "Risk",
    called: "risk",
    fields: &[required("name", Kind::Text), required("chance", SHARE), required("severity", SHARE)],
};

/// A presenter's step of a plan.
pub(super) static PLAN_BEAT: Record = Record {
    name: "PlanBeat",
    called: "beat",
    fields: &[
        required("down", Kind::Whole(1, u32::MAX)),
        required("caption", Kind::Text),
        optional("notes", Kind::Text),
    ],
};

/// A field and its channels.
pub(super) static OPERATING_MODEL: Record = Record {
    name: "OperatingModel",
    called: "operating model",
    fields: &[
        FORMAT_FIELD,
        required("title", Kind::Text),
        required("channels", Kind::List(&Kind::Record(&CHANNEL))),
        default("rules", Kind::Record(&RULES)),
    ],
};

/// A lane.
pub(super) static CHANNEL: Record = Record {
    name: "Channel",
    called: "channel",
    fields: &[
        required("id", Kind::Id),
        required("name", Kind::Text),
        required("goal", Kind::Text),
        default("marks", Kind::List(&Kind::Record(&MARK))),
        default("weight", Kind::Number(Range::above(0.0, 10.0, ""))),
    ],
};

static MARK: Record = Record {
    name: "Mark",
    called: "mark",
    fields: &[required("at", Kind::Number(YARD)), required("text", Kind::Text)],
};

static RULES: Record = Record { name: "Constants", called: "set of rules", fields: &RULE_FIELDS };

static RULE_FIELDS: [Field; MAX_FIELDS] = {
    let mut fields = [default("", Kind::Flag); MAX_FIELDS];
    let mut index = 0;
    while index < MAX_FIELDS {
        let constant = &Constants::TABLE[index];
        let unit = if constant.unit.is_empty() { "" } else { " yards" };
        let range = Range::within(constant.range.0, constant.range.1, unit);
        fields[index] = default(constant.name, Kind::Number(range));
        index += 1;
    }
    fields
};

impl DocumentKind {
    /// Every kind, with its schema.
    pub(super) const ALL: [Self; 6] =
        [Self::Play, Self::GamePlan, Self::OperatingModel, Self::Show, Self::WorkshopRecord, Self::Ink];

    /// What such a file holds.
    pub(super) const fn schema(self) -> &'static Record {
        match self {
            Self::Play => &PLAY,
            Self::GamePlan => &GAME_PLAN,
            Self::OperatingModel => &OPERATING_MODEL,
            Self::Show => &SHOW,
            Self::WorkshopRecord => &WORKSHOP_RECORD,
            Self::Ink => &INK,
        }
    }

    /// Every record of such a file whose fields could end up in another.
    const fn records(self) -> &'static [&'static Record] {
        const PLAY_RECORDS: &[&Record] = &[&PLAY, &BALL, &OFFENSE_PLAYER, &DEFENDER, &ASSUMPTION, &BEAT];
        const PLAN_RECORDS: &[&Record] = &[&GAME_PLAN, &CALL, &EVENT, &RISK, &PLAN_BEAT];
        const MODEL_RECORDS: &[&Record] = &[&OPERATING_MODEL, &CHANNEL, &MARK];
        match self {
            Self::Play => PLAY_RECORDS,
            Self::GamePlan => PLAN_RECORDS,
            Self::OperatingModel => MODEL_RECORDS,
            Self::Show => show::RECORDS,
            Self::WorkshopRecord => record::RECORDS,
            Self::Ink => ink::RECORDS,
        }
    }

    /// The field of this name in any record of a document of this kind: after a lost parenthesis, fields of one record
    /// end up in another.
    pub(super) fn field_anywhere(self, name: &str) -> Option<&'static Field> {
        let mut fields = self.records().iter().flat_map(|record| record.fields);
        fields.find(|field| field.name == name)
    }
}
