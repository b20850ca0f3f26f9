//! The offers for each kind of place.
//!
//! In: the [`Outline`] at a caret and the [`Names`]. Out: every offer that is valid there, in the order of the schema or
//! of the file. Narrowing them to what was typed is done by the caller.

use crate::model::{Constants, PlayId, Side};
use crate::play_file::DocumentKind;
use crate::play_file::schema::{Choice, Holds, Kind, Need, Record, Variant};

use super::Names;
use super::complete::Offer;
use super::help;
use super::outline::{Frame, Inside, Next, Outline, Player, Word};

/// Marks where the caret goes in what is offered.
const CARET: char = '\u{1}';

/// What offers depend on.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    pub outline: &'c Outline<'c>,
    pub names: &'c Names,
}

/// What a text in quotes may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Channel,
    Model,
    Play,
    Plan,
    /// A play or a game plan.
    Either,
    /// A defender in the own channel.
    Target,
    /// One of the own side, but not oneself.
    TeamMate,
    Carrier,
    AnyPlayer,
    /// Whatever has an id.
    Anything,
}

fn offer(label: &str, template: &str, hint: impl Into<String>) -> Offer {
    let caret = template.find(CARET).unwrap_or(template.len());
    Offer { label: label.to_owned(), insert: template.replace(CARET, ""), hint: hint.into(), caret }
}

/// The fields a record does not have yet, those it needs first.
pub(super) fn field_offers(context: &Context<'_>, record: &'static Record, next: Next) -> Vec<Offer> {
    let present = &context.outline.keys;
    let comma = match next {
        Next::Field | Next::Close { further: true } => ",",
        _ => "",
    };
    let missing = |need: fn(Need) -> bool| {
        record.fields.iter().filter(move |field| need(field.need) && !present.contains(&field.name))
    };
    missing(|need| need == Need::Required)
        .chain(missing(|need| need != Need::Required))
        .map(|field| {
            let hint = help::meaning(record, field);
            if next == Next::Colon {
                return offer(field.name, field.name, hint);
            }
            let value = start_of(&field.kind, field.name, record);
            // A comma behind belongs to the item, so that the next one can be typed.
            offer(field.name, &format!("{}: {value}{comma}", field.name), hint)
        })
        .collect()
}

/// The values that are valid; `quoted` if the caret is between quotes.
pub(super) fn value_offers(context: &Context<'_>, quoted: bool) -> Vec<Offer> {
    let outline = context.outline;
    let Some(frame) = outline.frame() else { return Vec::new() };
    if matches!(frame.inside, Inside::File) {
        return if quoted { Vec::new() } else { documents(outline.next) };
    }
    if let (Inside::Map(allowed), None) = (frame.inside, frame.key) {
        // Where everybody starts, or else what is gained in a few runs.
        let yards = if allowed.low < 0.0 { "5" } else { "20" };
        return map_channels(context, quoted, yards);
    }
    let Some(kind) = frame.due() else { return Vec::new() };
    let mut offers = match (kind, quoted) {
        (Kind::Name, _) => names(context, frame, quoted),
        (_, true) | (Kind::Text | Kind::Short | Kind::Id, false) => Vec::new(),
        (Kind::Flag, false) => {
            vec![offer("true", "true", "yes"), offer("false", "false", "no")]
        }
        (Kind::Choice(choice), false) => variants(context, choice),
        (Kind::Start, false) => start(context),
        (kind, false) => {
            let (name, record) = place(frame);
            let template = start_of(&kind, name, record);
            let label = match kind {
                Kind::Record(record) => record.called.to_owned(),
                _ => template.replace(CARET, ""),
            };
            let hint = match kind {
                Kind::Record(_) => "with the fields it needs".to_owned(),
                _ => help::range(&kind),
            };
            vec![offer(&label, &template, hint)]
        }
    };
    if !quoted && comma_due(outline) {
        for offer in &mut offers {
            let caret_at_end = offer.caret == offer.insert.len();
            offer.insert.push(',');
            offer.caret += usize::from(caret_at_end);
        }
    }
    if let Word::Text { closed: false } = outline.word {
        for offer in &mut offers {
            offer.insert.push('"');
            offer.caret = offer.insert.len();
        }
    }
    offers
}

/// Whether a comma belongs behind a value written here.
fn comma_due(outline: &Outline<'_>) -> bool {
    match outline.next {
        Next::Field | Next::Close { further: true } => true,
        Next::Open => outline.word == Word::Empty,
        _ => false,
    }
}

fn place(frame: &Frame<'_>) -> (&'static str, &'static Record) {
    const NOWHERE: Record = Record { name: "", called: "", fields: &[] };
    static NONE: Record = NOWHERE;
    match (frame.inside, frame.key) {
        (Inside::Record(record), Some(key)) => {
            let field = record.fields.iter().find(|field| field.name == key);
            (field.map_or("", |field| field.name), record)
        }
        _ => ("", &NONE),
    }
}

fn role(outline: &Outline<'_>, frame: &Frame<'_>) -> Option<Role> {
    match frame.inside {
        Inside::Record(_) | Inside::One(_) => {
            let key = frame.key.or_else(|| outline.outer().and_then(|outer| outer.key));
            match key? {
                "channel" => Some(Role::Channel),
                "model" => Some(Role::Model),
                "carrier" => Some(Role::Carrier),
                "play" => Some(Role::Play),
                "plan" => Some(Role::Plan),
                "of" => Some(Role::Either),
                _ => None,
            }
        }
        Inside::List(_) => match outline.outer()?.key? {
            "channels" => Some(Role::Channel),
            "focus" => Some(Role::Anything),
            "of" => Some(Role::Either),
            "plays" => Some(Role::Play),
            _ => None,
        },
        Inside::Values(_) => match frame.name {
            "Confront" | "Bypass" | "Block" => Some(Role::Target),
            "Support" => Some(Role::TeamMate),
            "Strengthen" => Some(Role::AnyPlayer),
            "Cap" | "Reach" | "Drag" => Some(Role::Channel),
            _ => None,
        },
        _ => None,
    }
}

/// The names that are valid, with what they are called.
fn named(context: &Context<'_>, role: Role) -> Vec<(String, String)> {
    let Context { outline, names } = *context;
    let own = outline.own();
    let several = |ids: &[PlayId], what: &str| {
        ids.iter().map(|id| (id.to_string(), what.to_owned())).collect::<Vec<_>>()
    };
    let players = |keep: &dyn Fn(&Player<'_>) -> bool| -> Vec<(String, String)> {
        let kept = outline.players.iter().filter(|player| keep(player));
        kept.map(|player| (player.id.to_owned(), player.name.to_owned())).collect()
    };
    match role {
        Role::Channel => channels(context),
        Role::Model => names.models.iter().map(|id| (id.to_string(), "operating model".to_owned())).collect(),
        Role::Play => several(&names.plays, "play"),
        Role::Plan => several(&names.plans, "game plan"),
        Role::Either => {
            let mut all = several(&names.plays, "play");
            all.extend(several(&names.plans, "game plan"));
            all
        }
        Role::Target => {
            let channel = own.and_then(|own| own.channel).filter(|channel| !channel.is_empty());
            players(&|player| {
                player.side == Side::Defense && channel.is_none_or(|own| player.channel == Some(own))
            })
        }
        Role::TeamMate => {
            let own = own.map(|own| own.id);
            players(&|player| player.side == Side::Offense && Some(player.id) != own)
        }
        Role::Carrier => players(&|player| player.side == Side::Offense),
        Role::AnyPlayer => players(&|_| true),
        Role::Anything => {
            let mut all = players(&|_| true);
            let words = |(id, text): &(&str, &str)| ((*id).to_owned(), (*text).to_owned());
            all.extend(outline.assumptions.iter().map(words));
            all.extend(channels(context));
            all
        }
    }
}

fn channels(context: &Context<'_>) -> Vec<(String, String)> {
    let own = &context.outline.channels;
    if context.outline.document == Some(DocumentKind::OperatingModel) {
        return own.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect();
    }
    context.names.channels.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
}

fn names(context: &Context<'_>, frame: &Frame<'_>, quoted: bool) -> Vec<Offer> {
    let Some(role) = role(context.outline, frame) else { return Vec::new() };
    let named = named(context, role).into_iter();
    named
        .map(|(id, words)| {
            let template = if quoted { id.clone() } else { format!("\"{id}\"") };
            offer(&id, &template, words)
        })
        .collect()
}

fn variants(context: &Context<'_>, choice: &'static Choice) -> Vec<Offer> {
    choice
        .variants
        .iter()
        .map(|variant| {
            let template = match context.outline.next {
                Next::Open if context.outline.word == Word::Name => variant.name.to_owned(),
                _ => written(context, variant),
            };
            offer(variant.name, &template, help::variant(choice, variant))
        })
        .collect()
}

/// A variant with what it takes: the one valid name, if there is only one.
fn written(context: &Context<'_>, variant: &Variant) -> String {
    let only = || {
        let role = match variant.name {
            "Confront" | "Bypass" | "Block" => Role::Target,
            "Support" => Role::TeamMate,
            _ => return None,
        };
        match &*named(context, role) {
            [(only, _)] => Some(only.clone()),
            _ => None,
        }
    };
    match variant.holds {
        Holds::Values([Kind::Name]) => match only() {
            Some(only) => format!("{}(\"{only}\")", variant.name),
            None => started(variant),
        },
        _ => started(variant),
    }
}

/// A variant with places for what it takes.
fn started(variant: &Variant) -> String {
    match variant.holds {
        Holds::Nothing => variant.name.to_owned(),
        Holds::Values([_]) => format!("{}(\"{CARET}\")", variant.name),
        Holds::Values(_) => {
            let number = variant.example.rsplit(", ").next().unwrap_or("1)").trim_end_matches(')');
            format!("{}(\"{CARET}\", {number})", variant.name)
        }
        Holds::Fields(record) => format!("{}{}", variant.name, skeleton(record)),
    }
}

fn documents(next: Next) -> Vec<Offer> {
    DocumentKind::ALL
        .into_iter()
        .map(|kind| {
            let schema = kind.schema();
            let template = match next {
                Next::Open => schema.name.to_owned(),
                _ => format!("{}{}", schema.name, skeleton(schema)),
            };
            offer(schema.name, &template, kind.called())
        })
        .collect()
}

/// Where a plan starts: one yard, or one for every channel.
fn start(context: &Context<'_>) -> Vec<Offer> {
    let mut offers = vec![offer("20", "20", "every channel starts here")];
    let channels = channels(context);
    if !channels.is_empty() {
        let entries: Vec<String> = channels.iter().map(|(id, _)| format!("\"{id}\": 20")).collect();
        offers.push(offer("{…}", &format!("{{{}}}", entries.join(", ")), "each channel has its own yard"));
    }
    offers
}

/// The channels that a map does not have yet, with yards to change.
fn map_channels(context: &Context<'_>, quoted: bool, yards: &str) -> Vec<Offer> {
    let outline = context.outline;
    let missing = channels(context).into_iter().filter(|(id, _)| !outline.keys.contains(&&**id));
    missing
        .map(|(id, words)| {
            let template = match (quoted, outline.next, outline.word) {
                (true, Next::Colon, _) | (true, _, Word::Text { closed: true }) => id.clone(),
                (true, ..) => format!("{id}\""),
                (false, Next::Colon, _) => format!("\"{id}\""),
                (false, ..) => {
                    let comma = if comma_due(outline) { "," } else { "" };
                    format!("\"{id}\": {CARET}{yards}{comma}")
                }
            };
            offer(&id, &template, words)
        })
        .collect()
}

/// A group with the fields it needs, in one line.
fn skeleton(record: &Record) -> String {
    let required = record.fields.iter().filter(|field| field.need == Need::Required);
    let mut fields: Vec<String> = required
        .map(|field| format!("{}: {}", field.name, start_of(&field.kind, field.name, record)))
        .collect();
    // The caret goes to the first place that waits for something.
    let first = fields.iter().position(|field| field.contains(CARET));
    for (index, field) in fields.iter_mut().enumerate() {
        if Some(index) != first {
            *field = field.replace(CARET, "");
        }
    }
    if record.fields.iter().any(|field| field.name == "offense") {
        fields.extend(["offense: []".to_owned(), "defense: []".to_owned()]);
    }
    format!("({})", fields.join(", "))
}

/// How the value of a field begins: something valid where that can be, with the caret where it is to be changed.
fn start_of(kind: &Kind, name: &str, record: &Record) -> String {
    match kind {
        Kind::Text | Kind::Short | Kind::Id | Kind::Name => format!("\"{CARET}\""),
        Kind::Whole(..) => "1".to_owned(),
        Kind::Number(range) => match name {
            "step_back" => "5".to_owned(),
            "goal" => "100".to_owned(),
            "at" => "40".to_owned(),
            "weight" => "1".to_owned(),
            "severity" => "0.5".to_owned(),
            "chance" => "0.1".to_owned(),
            "minutes" => "10".to_owned(),
            _ => match Constants::TABLE.iter().find(|constant| constant.name == name) {
                Some(constant) => constant.default.to_string(),
                None if range.high < 5.0 => "0.5".to_owned(),
                None => "5".to_owned(),
            },
        },
        Kind::Flag => "true".to_owned(),
        Kind::Strength => "(3, 5, 7)".to_owned(),
        Kind::Place if record.called == "defender" => "(3, 0)".to_owned(),
        Kind::Place => "(-3, 0)".to_owned(),
        Kind::Start => "20".to_owned(),
        Kind::Yards(_) => format!("{{{CARET}}}"),
        Kind::Point => "(0.5, 0.5)".to_owned(),
        Kind::List(Kind::Point) => "[(0.4, 0.5), (0.6, 0.5)]".to_owned(),
        Kind::List(Kind::Whole(..)) => "[1, 4, 10]".to_owned(),
        // Fewer than two are nothing to compare or to choose from.
        Kind::List(Kind::Name) if matches!(name, "of" | "plays") => format!("[\"{CARET}\", \"\"]"),
        Kind::List(Kind::Text | Kind::Name) => format!("[\"{CARET}\"]"),
        Kind::List(Kind::Place) => "[(3, 0), (10, 0)]".to_owned(),
        Kind::List(_) => format!("[{CARET}]"),
        Kind::Record(record) if record.fields.iter().all(|field| field.need != Need::Required) => {
            format!("({CARET})")
        }
        Kind::Record(record) => skeleton(record),
        Kind::Choice(choice) => choice.variants.first().map_or_else(String::new, started),
    }
}
