//! Levers in sentences, for the room: whole yards, and chances as counts of a hundred trials.

use super::{Lever, LeverEnd, LeverSubject};
use crate::model::{PlayId, Side};
use crate::rules::CallSheet;
use crate::rules::words::{begin, line, number, verb, whole, yards};

/// Swings below this, in yards, would read as none.
const WORTH_ARGUING: f64 = 0.5;

/// What a lever moves: "Between 4 and 7 the whole organisation ends 3 yards apart."
pub(super) fn sentence(lever: &Lever) -> String {
    format!("{} {}", begin(&ends(lever)), apart(lever))
}

/// "Argue first about Legacy technology: between strength 4 and 7 the whole organisation ends 3 yards apart."
pub(super) fn headline(sheet: &CallSheet, levers: &[Lever]) -> String {
    let Some(first) = levers.first() else {
        return "There is nothing to argue about: no strength has a range, and nothing is assumed."
            .to_owned();
    };
    if first.swing_spot < WORTH_ARGUING {
        return "No judgement alone moves the whole organisation's end by a yard.".to_owned();
    }
    format!("Argue first about {}: {} {}", subject(sheet, first), ends(first), apart(first))
}

/// The same for keeping the ball, where any lever's ends can be told apart.
pub(super) fn headline_kept(sheet: &CallSheet, levers: &[Lever], by_kept: &[usize]) -> Option<String> {
    let mut ranked = by_kept.iter().filter_map(|place| levers.get(*place));
    let first = ranked.find(|lever| lever.kept_tells_apart)?;
    let of_hundred = |end: &LeverEnd| whole(end.kept.chance * 100.0);
    let (low, high) = (&first.low, &first.high);
    let at = match first.subject {
        LeverSubject::Strength { .. } => [format!("at strength {}", low.what), format!("at {}", high.what)],
        LeverSubject::Assumption { .. } => ["if that does not hold".to_owned(), "if it holds".to_owned()],
        LeverSubject::StepBack { .. } => [format!("with {}", low.what), format!("with {}", high.what)],
    };
    let [at_low, at_high] = at;
    Some(format!(
        "For keeping control, argue first about {}: {at_low} it is kept in {} of 100 trials, {at_high} in {}.",
        subject(sheet, first),
        of_hundred(low),
        of_hundred(high)
    ))
}

/// "the whole organisation ends 3 yards apart.", and whether that comes with a series that fails.
fn apart(lever: &Lever) -> String {
    let apart = match whole(lever.swing_spot) {
        0 => "less than a yard".to_owned(),
        apart => yards(apart),
    };
    let (low, high) = (&lever.low, &lever.high);
    let (worse, more) = if low.missed > high.missed {
        (low, low.missed - high.missed)
    } else {
        (high, high.missed - low.missed)
    };
    let at = match lever.subject {
        LeverSubject::Strength { .. } => format!("at strength {}", worse.what),
        LeverSubject::Assumption { .. } => format!("if it {}", worse.what),
        LeverSubject::StepBack { .. } => format!("with {}", worse.what),
    };
    let fails = match more {
        0 => String::new(),
        1 => format!("; {at} one more series of tries fails"),
        more => format!("; {at} {} more series of tries fail", number(more)),
    };
    format!("the whole organisation ends {apart} apart{fails}.")
}

/// What a lever is about, in a sentence.
fn subject(sheet: &CallSheet, lever: &Lever) -> String {
    let play_of = |wanted: &PlayId| sheet.plays.iter().find(|called| called.lineup.id == *wanted);
    let title = |id: &PlayId| play_of(id).map_or_else(|| id.to_string(), |c| c.lineup.play.title.clone());
    match &lever.subject {
        LeverSubject::Strength { player, side } => {
            let name = sheet.plays.iter().find_map(|called| {
                let play = &called.lineup.play;
                match side {
                    Side::Offense => play.offense.iter().find(|p| p.id == *player).map(|p| p.name.clone()),
                    Side::Defense => play.defense.iter().find(|p| p.id == *player).map(|p| p.name.clone()),
                }
            });
            let name = name.unwrap_or_else(|| player.to_string());
            format!("how strong {name} {}", verb(&[&name], "is", "are"))
        }
        LeverSubject::Assumption { play, id } => {
            let text = play_of(play).and_then(|called| {
                let assumptions = &called.lineup.play.assumptions;
                assumptions.iter().find(|assumption| assumption.id == *id).map(|found| line(&found.text))
            });
            format!("what {} assumes, “{}”", title(play), text.unwrap_or_else(|| id.to_string()))
        }
        LeverSubject::StepBack { play } => format!("how far {} steps back", title(play)),
    }
}

/// "between strength 4 and 7", "whether that holds or not,", "between 3 and 7 yards".
fn ends(lever: &Lever) -> String {
    let (low, high) = (&lever.low.what, &lever.high.what);
    match lever.subject {
        LeverSubject::Strength { .. } => format!("between strength {low} and {high}"),
        LeverSubject::Assumption { .. } => "whether that holds or not,".to_owned(),
        LeverSubject::StepBack { .. } => {
            let low = low.split(' ').next().unwrap_or_default();
            format!("between {low} and {high}")
        }
    }
}
