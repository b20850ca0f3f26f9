//! The lanes: ground, fronts and who stands where.

use unicode_width::UnicodeWidthStr;

use super::paper::Paper;
use super::people::{self, Standing};
use super::{Scale, put, whole};
use crate::timeline::{ChannelFrame, Frame};

/// Yards shown beyond everything that matters.
const MARGIN: f64 = 4.0;

/// The fewest yards shown.
const LEAST: f64 = 40.0;

/// From here on something that forms is there.
const SHOWN: f64 = 0.5;

/// One block for each lane, under a scale that all share.
pub(super) fn lanes(frame: &Frame, paper: &mut Paper) {
    let standing = people::standing(frame);
    let scale = scale(frame, &standing, paper.columns);
    paper.line(&yards(&scale));
    for (index, lane) in frame.channels.iter().enumerate() {
        title(frame, index, lane, paper);
        paper.line(&ground(lane, &scale, paper));
        tokens(standing.iter().filter(|token| token.channel == index), &scale, paper);
        paper.space();
    }
}

/// What a lane is called, in characters as they are.
pub(super) fn name_of(frame: &Frame, index: usize) -> String {
    frame.channel(index).map_or_else(|| format!("Channel {}", index + 1), |channel| channel.name.clone())
}

/// The part of the field where something happens, in tens of yards.
fn scale(frame: &Frame, standing: &[Standing], columns: usize) -> Scale {
    let fronts = frame.channels.iter().flat_map(|lane| [lane.start, lane.front]);
    let places = fronts.chain(standing.iter().map(|token| token.yards)).filter(|yards| yards.is_finite());
    let (low, high) =
        places.fold((100.0_f64, 0.0_f64), |(low, high), yards| (low.min(yards), high.max(yards)));
    let from = (((low.min(high) - MARGIN) / 10.0).floor() * 10.0).clamp(0.0, 100.0 - LEAST);
    let to = (((high + MARGIN) / 10.0).ceil() * 10.0).clamp(from + LEAST, 100.0);
    Scale { from, to, cells: columns }
}

/// The yards above the lanes, every ten.
fn yards(scale: &Scale) -> String {
    let mut line = vec![' '; scale.cells];
    let mut yard = scale.from;
    while yard <= scale.to {
        let label = whole(yard).to_string();
        let at = scale.cell(yard);
        // Under the middle of its figures lies the yard; at both ends the figures stay on the paper.
        put(&mut line, at.saturating_sub(label.len() / 2), &label);
        yard += 10.0;
    }
    line.iter().collect()
}

/// A lane's name, and what must be said about it.
fn title(frame: &Frame, index: usize, lane: &ChannelFrame, paper: &mut Paper) {
    let name = paper.clean(&name_of(frame, index));
    let mut says = Vec::new();
    if lane.open_flank {
        says.push("Nobody working on this".to_owned());
    }
    if let Some(island) = lane.island.filter(|island| island.shown >= SHOWN) {
        let slips = whole(island.slips);
        says.push(if slips > 0 {
            format!("Out on its own: slips back {slips}")
        } else {
            "Out on its own".to_owned()
        });
    }
    for tether in frame.tethers.iter().filter(|tether| tether.from == index) {
        let behind = paper.clean(&name_of(frame, tether.to));
        let yards = whole(tether.ahead);
        let unit = if yards == 1 { "yard" } else { "yards" };
        says.push(format!("{yards} {unit} ahead of {behind}"));
    }
    if let Some(cap) = lane.capped_at {
        says.push(format!("held at {} by what the play assumes", whole(cap)));
    }
    let says = says.join("; ");
    let gap = paper.columns.checked_sub(name.width() + says.width());
    match gap {
        Some(gap) if gap >= 2 && !says.is_empty() => paper.line(&format!("{name}{:gap$}{says}", "")),
        _ => {
            paper.line(&name);
            if !says.is_empty() {
                paper.words(&format!("  {says}"), 2);
            }
        }
    }
}

/// Ground won, the part out on its own, the front with its yards, and what lies ahead.
fn ground(lane: &ChannelFrame, scale: &Scale, paper: &Paper) -> String {
    let glyphs = paper.glyphs;
    let (start, front) = (scale.cell(lane.start), scale.cell(lane.front));
    let won = if lane.open_flank { glyphs.nobody } else { glyphs.won };
    let island = lane.island.filter(|island| island.shown >= SHOWN).map(|island| scale.cell(island.from));
    let mut line: Vec<char> = (0..scale.cells)
        .map(|cell| match island {
            _ if cell > front => glyphs.ahead,
            // A gap, so that it is seen to have broken off.
            Some(edge) if cell == edge => ' ',
            Some(edge) if cell > edge => glyphs.island,
            _ => won,
        })
        .collect();
    put(&mut line, start, &glyphs.start.to_string());
    put(&mut line, front, &glyphs.front.to_string());
    let yards = whole(lane.front).to_string();
    if front + yards.len() < line.len() {
        put(&mut line, front + 1, &yards);
    } else {
        put(&mut line, front.saturating_sub(yards.len() + 1), &format!(" {yards}"));
    }
    line.iter().collect()
}

/// Players under the ground they stand on, on as many lines as they need to leave each other room.
fn tokens<'a>(standing: impl Iterator<Item = &'a Standing>, scale: &Scale, paper: &mut Paper) {
    let mut placed: Vec<(usize, String)> = standing
        .map(|token| {
            let text = paper.fit(&token.token(paper), scale.cells);
            let middle = scale.cell(token.yards);
            let at = middle.saturating_sub(text.width() / 2).min(scale.cells - text.width());
            (at, text)
        })
        .collect();
    placed.sort_by_key(|(at, _)| *at);
    let mut rows: Vec<String> = Vec::new();
    for (at, text) in placed {
        let row = match rows.iter_mut().find(|row| row.is_empty() || row.width() < at) {
            Some(row) => row,
            None => rows.push_mut(String::new()),
        };
        let gap = at.saturating_sub(row.width());
        row.extend(std::iter::repeat_n(' ', gap));
        row.push_str(&text);
    }
    for row in rows {
        paper.line(&row);
    }
}
