//! What a what-if changes, in a sentence.

use super::words::{list, whole, yards};
use crate::model::OperatingModel;

/// What is different where fronts end at `after` from where they end at `before`, in whole yards: "the whole organisation
/// ends 1 yard further, Products & services at 28 instead of 26."
#[must_use]
pub fn difference(model: &OperatingModel, before: &[f64], after: &[f64]) -> String {
    let spot = |fronts: &[f64]| whole(model.weighted_mean(fronts.iter().copied()));
    let moved = spot(after) - spot(before);
    let whole_moved = match moved {
        0 => "the whole organisation ends where it was".to_owned(),
        further @ 1.. => format!("the whole organisation ends {} further", yards(further)),
        back => format!("the whole organisation ends {} further back", yards(-back)),
    };
    let mut channels: Vec<(i64, String)> = model
        .channels
        .iter()
        .zip(before.iter().zip(after))
        .map(|(channel, (before, after))| (&channel.name, whole(*before), whole(*after)))
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| {
            ((after - before).abs(), format!("{name} at {after} instead of {before}"))
        })
        .collect();
    channels.sort_by_key(|(by, _)| -by);
    let channels: Vec<&str> = channels.iter().map(|(_, words)| words.as_str()).collect();
    match channels.as_slice() {
        [] if moved == 0 => "less than a yard changes anywhere.".to_owned(),
        [] => format!("{whole_moved}."),
        channels => format!("{whole_moved}, {}.", list(channels, "and")),
    }
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::model::PlayId;
    use crate::play_file::{Lookup as _, Playbook};
    use crate::rules::{Lineup, State, Switches, resolve};

    #[test]
    fn a_switch_is_told_by_what_it_moves() {
        let playbook = Playbook::built_in();
        let play = playbook.play(&PlayId::from("exemplar")).unwrap();
        let model = playbook.model(&play.model).unwrap();
        let lineup = Lineup::new(PlayId::from("exemplar"), play.clone(), model.clone());
        let run = |switches: &Switches| resolve(&lineup, &State::level(&model, 20.0), switches).ends();
        let file = Switches::of(&play);
        assert_eq!(difference(&model, &run(&file), &run(&file)), "less than a yard changes anywhere.");
        let told = difference(&model, &run(&file), &run(&file.flipped(0)));
        assert!(told.contains("Products & services at 28 instead of 26"), "{told}");
    }
}
