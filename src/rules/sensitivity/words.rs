//! Levers in sentences, for the room: whole yards, and chances as counts of a hundred trials.

use super::{Lever, LeverSubject};
use crate::model::{PlayId, Side};
use crate::rules::CallSheet;
use crate::rules::words::{begin, line, whole, yards};

/// Swings below this, in yards, would read as none.
const WORTH_ARGUING: f64 = 0.5;

/// What a lever moves: "Between 4 and 7 the whole organisation ends 3 yards apart."
pub(super) fn sentence(lever: &Lever) -> String {
    let ends = begin(&ends(lever));
    match whole(lever.swing_spot) {
        0 => format!("{ends} the whole organisation ends less than a yard apart."),
        apart => format!("{ends} the whole organisation ends {} apart.", yards(apart)),
    }
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
    format!(
        "Argue first about {}: {} the whole organisation ends {} apart.",
        subject(sheet, first),
        ends(first),
        yards(whole(first.swing_spot))
    )
}

/// The same for keeping the ball, where any lever's ends can be told apart.
pub(super) fn headline_kept(sheet: &CallSheet, levers: &[Lever], by_kept: &[usize]) -> Option<String> {
    let mut ranked = by_kept.iter().filter_map(|place| levers.get(*place));
    let first = ranked.find(|lever| lever.kept_tells_apart)?;
    let apart = match whole(first.swing_kept * 100.0) {
        0 => "fewer than 1".to_owned(),
        apart => apart.to_string(),
    };
    Some(format!(
        "To keep control, argue first about {}: {} that differs by {apart} of 100 trials.",
        subject(sheet, first),
        ends(first)
    ))
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
            format!("how strong {} is", name.unwrap_or_else(|| player.to_string()))
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
