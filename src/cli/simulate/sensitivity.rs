//! `simulate --sensitivity`: which judgements matter most, for people and for programs.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::json::chance;
use crate::cli::console::BOLD;
use crate::cli::figures::{grouped, short, whole, yards};
use crate::cli::table::{Column, Table};
use crate::model::Side;
use crate::rules::{Lever, LeverEnd, LeverSubject, Sensitivity};

/// So many levers are listed, unless every one is asked for.
const ROWS: usize = 12;
/// Levers that move the end by less, in yards, are counted and not listed.
const WORTH_A_ROW: f64 = 0.5;
/// The same for the chance to keep control.
const WORTH_A_ROW_KEPT: f64 = 0.05;

/// What to argue about first, and a row a lever.
pub(super) fn text(found: &Sensitivity, precise: bool) -> String {
    let mut text = format!("\n{BOLD}What matters most{BOLD:#}\n{}\n", found.headline);
    for headline in found.headline_kept.iter().filter(|_| found.count > 0) {
        let _ = writeln!(text, "{headline}");
    }
    let worth = |lever: &&Lever| {
        let kept = lever.kept_tells_apart && lever.swing_kept >= WORTH_A_ROW_KEPT;
        lever.swing_spot >= WORTH_A_ROW || kept
    };
    let listed: Vec<&Lever> = if precise {
        found.levers.iter().collect()
    } else {
        found.levers.iter().filter(worth).take(ROWS).collect()
    };
    let mut table = Table::new([
        Column::left("one at a time"),
        Column::left("at its low"),
        Column::left("at its high"),
        Column::right("apart"),
        Column::right("control kept, of 100"),
    ]);
    for lever in &listed {
        table.row([
            short(&lever.label),
            end(&lever.low, found.spot, precise),
            end(&lever.high, found.spot, precise),
            yards(lever.swing_spot, precise),
            kept(lever),
        ]);
    }
    if !listed.is_empty() {
        let _ = write!(text, "\n{}", table.text());
    }
    let rest = found.levers.len() - listed.len();
    if rest > 0 {
        let (others, matter) = if rest == 1 { ("other", "matters") } else { ("others", "matter") };
        let _ = writeln!(text, "{rest} {others} {matter} less; --precise lists everything.");
    }
    let trials = match (found.count, found.asked) {
        (count, asked) if count < asked => {
            format!("{} of {} trials (stopped: partial)", grouped(count), grouped(asked))
        }
        (1, _) => "one trial".to_owned(),
        (count, _) => format!("{} trials", grouped(count)),
    };
    let _ = writeln!(
        text,
        "\nYards are the expected end's, from {}; chances are of {trials}, and given where they differ by more than\n\
         chance alone makes likely.",
        yards(found.spot, precise)
    );
    text
}

/// "4: ▼ 2", how far the end moves from where it stands.
fn end(end: &LeverEnd, base: f64, precise: bool) -> String {
    let by = end.spot - base;
    let moved = yards(by.abs(), precise);
    let way = match moved.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        false => "no change".to_owned(),
        true if by > 0.0 => format!("▲ {moved}"),
        true => format!("▼ {moved}"),
    };
    format!("{}: {way}", end.what)
}

/// "68 to 93", where that tells the ends apart.
fn kept(lever: &Lever) -> String {
    let of_hundred = |end: &LeverEnd| whole(end.kept.chance * 100.0);
    if lever.kept_tells_apart {
        format!("{:.0} to {:.0}", of_hundred(&lever.low), of_hundred(&lever.high))
    } else {
        String::new()
    }
}

/// The whole object.
pub(super) fn json(found: &Sensitivity) -> Value {
    let mut result = Map::new();
    result.insert("spot".to_owned(), found.spot.into());
    result.insert("kept".to_owned(), chance(&found.kept));
    result.insert("headline".to_owned(), found.headline.as_str().into());
    result.insert("headline_kept".to_owned(), found.headline_kept.as_deref().into());
    result.insert("count".to_owned(), found.count.into());
    result.insert("seed".to_owned(), found.seed.into());
    if found.count < found.asked {
        result.insert("partial".to_owned(), true.into());
    }
    result.insert("levers".to_owned(), found.levers.iter().map(lever).collect::<Vec<Value>>().into());
    result.insert("by_kept".to_owned(), found.by_kept.clone().into());
    result.into()
}

fn lever(lever: &Lever) -> Value {
    let end = |end: &LeverEnd| json!({ "what": end.what, "spot": end.spot, "missed": end.missed, "kept": chance(&end.kept) });
    // JSON has no infinity: without two trials there is no error to give.
    let error = Some(lever.kept_difference.error).filter(|error| error.is_finite());
    json!({
        "subject": subject(&lever.subject),
        "label": lever.label,
        "low": end(&lever.low),
        "high": end(&lever.high),
        "swing_spot": lever.swing_spot,
        "swing_kept": lever.swing_kept,
        "kept_difference": { "mean_difference": lever.kept_difference.mean_difference, "error": error },
        "kept_tells_apart": lever.kept_tells_apart,
    })
}

fn subject(subject: &LeverSubject) -> Value {
    match subject {
        LeverSubject::Strength { player, side } => {
            let side = match side {
                Side::Offense => "offense",
                Side::Defense => "defense",
            };
            json!({ "kind": "strength", "player": player.as_str(), "side": side })
        }
        LeverSubject::Assumption { play, id } => {
            json!({ "kind": "assumption", "play": play.as_str(), "id": id.as_str() })
        }
        LeverSubject::StepBack { play } => json!({ "kind": "step_back", "play": play.as_str() }),
    }
}
