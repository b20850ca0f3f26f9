//! The exemplar of the shipped plays comes out as the design's tables say, to their digit.

use super::build::{exemplar, run};
use crate::rules::{State, Switches, repeat};

#[test]
fn the_first_use_from_twenty_gains_what_the_table_says() {
    let lineup = exemplar();
    let outcome = run(&lineup, &State::level(&lineup.model, 20.0));
    let gains: Vec<String> =
        outcome.channels.iter().map(|channel| format!("{:.1}", channel.end - channel.start)).collect();
    assert_eq!(gains, ["5.7", "1.2", "4.4", "0.0", "5.1"]);
}

#[test]
fn again_and_again_it_gains_less_and_stays_out_on_its_own() {
    let lineup = exemplar();
    let start = State::level(&lineup.model, 20.0);
    let runs = repeat(&lineup, &start, &Switches::of(&lineup.play), 50);
    // The design's table rounds 6.46 in technology twice, to 6.5 and then to 7.
    assert_eq!(format!("{:.2}", runs[9].outcome.channels[4].exposure), "6.46");
    let rows: Vec<String> = [1, 4, 10, 50]
        .into_iter()
        .map(|number: usize| {
            let outcome = &runs[number - 1].outcome;
            let ends: Vec<String> = outcome.channels.iter().map(|c| format!("{:.0}", c.end)).collect();
            let alone: Vec<String> = outcome.channels.iter().map(|c| format!("{:.0}", c.exposure)).collect();
            let gain = outcome.spot_end - outcome.spot_start;
            format!("{number}: {}; {gain:.1}; {}", ends.join(" "), alone.join(" "))
        })
        .collect();
    assert_eq!(
        rows,
        [
            "1: 26 21 24 20 25; 3.3; 0 0 0 0 0",
            "4: 38 24 35 20 36; 1.7; 6 0 3 0 4",
            "10: 44 28 39 20 40; 0.4; 10 0 6 0 6",
            "50: 48 45 49 20 44; 0.0; 6 3 7 0 2",
        ]
    );
}
