//! What a page says of a step to those who cannot see it.

use crate::rules::words::{whole, yards};
use crate::show::Rundown;

/// What the field says where a step rests; nothing for a card.
pub(super) fn headline(rundown: &Rundown, at: usize) -> String {
    rundown.rest(at).map(|frame| frame.headline).unwrap_or_default()
}

/// A step's picture in words: what it is, what it says, and where every channel stands.
pub(super) fn told(rundown: &Rundown, at: usize) -> String {
    let Some(step) = rundown.steps.get(at) else { return String::new() };
    let mut told = vec![format!("{}.", step.title.trim_end_matches('.'))];
    if !step.caption.is_empty() {
        told.push(step.caption.clone());
    }
    if let Some(frame) = rundown.rest(at) {
        if frame.headline != step.caption {
            told.push(frame.headline.clone());
        }
        for (channel, stands) in frame.model.channels.iter().zip(&frame.channels) {
            let at = yards(whole(stands.front));
            let alone = if stands.open_flank { ", nobody working on this" } else { "" };
            told.push(format!("{}: {at} of 100{alone}.", channel.name));
        }
    }
    told.join(" ")
}
