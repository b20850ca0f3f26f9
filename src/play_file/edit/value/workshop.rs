//! Shows, records and ink as values.

use std::collections::BTreeMap;

use super::{FieldValue, Value, default, field, list, optional};
use crate::model::{
    ChannelId, GroupCalls, Guess, Ink, InkForm, InkPage, InkStroke, Judged, PenColor, PenWidth,
    SHOW_START_YARDS, Show, ShowItem, StartFronts, Switched, WorkshopRecord,
};

impl From<&Show> for Value {
    fn from(show: &Show) -> Self {
        Self::Record(
            Some("Show"),
            vec![
                field("format", show.format),
                field("title", &show.title),
                optional("summary", show.summary.as_ref()),
                default("start", &show.start, show.start == StartFronts::All(SHOW_START_YARDS)),
                optional("minutes", show.minutes.as_ref()),
                field("items", Self::List(show.items.iter().map(Into::into).collect())),
            ],
        )
    }
}

impl From<&ShowItem> for Value {
    fn from(item: &ShowItem) -> Self {
        let guessed = |guess: bool| default("guess", guess, !guess);
        let (name, mut fields) = match item {
            ShowItem::Section { title, text, .. } => {
                ("Section", vec![field("title", title), optional("text", text.as_ref())])
            }
            ShowItem::Fronts { title, .. } => ("Fronts", vec![optional("title", title.as_ref())]),
            ShowItem::Play { play, title, times, guess, .. } => (
                "Play",
                vec![
                    field("play", play),
                    optional("title", title.as_ref()),
                    default("times", times.clone(), *times == [1]),
                    guessed(*guess),
                ],
            ),
            ShowItem::Plan { plan, title, guess, .. } => {
                ("Plan", vec![field("plan", plan), optional("title", title.as_ref()), guessed(*guess)])
            }
            ShowItem::Compare { of, title, .. } => {
                ("Compare", vec![field("of", of.clone()), optional("title", title.as_ref())])
            }
            ShowItem::Calls { title, text, plays, calls, .. } => (
                "Calls",
                vec![
                    optional("title", title.as_ref()),
                    optional("text", text.as_ref()),
                    field("plays", plays.clone()),
                    default("calls", *calls, *calls == 4),
                ],
            ),
            ShowItem::Decide { title, text, .. } => {
                ("Decide", vec![optional("title", title.as_ref()), optional("text", text.as_ref())])
            }
        };
        fields.push(optional("notes", item.notes().map(str::to_owned).as_ref()));
        fields.push(optional("minutes", item.minutes().as_ref()));
        Self::Record(Some(name), fields)
    }
}

fn yards(name: &'static str, yards: &BTreeMap<ChannelId, f64>) -> FieldValue {
    let each = yards.iter().map(|(channel, yards)| (channel.to_string(), (*yards).into()));
    default(name, Value::Map(each.collect()), yards.is_empty())
}

impl From<&WorkshopRecord> for Value {
    fn from(record: &WorkshopRecord) -> Self {
        Self::Record(
            Some("WorkshopRecord"),
            vec![
                field("format", record.format),
                field("title", &record.title),
                optional("show", record.show.as_ref()),
                optional("date", record.date.as_ref()),
                yards("fronts", &record.fronts),
                list("guesses", &record.guesses),
                list("switched", &record.switched),
                list("judged", &record.judged),
                list("calls", &record.calls),
                list("arguments", &record.arguments),
                list("decisions", &record.decisions),
            ],
        )
    }
}

impl From<&Guess> for Value {
    fn from(guess: &Guess) -> Self {
        Self::Record(
            None,
            vec![
                field("of", &guess.of),
                default("times", guess.times, guess.times == 1),
                field("group", &guess.group),
                FieldValue { is_default: false, ..yards("yards", &guess.yards) },
                yards("came_to", &guess.came_to),
            ],
        )
    }
}

impl From<&Switched> for Value {
    fn from(switched: &Switched) -> Self {
        Self::Record(
            None,
            vec![
                field("play", &switched.play),
                field("assumption", &switched.assumption),
                field("holds", switched.holds),
                optional("effect", switched.effect.as_ref()),
            ],
        )
    }
}

impl From<&Judged> for Value {
    fn from(judged: &Judged) -> Self {
        Self::Record(
            None,
            vec![
                field("play", &judged.play),
                field("player", &judged.player),
                field("strength", judged.strength),
                optional("effect", judged.effect.as_ref()),
            ],
        )
    }
}

impl From<&GroupCalls> for Value {
    fn from(calls: &GroupCalls) -> Self {
        Self::Record(
            None,
            vec![
                field("group", &calls.group),
                field("plays", calls.plays.clone()),
                optional("spot", calls.spot.as_ref()),
                optional("exposure", calls.exposure.as_ref()),
            ],
        )
    }
}

impl From<&Ink> for Value {
    fn from(ink: &Ink) -> Self {
        Self::Record(
            Some("Ink"),
            vec![field("format", ink.format), field("of", &ink.of), list("pages", &ink.pages)],
        )
    }
}

impl From<&InkPage> for Value {
    fn from(page: &InkPage) -> Self {
        let strokes = Self::List(page.strokes.iter().map(Into::into).collect());
        Self::Record(None, vec![field("step", &page.step), field("strokes", strokes)])
    }
}

impl From<&InkStroke> for Value {
    fn from(stroke: &InkStroke) -> Self {
        let pen = match stroke.pen {
            PenColor::Red => "Red",
            PenColor::Yellow => "Yellow",
            PenColor::Blue => "Blue",
        };
        let width = match stroke.width {
            PenWidth::Thin => "Thin",
            PenWidth::Thick => "Thick",
        };
        let form = match stroke.form {
            InkForm::Free => "Free",
            InkForm::Arrow => "Arrow",
            InkForm::Circle => "Circle",
        };
        let points = stroke.points.iter().map(|(x, y)| Self::Tuple(vec![part(*x), part(*y)]));
        Self::Record(
            None,
            vec![
                default("pen", Self::Variant(pen, Vec::new()), stroke.pen == PenColor::default()),
                default("width", Self::Variant(width, Vec::new()), stroke.width == PenWidth::default()),
                default("form", Self::Variant(form, Vec::new()), stroke.form == InkForm::default()),
                field("points", Self::List(points.collect())),
            ],
        )
    }
}

/// A part in as few digits as tell it from its neighbours: 0.1, not 0.10000000149011612.
fn part(part: f32) -> Value {
    Value::Number(part.to_string().parse().unwrap_or_else(|_| part.into()))
}
