//! Which stretch of the field a step shows.

use crate::show::{Act, Rundown, Sight};

/// Yards before the hindmost front, and beyond the foremost, that players need.
const AROUND: (f64, f64) = (15.0, 25.0);
/// The whole field with its margins, in yards.
const WHOLE: (f64, f64) = (-3.0, 103.0);

/// The stretch of yards a step shows: the same for every step of an act, of a plan and of a comparison, so that nothing
/// jumps; the whole field where there is no act.
#[must_use]
pub fn step_window(rundown: &Rundown, step: usize) -> (f64, f64) {
    let Some(this) = rundown.steps.get(step) else { return WHOLE };
    let act_at = |act: &usize| rundown.acts.get(*act);
    match &this.sight {
        Sight::Card(_) => WHOLE,
        Sight::Compare { acts } => around(acts.iter().filter_map(act_at).flat_map(fronts)),
        Sight::Moment { act, .. } | Sight::Guess { act } => {
            let Some(first) = act_at(act) else { return WHOLE };
            // The tries of a plan follow each other on one field.
            let same =
                |other: &&Act| first.plan.is_some() && other.plan.is_some() && other.stem == first.stem;
            let tries = rundown.acts.iter().filter(same);
            around(std::iter::once(first).chain(tries).flat_map(fronts))
        }
    }
}

/// Where an act's channels are at its start and at its end.
fn fronts(act: &Act) -> impl Iterator<Item = f64> {
    let frame = act.timeline.frame(0.0);
    frame.channels.into_iter().flat_map(|channel| [channel.start, channel.end])
}

fn around(fronts: impl Iterator<Item = f64>) -> (f64, f64) {
    let fronts = fronts.filter(|front| front.is_finite());
    let span = fronts.fold(None, |span: Option<(f64, f64)>, front| {
        let (first, last) = span.unwrap_or((front, front));
        Some((first.min(front), last.max(front)))
    });
    let Some((first, last)) = span else { return WHOLE };
    ((first - AROUND.0).max(WHOLE.0), (last + AROUND.1).min(WHOLE.1))
}
