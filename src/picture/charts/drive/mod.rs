//! What each try of a drive came to, a row each, as football draws it: where it started, how far it got, what was needed.

mod draw;
mod layout;

use layout::{AXIS, Layout, ROW, SERIES_GAP, gaps};

use super::axis::{whole, yard};
use super::{ChartView, TryResult};
use crate::picture::{Point, Scene, Theme};

/// A drive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DriveChart {
    /// What stands above the chart; nothing where the window says it already.
    pub title: String,
    /// What happened, in order.
    pub rows: Vec<DriveRow>,
    /// How many tries a series has.
    pub series_tries: u32,
    /// Where the goal is, in yards.
    pub goal: f64,
    /// The number of the try that the rest of the screen shows.
    pub at: Option<u32>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum DriveRow {
    /// A play was run.
    Try(DriveTry),
    /// Something came between two plays.
    Event(DriveEvent),
}

/// A play that was run. Yards.
#[derive(Clone, Debug, PartialEq)]
pub struct DriveTry {
    /// Which of the drive, from 1.
    pub number: u32,
    /// Which series of the drive, from 1.
    pub series: u32,
    /// Which try of the series, from 1.
    pub down: u32,
    /// What the play is called.
    pub play: String,
    /// Where the whole organisation stood before.
    pub spot_start: f64,
    /// Where it stands after, with what a setback takes.
    pub spot_end: f64,
    /// What its series has to reach.
    pub to_gain: f64,
    /// What it led to.
    pub result: TryResult,
}

/// A shock between two plays. Yards.
#[derive(Clone, Debug, PartialEq)]
pub struct DriveEvent {
    /// What happened.
    pub name: String,
    /// Where the whole organisation stood before.
    pub spot_start: f64,
    /// What it lost.
    pub lost: f64,
}

impl DriveRow {
    fn name(&self) -> &str {
        match self {
            Self::Try(each) => each.play.trim(),
            Self::Event(event) => event.name.trim(),
        }
    }

    fn spots(&self) -> (f64, f64) {
        let (start, end) = match self {
            Self::Try(each) => (each.spot_start, each.spot_end),
            Self::Event(event) => (event.spot_start, event.spot_start - event.lost),
        };
        let start = yard(start).or_else(|| yard(end)).unwrap_or(0.0);
        (start, yard(end).unwrap_or(start))
    }

    /// "▲ +6", "▼ −3", "0".
    fn gained(&self) -> String {
        let (start, end) = self.spots();
        match whole(end - start) {
            0 => "0".into(),
            gained if gained > 0 => format!("▲ +{gained}"),
            lost => format!("▼ −{}", -lost),
        }
    }

    fn series(&self) -> Option<u32> {
        match self {
            Self::Try(each) => Some(each.series),
            Self::Event(_) => None,
        }
    }
}

impl DriveTry {
    /// What it led to, in words; `long` says what follows too.
    fn words(&self, tries: u32, long: bool) -> String {
        let more = match tries {
            1 => "one new try".to_owned(),
            _ => format!("{} new tries", spoken(tries)),
        };
        match self.result {
            TryResult::NextTry => {
                let to_gain = yard(self.to_gain).unwrap_or(0.0);
                let start = yard(self.spot_end).unwrap_or(to_gain);
                match whole(to_gain) - whole(start) {
                    left if left > 0 => format!("{left} to go"),
                    _ => "Less than a yard to go".into(),
                }
            }
            TryResult::FirstDown if long => format!("Made it: {more}"),
            TryResult::Setback if long => format!("Lost ground: {more}"),
            TryResult::Turnover if long => "Lost control: the drive ends".into(),
            TryResult::Goal if long => "Goal: the drive ends".into(),
            result => result.short().unwrap_or_default().into(),
        }
    }
}

/// "four", and digits beyond ten.
fn spoken(number: u32) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number as usize).map_or_else(|| number.to_string(), |word| (*word).into())
}

/// The chart. Rows become lower where the height is short; what still does not fit is counted in the last one.
#[must_use]
pub fn drive_chart(chart: &DriveChart, view: impl Into<ChartView>, theme: &Theme) -> Scene {
    let view = view.into();
    let (layout, mut sheet) = Layout::new(chart, &view, theme);
    draw::playhead(&mut sheet, &layout);
    draw::axis(&mut sheet, &layout);
    for index in 0..layout.shown {
        draw::row(&mut sheet, &layout, index);
    }
    draw::needed(&mut sheet, &layout);
    draw::rest(&mut sheet, &layout);
    sheet.finish(layout.bars)
}

/// The height at which every row has the room it likes, in points: what a window scrolls over.
#[must_use]
pub fn drive_chart_height(chart: &DriveChart, text_scale: f32) -> f32 {
    let unit = ChartView { size: (1.0, 1.0), text_scale }.unit();
    let title = if chart.title.trim().is_empty() { 0.0 } else { 24.0 };
    let rows = (chart.rows.len() as f32).mul_add(ROW, gaps(&chart.rows) as f32 * SERIES_GAP);
    (rows.max(ROW) + title + AXIS + 24.0) * unit
}

/// The number of the try at a point of the chart.
#[must_use]
pub fn drive_try_at(chart: &DriveChart, view: impl Into<ChartView>, theme: &Theme, at: Point) -> Option<u32> {
    let (layout, _) = Layout::new(chart, &view.into(), theme);
    let index = (0..layout.shown).find(|&index| layout.row(index).contains(at))?;
    match chart.rows.get(index)? {
        DriveRow::Try(each) => Some(each.number),
        DriveRow::Event(_) => None,
    }
}
