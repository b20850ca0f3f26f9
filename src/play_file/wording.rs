//! Kinds and values in words: what was expected, what was found, and how to write it.

use super::schema::{Holds, Kind, Need, Range, STRENGTH};
use super::tree::{Node, NodeKind};

/// `player` as `A player`.
pub(super) fn an(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "An" } else { "A" };
    format!("{article} {noun}")
}

/// A text between quotes, as it is written in a file.
pub(super) fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

/// What a value is, such as `a number`.
pub(super) fn describe(node: Node<'_>) -> String {
    let kind = match node.kind() {
        // A dot at its end would end the sentence.
        NodeKind::Number if node.text().len() <= 20 && !node.text().ends_with('.') => {
            return format!("the number {}", node.text());
        }
        NodeKind::Struct => "a group of fields",
        NodeKind::Tuple | NodeKind::Unit => "a group in parentheses",
        NodeKind::List => "a list",
        NodeKind::Map => "a map",
        NodeKind::Ident => match node.as_bool() {
            Some(_) => "`true` or `false`",
            None => "a name without quotes",
        },
        NodeKind::Number => "a number",
        NodeKind::Range => "a range",
        NodeKind::String => "a text",
        NodeKind::Char => "a single character",
        NodeKind::Byte | NodeKind::ByteString => "bytes",
        NodeKind::Error => "nothing that can be read",
    };
    kind.into()
}

/// What a kind of value is, such as `a whole number from 1 to 100`.
pub(super) fn expected(kind: &Kind) -> String {
    match kind {
        Kind::Text | Kind::Short => "a text in quotes".into(),
        Kind::Id | Kind::Name => "a name in quotes".into(),
        Kind::Whole(low, u32::MAX) if *low > 0 => format!("a whole number, at least {low}"),
        Kind::Whole(_, u32::MAX) => "a whole number".into(),
        Kind::Whole(low, high) => format!("a whole number from {low} to {high}"),
        Kind::Number(_) => "a plain number".into(),
        Kind::Flag => "`true` or `false`".into(),
        Kind::Strength => "one number or three".into(),
        Kind::Place => "two numbers: yards, and the place across".into(),
        Kind::Start => "one yard for all channels, or a yard for each".into(),
        Kind::Yards(_) => "yards for channels in curly brackets".into(),
        Kind::Point => "two numbers: parts of the width and the height".into(),
        Kind::List(_) => "a list in square brackets".into(),
        Kind::Record(_) => "a group of fields in parentheses".into(),
        Kind::Choice(_) => "one of its names, without quotes".into(),
    }
}

/// How a value is written; `name` is its field's, which may tell more.
pub(super) fn example(kind: &Kind, name: &str) -> String {
    match kind {
        Kind::Text => "\"…\"".into(),
        Kind::Short => "\"AB\"".into(),
        Kind::Id | Kind::Name if name.is_empty() || name == "id" => "\"a-name\"".into(),
        Kind::Id | Kind::Name => format!("\"a-{name}\""),
        Kind::Whole(..) => "1".into(),
        Kind::Number(Range { high, .. }) => format!("{}", if *high < 5.0 { 0.5 } else { 5.0 }),
        Kind::Flag => "true".into(),
        Kind::Strength => "(3, 4, 5)".into(),
        Kind::Place => "(-3, 0)".into(),
        Kind::Start => "20, or {\"services\": 30, …} with every channel".into(),
        Kind::Yards(_) => "{\"services\": 5, …}".into(),
        Kind::Point => "(0.5, 0.5)".into(),
        Kind::List(inner) => format!("[{}]", example(inner, "")),
        Kind::Record(record) => {
            let required = || record.fields.iter().filter(|field| field.need == Need::Required);
            let fields: Vec<String> = required()
                .take(2)
                .map(|field| format!("{}: {}", field.name, example(&field.kind, field.name)))
                .collect();
            let more = if required().count() > 2 || fields.is_empty() { ", …" } else { "" };
            format!("({}{more})", fields.join(", "))
        }
        Kind::Choice(choice) => choice.variants.first().map_or_else(String::new, |v| v.example.into()),
    }
}

/// The value rewritten as the kind that was wanted, where that is plainly what was meant.
pub(super) fn converted(node: Node<'_>, kind: &Kind) -> Option<String> {
    let text = node.as_str();
    match kind {
        Kind::Text | Kind::Name | Kind::Short | Kind::Id => match node.kind() {
            NodeKind::Ident => {
                let name = node.as_ident()?;
                accepts(kind, name).then(|| quote(name))
            }
            NodeKind::Number if matches!(kind, Kind::Text) => Some(quote(node.text())),
            NodeKind::Char => {
                let name = node.as_char()?.to_string();
                accepts(kind, &name).then(|| quote(&name))
            }
            _ => None,
        },
        Kind::Number(range) => {
            let number = plain(node)?;
            range.allows(number).then(|| number.to_string())
        }
        Kind::Strength => {
            let number = plain(node)?;
            STRENGTH.allows(number).then(|| number.to_string())
        }
        Kind::Whole(low, high) => {
            let number: f64 = match text {
                Some(text) => text.trim().parse().ok()?,
                None => node.as_f64()?,
            };
            let within = (f64::from(*low)..=f64::from(*high)).contains(&number);
            (within && number.fract() == 0.0).then(|| number.to_string())
        }
        Kind::Flag => match &*text?.to_lowercase() {
            "true" | "yes" => Some("true".into()),
            "false" | "no" => Some("false".into()),
            _ => None,
        },
        Kind::List(Kind::Text | Kind::Name) => text.map(|_| format!("[{}]", node.text())),
        Kind::Choice(choice) => {
            let text = text?;
            let variant = choice.variants.iter().find(|variant| variant.name == text)?;
            matches!(variant.holds, Holds::Nothing).then(|| variant.name.into())
        }
        Kind::Place | Kind::Start | Kind::Yards(_) | Kind::Point | Kind::List(_) | Kind::Record(_) => None,
    }
}

/// The number that a text holds, or one written in another base.
fn plain(node: Node<'_>) -> Option<f64> {
    match node.as_str() {
        Some(text) => text.trim().parse().ok(),
        None => node.as_u32().map(f64::from),
    }
}

/// Whether a text would do for a kind.
fn accepts(kind: &Kind, text: &str) -> bool {
    match kind {
        Kind::Id => crate::model::is_valid_id(text),
        Kind::Short => (1..=3).contains(&text.chars().count()),
        _ => true,
    }
}
