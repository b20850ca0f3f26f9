//! A batch of trials through a whole plan: what [`Batch`] plays, the series judge.

use super::batch::{Batch, LANES};
use super::beta::Quantiles;
use super::program::{Program, Step};
use super::recorder::{End, Recorder};
use crate::rules::DownResult;

/// Plays a batch of `count` trials (at most [`LANES`]) from trial `first` on, up to the down `until`, and notes it.
pub(super) fn play_out(
    program: &Program,
    beta: &Quantiles,
    batch: &mut Batch,
    recorder: &mut Recorder,
    (seed, first, count): (u64, u64, usize),
    until: usize,
) {
    batch.kick_off(program, seed, first);
    let mut plays: [bool; LANES] = std::array::from_fn(|lane| lane < count);
    let mut ends = [End::default(); LANES];
    let mut first_series = plays;
    let mut down = 0;
    for step in &program.steps {
        let (play, drilled) = match step {
            Step::Event { severity, strikes } => {
                batch.strike(program, *severity, strikes);
                batch.measure(program);
                continue;
            }
            Step::Down { play, drilled } => (&program.plays[*play], *drilled),
        };
        if down == until {
            return;
        }
        let before = batch.spot;
        // As on paper, downs are counted from 1.
        let number = u32::try_from(down + 1).unwrap_or(u32::MAX);
        batch.play(program, play, drilled, number, beta);
        batch.risk(program, number);
        let after = batch.spot(program);
        let mut results = [DownResult::NextDown; LANES];
        let mut ended = [false; LANES];
        for lane in (0..count).filter(|lane| plays[*lane]) {
            let at_goal = batch.at_goal(program, lane);
            let result = batch.series[lane].judge(before[lane], after[lane], at_goal, &program.constants);
            results[lane] = result;
            ended[lane] = result.ends_the_drive();
            let end = &mut ends[lane];
            end.goal = result == DownResult::Goal;
            end.turnover = result == DownResult::Turnover;
            if result != DownResult::NextDown && first_series[lane] {
                first_series[lane] = false;
                end.made = matches!(result, DownResult::FirstDown | DownResult::Goal);
            }
            if result == DownResult::Setback {
                batch.set_back(program, lane);
            }
        }
        batch.measure(program);
        for (series, (result, spot)) in batch.series.iter_mut().zip(results.iter().zip(&batch.spot)) {
            *series = series.after(*result, *spot, program.goal, &program.constants);
        }
        recorder.down(down, batch, &plays, &ended);
        down += 1;
        recorder.longest = recorder.longest.max(down);
        for lane in (0..count).filter(|lane| ended[*lane]) {
            plays[lane] = false;
            (ends[lane].spot, ends[lane].exposure) = (batch.spot[lane], batch.exposure[lane]);
        }
        if plays.iter().all(|plays| !plays) {
            break;
        }
    }
    recorder.end(batch, &plays);
    for lane in (0..count).filter(|lane| plays[*lane]) {
        (ends[lane].spot, ends[lane].exposure) = (batch.spot[lane], batch.exposure[lane]);
    }
    recorder.ends.extend_from_slice(&ends[..count]);
}
