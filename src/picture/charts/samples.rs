//! Results to draw in tests: ordinary ones, and ones nobody should ever see.

use super::*;
use crate::model::Subject;

/// A drive judged by its gains: where it stands after each try, what was needed, what it led to.
fn drive(start: f64, gains: &[f64], events: &[(u32, f64)]) -> Vec<DriveTry> {
    let (mut spot, mut series, mut down, mut failed) = (start, 1, 1, 0);
    let mut to_gain = start + 10.0;
    let mut tries = Vec::new();
    for (index, gain) in gains.iter().enumerate() {
        let number = index as u32 + 1;
        let spot_start = spot;
        spot += gain;
        let result = match down {
            _ if spot >= 80.0 => TryResult::Goal,
            _ if spot >= to_gain => TryResult::FirstDown,
            4 if failed > 0 => TryResult::Turnover,
            4 => TryResult::Setback,
            _ => TryResult::NextTry,
        };
        if result == TryResult::Setback {
            spot -= 5.0;
            failed += 1;
        }
        let play = if index % 3 == 2 { "Open up the data behind the services" } else { "Exemplar service" };
        tries.push(DriveTry {
            number,
            series,
            down,
            play: play.into(),
            spot_start,
            spot_end: spot,
            to_gain,
            result,
        });
        if result.ends_the_drive() {
            break;
        }
        if result == TryResult::NextTry {
            down += 1;
        } else {
            (series, down, to_gain) = (series + 1, 1, spot + 10.0);
        }
        let lost: f64 = events.iter().filter(|event| event.0 == number).map(|event| event.1).sum();
        spot -= lost;
    }
    tries
}

/// A plan of these gains; `tries` is how many the chart is to keep its last value for.
fn plan(name: &str, gains: &[f64], events: &[(u32, f64)], tries: usize) -> SpotPlan {
    let driven = drive(20.0, gains, events);
    let band = |spot: f64, number: usize| {
        let wide = 1.6 * (number as f64).sqrt();
        Some(Band { mean: Some(spot), p10: spot - wide, p50: spot - 0.2, p90: spot + wide * 1.2 })
    };
    let last = driven.last().map_or(20.0, |each| each.spot_end);
    let point = |index: usize| {
        let each = driven.get(index);
        let spot = each.map_or(last, |each| each.spot_end);
        SpotTry {
            spot,
            band: band(spot, index + 1),
            to_gain: each.map(|each| each.to_gain),
            result: each.map(|each| each.result),
        }
    };
    let events =
        events.iter().map(|&(after, lost)| SpotEvent { after, name: "Change of leadership".into(), lost });
    SpotPlan {
        color: None,
        name: name.into(),
        start: 20.0,
        tries: (0..tries).map(point).collect(),
        events: events.collect(),
    }
}

const MIXED: [f64; 12] = [3.1, 2.6, 3.4, 2.4, 3.0, 2.9, 3.2, 2.2, 2.9, 3.3, 2.6, 2.7];
const REPEATED: [f64; 12] = [3.0, 2.4, 1.9, 2.2, 1.2, 0.8, 0.6, 0.3, 1.4, 1.1, 0.7, 0.2];
const CAREFUL: [f64; 12] = [1.9, 2.6, 2.9, 3.1, 2.7, 2.5, 2.5, 2.4, 2.3, 2.6, 2.2, 2.1];
const BOLD: [f64; 12] = [4.4, 3.9, 3.2, 2.6, 4.1, 3.5, 3.9, 2.9, 4.2, 3.8, 3.5, 3.9];

pub(super) fn spot(plans: usize) -> SpotChart {
    let all = [
        plan("Exemplar, again and again", &REPEATED, &[(6, 2.2)], 12),
        plan("Foundations first", &MIXED, &[(6, 0.8)], 12),
        plan("Careful steps", &CAREFUL, &[], 12),
        plan("Everything at once", &BOLD, &[(4, 3.1), (8, 4.0)], 12),
    ];
    SpotChart {
        title: "Four ways to use twelve tries".into(),
        plans: all.into_iter().take(plans).collect(),
        highlighted: 0,
        series_tries: 4,
        goal: 80.0,
        at: None,
    }
}

/// One plan of so many tries that wander.
pub(super) fn long(tries: usize) -> SpotChart {
    let spots = (0..tries).scan(20.0f64, |spot, index| {
        let slow = (index as f64 / tries as f64 * 20.0).cos();
        let wobble = (index as f64 * 1.7).sin();
        *spot = (*spot + wobble * 0.6 + slow * 300.0 / tries as f64 + 0.02).clamp(5.0, 90.0);
        Some(*spot)
    });
    let point = |spot: f64| SpotTry {
        spot,
        band: Some(Band { mean: None, p10: spot - 4.0, p50: spot, p90: spot + 5.0 }),
        to_gain: Some(spot + 3.0),
        result: Some(TryResult::NextTry),
    };
    let events = (0..tries as u32).step_by((tries / 9).max(1)).map(|after| SpotEvent {
        after,
        name: format!("Reorganisation {after}"),
        lost: 1.0,
    });
    let plan = SpotPlan {
        color: None,
        name: "The long way".into(),
        start: 20.0,
        events: events.collect(),
        tries: spots.map(point).collect(),
    };
    SpotChart { plans: vec![plan], series_tries: 4, goal: 100.0, ..SpotChart::default() }
}

pub(super) fn rows(tries: usize) -> DriveChart {
    let events = [(2, 2.2)];
    let mut rows = Vec::new();
    let gains: Vec<f64> = REPEATED.iter().copied().chain(MIXED).cycle().take(tries).collect();
    for each in drive(20.0, &gains, &events) {
        let (number, spot_start) = (each.number, each.spot_end);
        rows.push(DriveRow::Try(each));
        for &(_, lost) in events.iter().filter(|event| event.0 == number) {
            let name = "Change of leadership".into();
            rows.push(DriveRow::Event(DriveEvent { name, spot_start, lost }));
        }
    }
    DriveChart { title: "Exemplar, again and again".into(), rows, series_tries: 4, goal: 80.0, at: Some(3) }
}

/// A drive that goes on and on.
pub(super) fn many_rows(tries: u32) -> DriveChart {
    let row = |index: u32| {
        let spot_start = f64::from(index % 70) + 5.0;
        DriveRow::Try(DriveTry {
            number: index + 1,
            series: index / 4 + 1,
            down: index % 4 + 1,
            play: "Link workers".into(),
            spot_start,
            spot_end: spot_start + 1.0,
            to_gain: 50.0,
            result: if index % 4 == 3 { TryResult::FirstDown } else { TryResult::NextTry },
        })
    };
    DriveChart { rows: (0..tries).map(row).collect(), series_tries: 4, goal: 100.0, ..DriveChart::default() }
}

pub(super) fn judgements() -> Tornado {
    let bar = |label: &str, low: f64, high: f64| TornadoBar {
        label: label.into(),
        low,
        high,
        subject: Subject::Play,
    };
    Tornado {
        title: "What the result hangs on".into(),
        result: "Whole organisation at the end".into(),
        unit: TornadoUnit::Yards,
        base: 37.6,
        bars: vec![
            bar("Link workers: 2 to 4", 36.8, 38.3),
            bar("Legacy technology: 4 to 7", 41.2, 33.4),
            bar("Service redesign team: 3 to 6", 34.9, 40.1),
            bar("Assumption: we accept the starting point", 31.6, 38.9),
            bar("Statutory guidance on forty pages: 2 to 5", 38.9, 36.6),
            bar("Procurement rules: 3 to 5", 37.9, 37.2),
            bar("User research: 1 to 3", 38.6, 39.7),
            bar("Silos: 3 to 4", 37.6, 37.6),
            bar("Annual budgets: 3 to 4", 37.61, 37.58),
            bar("Press: 1 to 2", 37.6, 37.6),
        ],
    }
}
