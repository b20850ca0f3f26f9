//! Whether a value is one the schema allows in a place.
//!
//! In: a value, the kind of its place, and the place's path for the sentence. Out: nothing, or why not. References to
//! other things are not looked at: an edit may pass through a play that names somebody who comes next.

use super::EditError;
use super::value::Value;
use crate::model::is_valid_id;
use crate::play_file::schema::{
    Holds, Kind, Need, PART, PLACE_ACROSS, PLACE_YARDS, Range, Record, STRENGTH, YARD,
};
use crate::play_file::tree::NodePath;
use crate::play_file::wording::expected;

/// # Errors
/// What is wrong with the value, where, and what would do.
pub(super) fn check(value: &Value, kind: &Kind, path: &NodePath) -> Result<(), EditError> {
    match (kind, value) {
        (Kind::Text | Kind::Name, Value::Text(_)) | (Kind::Flag, Value::Flag(_)) => Ok(()),
        (Kind::Short, Value::Text(short)) if (1..=3).contains(&short.chars().count()) => Ok(()),
        (Kind::Short, Value::Text(_)) => Err(out_of_range(path, "one to three letters")),
        (Kind::Id, Value::Text(id)) if is_valid_id(id) => Ok(()),
        (Kind::Id, Value::Text(id)) => Err(EditError::BadId { id: id.clone() }),
        (Kind::Whole(low, high), Value::Number(number)) => {
            let within = (f64::from(*low)..=f64::from(*high)).contains(number) && number.fract() == 0.0;
            if within { Ok(()) } else { Err(out_of_range(path, &expected(kind))) }
        }
        (Kind::Number(range), Value::Number(number)) => in_range(*number, range, path),
        (Kind::Strength, Value::Number(number)) => in_range(*number, &STRENGTH, path),
        (Kind::Strength, Value::Tuple(values)) => {
            let [Value::Number(low), Value::Number(likely), Value::Number(high)] = values.as_slice() else {
                return Err(wrong(path, kind));
            };
            for number in [low, likely, high] {
                in_range(*number, &STRENGTH, path)?;
            }
            let rising = low <= likely && likely <= high;
            if rising { Ok(()) } else { Err(out_of_range(path, "(low, likely, high), in rising order")) }
        }
        (Kind::Place, Value::Tuple(values)) => {
            let [Value::Number(yards), Value::Number(across)] = values.as_slice() else {
                return Err(wrong(path, kind));
            };
            in_range(*yards, &PLACE_YARDS, &path.clone().index(0))?;
            in_range(*across, &PLACE_ACROSS, &path.clone().index(1))
        }
        (Kind::Start, Value::Number(yards)) => in_range(*yards, &YARD, path),
        (Kind::Start, Value::Map(entries)) => each_in_range(entries, YARD, path),
        (Kind::Yards(range), Value::Map(entries)) => each_in_range(entries, *range, path),
        (Kind::Point, Value::Tuple(values)) if values.len() == 2 => {
            let mut values = values.iter().enumerate();
            values
                .try_for_each(|(index, value)| check(value, &Kind::Number(PART), &path.clone().index(index)))
        }
        (Kind::List(inner), Value::List(values)) => {
            for (index, value) in values.iter().enumerate() {
                check(value, inner, &path.clone().index(index))?;
            }
            Ok(())
        }
        (Kind::Record(schema), Value::Record(name, _)) if name.is_none_or(|name| name == schema.name) => {
            record(value, schema, path)
        }
        (Kind::Choice(choice), Value::Variant(name, values)) => {
            let variant = choice.variants.iter().find(|variant| variant.name == *name);
            match variant.map(|variant| variant.holds) {
                Some(Holds::Nothing) if values.is_empty() => Ok(()),
                Some(Holds::Values(kinds)) if kinds.len() == values.len() => {
                    let mut pairs = values.iter().zip(kinds).enumerate();
                    pairs
                        .try_for_each(|(index, (value, kind))| check(value, kind, &path.clone().index(index)))
                }
                _ => Err(wrong(path, kind)),
            }
        }
        (Kind::Choice(choice), Value::Record(Some(name), _)) => {
            match choice.variants.iter().find(|variant| variant.name == *name).map(|variant| variant.holds) {
                Some(Holds::Fields(schema)) => record(value, schema, path),
                _ => Err(wrong(path, kind)),
            }
        }
        _ => Err(wrong(path, kind)),
    }
}

fn record(value: &Value, schema: &Record, path: &NodePath) -> Result<(), EditError> {
    let Value::Record(_, fields) = value else { return Ok(()) };
    for field in fields {
        let path = path.clone().field(field.name);
        let Some(known) = schema.fields.iter().find(|known| known.name == field.name) else {
            return Err(EditError::NoSuchPlace { path: path.to_string() });
        };
        match &field.value {
            Some(value) => check(value, &known.kind, &path)?,
            None if known.need == Need::Required => return Err(required(&path)),
            None => {}
        }
    }
    let given = |name| fields.iter().any(|field| field.name == name);
    match schema.fields.iter().find(|field| field.need == Need::Required && !given(field.name)) {
        Some(missing) => Err(required(&path.clone().field(missing.name))),
        None => Ok(()),
    }
}

fn each_in_range(entries: &[(String, Value)], range: Range, path: &NodePath) -> Result<(), EditError> {
    let mut entries = entries.iter();
    entries.try_for_each(|(channel, yards)| {
        check(yards, &Kind::Number(range), &path.clone().key(format!("\"{channel}\"")))
    })
}

fn in_range(number: f64, range: &Range, path: &NodePath) -> Result<(), EditError> {
    if range.allows(number) { Ok(()) } else { Err(out_of_range(path, &range.words())) }
}

pub(super) fn required(path: &NodePath) -> EditError {
    EditError::Required { path: path.to_string() }
}

fn wrong(path: &NodePath, kind: &Kind) -> EditError {
    EditError::WrongValue { path: path.to_string(), expected: expected(kind) }
}

fn out_of_range(path: &NodePath, allowed: &str) -> EditError {
    EditError::OutOfRange { path: path.to_string(), allowed: allowed.to_owned() }
}
