//! What is written into a file, before it is text.
//!
//! In: values of [`crate::model`]. Out: a [`Value`] that can be written and compared with what stands in a file. It
//! knows which fields a record may leave out, and judges nothing.

mod workshop;

use super::write::{Spot, Style, written};
use crate::model::{
    Assignment, Assumption, Ball, Beat, Call, Channel, Constants, Defender, Effect, GamePlan, Mark,
    OffensePlayer, OperatingModel, Phase, Place, PlanBeat, Play, Risk, Stance, StartFronts, Strength,
};

/// A value as a file says it. Made of the model's types with `into`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text or a name, without quotes.
    Text(String),
    /// Any number; whole ones are written without decimals.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// `Hold`, `Bypass("guidance")`, `Cap("services", 60)`.
    Variant(&'static str, Vec<Self>),
    /// `(5, 0.5)`
    Tuple(Vec<Self>),
    /// `[ … ]`
    List(Vec<Self>),
    /// `{"services": 30}`, keys without quotes.
    Map(Vec<(String, Self)>),
    /// `(id: "guidance", … )`, with a name where the file has one.
    Record(Option<&'static str>, Vec<FieldValue>),
}

/// A field of a [`Value::Record`].
#[derive(Clone, Debug, PartialEq)]
pub struct FieldValue {
    /// What it is called.
    pub name: &'static str,
    /// What it holds; nothing where it is to be left out.
    pub value: Option<Value>,
    /// Whether a file without the field says the same. Such a field is written only where it stands already.
    pub is_default: bool,
}

impl Value {
    /// The value as text by itself in the house style, a record with a field a line.
    #[must_use]
    pub fn to_text(&self) -> String {
        written(self, Spot::line("\n", "", ""), Style::Broken)
    }

    /// The same for an element of a list: on one line where it fits into one there.
    #[must_use]
    pub fn to_short_text(&self) -> String {
        written(self, Spot::line("\n", "", "        "), Style::IfShort)
    }
}

fn field(name: &'static str, value: impl Into<Value>) -> FieldValue {
    FieldValue { name, value: Some(value.into()), is_default: false }
}

fn default(name: &'static str, value: impl Into<Value>, is_default: bool) -> FieldValue {
    FieldValue { name, value: Some(value.into()), is_default }
}

fn optional<T: Clone + Into<Value>>(name: &'static str, value: Option<&T>) -> FieldValue {
    FieldValue { name, value: value.cloned().map(Into::into), is_default: value.is_none() }
}

fn list<'v, T: 'v>(name: &'static str, values: &'v [T]) -> FieldValue
where
    &'v T: Into<Value>,
{
    default(name, Value::List(values.iter().map(Into::into).collect()), values.is_empty())
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl From<&crate::model::$name> for Value {
            fn from(id: &crate::model::$name) -> Self {
                Self::Text(id.as_str().to_owned())
            }
        }

        impl From<crate::model::$name> for Value {
            fn from(id: crate::model::$name) -> Self {
                (&id).into()
            }
        }
    )*};
}

ids! { AssumptionId ChannelId ModelId PlayId PlayerId TacticId }

impl From<Place> for Value {
    fn from(place: Place) -> Self {
        Self::Tuple(vec![place.yards.into(), place.across.into()])
    }
}

impl From<&Place> for Value {
    fn from(place: &Place) -> Self {
        (*place).into()
    }
}

impl From<Strength> for Value {
    fn from(strength: Strength) -> Self {
        let Strength { low, likely, high } = strength;
        if low == likely && likely == high {
            Self::Number(likely)
        } else {
            Self::Tuple(vec![low.into(), likely.into(), high.into()])
        }
    }
}

impl From<&Assignment> for Value {
    fn from(assignment: &Assignment) -> Self {
        let (name, target) = match assignment {
            Assignment::Confront(defender) => ("Confront", Some(defender)),
            Assignment::Bypass(defender) => ("Bypass", Some(defender)),
            Assignment::Block(defender) => ("Block", Some(defender)),
            Assignment::Support(player) => ("Support", Some(player)),
            Assignment::Advance => ("Advance", None),
            Assignment::Hold => ("Hold", None),
        };
        Self::Variant(name, target.into_iter().map(Into::into).collect())
    }
}

impl From<Stance> for Value {
    fn from(stance: Stance) -> Self {
        let name = match stance {
            Stance::Hold => "Hold",
            Stance::Press => "Press",
        };
        Self::Variant(name, Vec::new())
    }
}

impl From<Phase> for Value {
    fn from(phase: Phase) -> Self {
        let name = match phase {
            Phase::LineUp => "LineUp",
            Phase::StepBack => "StepBack",
            Phase::Battles => "Battles",
            Phase::Advance => "Advance",
            Phase::DragBack => "DragBack",
            Phase::ReadOut => "ReadOut",
        };
        Self::Variant(name, Vec::new())
    }
}

impl From<&Effect> for Value {
    fn from(effect: &Effect) -> Self {
        let (name, of, number) = match effect {
            Effect::Strengthen(player, factor) => ("Strengthen", player.into(), factor),
            Effect::Cap(channel, yards) => ("Cap", channel.into(), yards),
            Effect::Reach(channel, factor) => ("Reach", channel.into(), factor),
            Effect::Drag(channel, factor) => ("Drag", channel.into(), factor),
        };
        Self::Variant(name, vec![of, (*number).into()])
    }
}

impl From<&Ball> for Value {
    fn from(ball: &Ball) -> Self {
        Self::Record(None, vec![field("carrier", &ball.carrier), field("step_back", ball.step_back)])
    }
}

impl From<&OffensePlayer> for Value {
    fn from(player: &OffensePlayer) -> Self {
        Self::Record(
            None,
            vec![
                field("id", &player.id),
                field("name", &player.name),
                optional("short", player.short.as_ref()),
                optional("team", player.team.as_ref()),
                field("channel", &player.channel),
                field("at", player.at),
                field("strength", player.strength),
                default("assignment", &player.assignment, player.assignment == Assignment::Hold),
                list("route", &player.route),
                optional("note", player.note.as_ref()),
            ],
        )
    }
}

impl From<&Defender> for Value {
    fn from(defender: &Defender) -> Self {
        Self::Record(
            None,
            vec![
                field("id", &defender.id),
                field("name", &defender.name),
                optional("short", defender.short.as_ref()),
                optional("team", defender.team.as_ref()),
                field("channel", &defender.channel),
                field("at", defender.at),
                field("strength", defender.strength),
                default("stance", defender.stance, defender.stance == Stance::Hold),
                optional("note", defender.note.as_ref()),
            ],
        )
    }
}

impl From<&Assumption> for Value {
    fn from(assumption: &Assumption) -> Self {
        Self::Record(
            None,
            vec![
                field("id", &assumption.id),
                optional("channel", assumption.channel.as_ref()),
                field("text", &assumption.text),
                list("effects", &assumption.effects),
                default("holds", assumption.holds, assumption.holds),
            ],
        )
    }
}

impl From<&Beat> for Value {
    fn from(beat: &Beat) -> Self {
        Self::Record(
            None,
            vec![
                field("phase", beat.phase),
                field("caption", &beat.caption),
                optional("notes", beat.notes.as_ref()),
                list("focus", &beat.focus),
            ],
        )
    }
}

impl From<&Play> for Value {
    fn from(play: &Play) -> Self {
        Self::Record(
            Some("Play"),
            vec![
                field("format", play.format),
                field("title", &play.title),
                field("summary", &play.summary),
                optional("source", play.source.as_ref()),
                list("tags", &play.tags),
                default("model", &play.model, play.model.as_str() == "five-channels"),
                optional("tactic", play.tactic.as_ref()),
                field("ball", &play.ball),
                list("offense", &play.offense),
                list("defense", &play.defense),
                list("assumptions", &play.assumptions),
                list("beats", &play.beats),
            ],
        )
    }
}

impl From<&StartFronts> for Value {
    fn from(start: &StartFronts) -> Self {
        match start {
            StartFronts::All(yards) => Self::Number(*yards),
            StartFronts::Each(fronts) => Self::Map(
                fronts.iter().map(|(channel, yards)| (channel.to_string(), (*yards).into())).collect(),
            ),
        }
    }
}

impl From<&Call> for Value {
    fn from(call: &Call) -> Self {
        match call {
            Call::Call { play, times } => {
                Self::Record(Some("Call"), vec![field("play", play), default("times", *times, *times == 1)])
            }
            Call::Event { name, severity, channels } => Self::Record(
                Some("Event"),
                vec![field("name", name), field("severity", *severity), list("channels", channels)],
            ),
        }
    }
}

impl From<&Risk> for Value {
    fn from(risk: &Risk) -> Self {
        Self::Record(
            None,
            vec![field("name", &risk.name), field("chance", risk.chance), field("severity", risk.severity)],
        )
    }
}

impl From<&PlanBeat> for Value {
    fn from(beat: &PlanBeat) -> Self {
        Self::Record(
            None,
            vec![
                field("down", beat.down),
                field("caption", &beat.caption),
                optional("notes", beat.notes.as_ref()),
            ],
        )
    }
}

impl From<&GamePlan> for Value {
    fn from(plan: &GamePlan) -> Self {
        Self::Record(
            Some("GamePlan"),
            vec![
                field("format", plan.format),
                field("title", &plan.title),
                field("summary", &plan.summary),
                default("model", &plan.model, plan.model.as_str() == "five-channels"),
                field("start", &plan.start),
                default("goal", plan.goal, plan.goal == 100.0),
                field("calls", Value::List(plan.calls.iter().map(Into::into).collect())),
                list("risks", &plan.risks),
                list("beats", &plan.beats),
            ],
        )
    }
}

impl From<&Mark> for Value {
    fn from(mark: &Mark) -> Self {
        Self::Record(None, vec![field("at", mark.at), field("text", &mark.text)])
    }
}

impl From<&Channel> for Value {
    fn from(channel: &Channel) -> Self {
        Self::Record(
            None,
            vec![
                field("id", &channel.id),
                field("name", &channel.name),
                field("goal", &channel.goal),
                list("marks", &channel.marks),
                default("weight", channel.weight, channel.weight == 1.0),
            ],
        )
    }
}

impl From<&Constants> for Value {
    fn from(constants: &Constants) -> Self {
        let fields = Constants::TABLE.iter().map(|constant| {
            let value = constant.value(constants);
            default(constant.name, value, value == constant.default)
        });
        Self::Record(None, fields.collect())
    }
}

impl From<&OperatingModel> for Value {
    fn from(model: &OperatingModel) -> Self {
        Self::Record(
            Some("OperatingModel"),
            vec![
                field("format", model.format),
                field("title", &model.title),
                list("channels", &model.channels),
                default("rules", &model.constants, model.constants == Constants::default()),
            ],
        )
    }
}
