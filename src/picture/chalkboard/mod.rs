//! A frame as text: for terminals, e-mails and those who listen.
//!
//! What a picture shows in two seconds, this says in words: the result, the whole organisation, each channel with how far
//! it has come and who stands where, who the players are and what they did, and a table. Yards are whole, as on screen.
//! [`paper`] keeps every line within the columns and the characters allowed; [`lanes`] draws, [`people`] explains.

mod lanes;
mod paper;
mod people;

use self::paper::Paper;
use crate::model::Phase;
use crate::timeline::Frame;

/// The narrowest and the widest text there is.
const COLUMNS: std::ops::RangeInclusive<usize> = 40..=200;

/// How wide the figures of the read-out are, with the space before them.
const FIGURES: usize = 6 + 7 + 5 + 4;

/// Which characters may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Charset {
    /// Box drawing and blocks.
    #[default]
    Unicode,
    /// Plain ASCII; letters with accents lose them, other characters become question marks.
    Ascii,
}

/// The field as lines of text, at most `columns` wide (40 to 200; the nearest of these if it is not).
#[must_use]
pub fn chalkboard(frame: &Frame, columns: usize, charset: Charset) -> String {
    let mut paper = Paper::new(columns.clamp(*COLUMNS.start(), *COLUMNS.end()), charset);
    header(frame, &mut paper);
    ruler(frame, &mut paper);
    lanes::lanes(frame, &mut paper);
    people::legend(frame, &mut paper);
    read_out(frame, &mut paper);
    paper.finish()
}

fn header(frame: &Frame, paper: &mut Paper) {
    let title = paper.clean(&frame.title);
    paper.words(&title, 0);
    let headline = paper.clean(&frame.headline);
    paper.words(&headline, 0);
    if frame.phase != Phase::ReadOut {
        paper.words(&format!("{}, at {:.1} seconds.", frame.phase.label(), frame.time_secs), 0);
    }
    if let Some(caption) = &frame.caption {
        let caption = paper.clean(&format!("“{}”", caption.text));
        paper.words(&caption, 1);
    }
    paper.space();
}

/// The whole organisation, from today to the goal.
fn ruler(frame: &Frame, paper: &mut Paper) {
    let run = &frame.run;
    let (spot, line) = (whole(run.spot), whole(run.line_to_gain));
    let made_it = if run.spot + 1e-9 >= run.line_to_gain { ", made it" } else { "" };
    paper.words(&format!("Whole organisation: {spot} of {} yards", whole(run.goal)), 2);
    let scale = Scale { from: 0.0, to: 100.0, cells: paper.columns };
    let glyphs = paper.glyphs;
    let front = scale.cell(run.spot);
    let mut bar: Vec<char> =
        (0..scale.cells).map(|cell| if cell < front { glyphs.won } else { glyphs.ahead }).collect();
    put(&mut bar, scale.cell(run.series_start), &glyphs.start.to_string());
    put(&mut bar, front, &glyphs.front.to_string());
    paper.line(&bar.iter().collect::<String>());
    let needed = format!("needed by try {}: {line}{made_it}", run.downs);
    pointer(scale.cell(run.line_to_gain), &needed, paper);
    paper.space();
}

/// A line of figures for each channel, and one for the whole.
fn read_out(frame: &Frame, paper: &mut Paper) {
    let glyphs = paper.glyphs;
    let names = frame.channels.iter().enumerate().map(|(index, _)| lanes::name_of(frame, index));
    let widest = names.map(|name| unicode_width::UnicodeWidthStr::width(name.as_str())).max().unwrap_or(0);
    let room = widest.clamp("Whole organisation".len(), paper.columns - FIGURES);
    let row = |paper: &mut Paper, name: &str, [start, gained, lost, end]: [String; 4]| {
        let name = paper.pad(&paper.clean(name), room);
        paper.line(&format!("{name}{start:>6}{gained:>7}{lost:>5}{end:>4}"));
    };
    let figures = |start: f64, gained: f64, lost: f64, end: f64| {
        let moved = |sign: &str, yards: f64| match whole(yards) {
            0 => "0".to_owned(),
            yards => format!("{sign}{yards}"),
        };
        [
            whole(start).to_string(),
            moved(glyphs.gained, gained),
            moved(glyphs.lost, lost),
            whole(end).to_string(),
        ]
    };
    row(paper, "Yards", ["start", "gained", "lost", "end"].map(str::to_owned));
    paper.line(&std::iter::repeat_n(glyphs.rule, room + FIGURES).collect::<String>());
    for (index, lane) in frame.channels.iter().enumerate() {
        let name = lanes::name_of(frame, index);
        row(paper, &name, figures(lane.start, lane.gained, lane.lost, lane.end));
    }
    let mean = |of: fn(&crate::timeline::ChannelFrame) -> f64| {
        frame.model.weighted_mean(frame.channels.iter().map(of))
    };
    let all = figures(mean(|c| c.start), mean(|c| c.gained), mean(|c| c.lost), mean(|c| c.end));
    row(paper, "Whole organisation", all);
    paper.space();
    paper.words("Yards are rounded, and rest on judgements of strength, not on measurements.", 0);
}

/// Yards along a line of cells.
#[derive(Clone, Copy, Debug)]
struct Scale {
    from: f64,
    to: f64,
    cells: usize,
}

impl Scale {
    /// The cell a yard lies in; the nearest if it is outside.
    fn cell(&self, yards: f64) -> usize {
        let last = self.cells.saturating_sub(1);
        let share = (yards - self.from) / (self.to - self.from);
        ((share * last as f64).round().max(0.0) as usize).min(last)
    }
}

/// Yards as they are shown.
fn whole(yards: f64) -> i64 {
    yards.round() as i64
}

/// Writes characters of one column each over a line, as far left of `at` as it must to have room.
fn put(line: &mut [char], at: usize, text: &str) {
    let start = at.min(line.len().saturating_sub(text.chars().count()));
    for (cell, c) in line.iter_mut().skip(start).zip(text.chars()) {
        *cell = c;
    }
}

/// A mark under a cell, with its words to the right of it, to the left, or where there is room for neither below it.
fn pointer(at: usize, words: &str, paper: &mut Paper) {
    let (mark, width) = (paper.glyphs.points_up, words.chars().count() + 1);
    if at + width < paper.columns {
        paper.line(&format!("{:at$}{mark} {words}", ""));
    } else if let Some(start) = at.checked_sub(width) {
        paper.line(&format!("{:start$}{words} {mark}", ""));
    } else {
        paper.line(&format!("{:at$}{mark}", ""));
        paper.words(words, 0);
    }
}

#[cfg(test)]
mod tests;
