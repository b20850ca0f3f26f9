//! How far the whole organisation has come after each try, for one to four plans.
//!
//! Each plan is a line from its start over the expected tries, with what 8 in 10 trials come to around it. Names stand at
//! the lines' ends. Of one plan, the highlighted, it also says what each series needed and what came between tries.

mod layout;
mod lines;
mod marks;

use layout::Layout;
#[cfg(test)]
pub(super) use lines::BANDS;

use super::{ChartView, TryResult};
use crate::picture::{Point, Scene, Theme};

/// How many plans are drawn; there is a colour and a dash pattern for each.
pub(super) const PLANS: usize = 4;

/// The whole organisation by try.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotChart {
    /// What stands above the chart; nothing where the window says it already.
    pub title: String,
    /// One to four plans; more are not drawn.
    pub plans: Vec<SpotPlan>,
    /// Which plan's lines to gain and events are shown.
    pub highlighted: usize,
    /// How many tries a series has.
    pub series_tries: u32,
    /// Where the goal is, in yards; drawn where it is in sight.
    pub goal: f64,
    /// Where the playhead stands: 0 is the start, 2.5 is half-way through the third try.
    pub at: Option<f64>,
}

/// One plan's way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpotPlan {
    /// What it is called.
    pub name: String,
    /// Which of the theme's colours, and which broken line, it has; by default the one of its place.
    pub color: Option<usize>,
    /// Where the whole organisation stands before the first try, in yards.
    pub start: f64,
    /// What each try came to, in order. After one that ends the drive, each keeps the last value.
    pub tries: Vec<SpotTry>,
    /// What came between tries.
    pub events: Vec<SpotEvent>,
}

/// Where the whole organisation stands after one try. Yards.
#[derive(Clone, Debug, PartialEq)]
pub struct SpotTry {
    /// In the expected drive; what is not a number is left out.
    pub spot: f64,
    /// In the trials, if there were any.
    pub band: Option<Band>,
    /// The line that the try's series had to reach.
    pub to_gain: Option<f64>,
    /// What the try led to; nothing once the drive has ended.
    pub result: Option<TryResult>,
}

/// What trials came to. Yards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The mean of all.
    pub mean: Option<f64>,
    /// One in ten is below.
    pub p10: f64,
    /// Half are below.
    pub p50: f64,
    /// One in ten is above.
    pub p90: f64,
}

/// A shock between tries.
#[derive(Clone, Debug, PartialEq)]
pub struct SpotEvent {
    /// After which try, from 1; 0 is before the first.
    pub after: u32,
    /// What happens.
    pub name: String,
    /// What the whole organisation loses, in yards.
    pub lost: f64,
}

/// The chart.
#[must_use]
pub fn spot_chart(chart: &SpotChart, view: impl Into<ChartView>, theme: &Theme) -> Scene {
    let (layout, mut sheet) = Layout::new(chart, &view.into(), theme);
    lines::frame(&mut sheet, &layout);
    lines::bands(&mut sheet, &layout);
    lines::ways(&mut sheet, &layout);
    // Who asks first finds room first: the end of each line, the playhead, the marks; then words.
    let banded = marks::ends(&mut sheet, &layout);
    marks::playhead(&mut sheet, &layout, chart.at);
    marks::results(&mut sheet, &layout, banded);
    marks::events(&mut sheet, &layout);
    marks::needed(&mut sheet, &layout);
    lines::goal(&mut sheet, &layout);
    lines::numbers(&mut sheet, &layout);
    marks::targets(&mut sheet, &layout);
    sheet.finish(layout.plot)
}

/// The try at a point of the chart, as [`SpotChart::at`] counts; nothing outside the plot.
#[must_use]
pub fn spot_try_at(chart: &SpotChart, view: impl Into<ChartView>, theme: &Theme, at: Point) -> Option<f64> {
    let (layout, _) = Layout::new(chart, &view.into(), theme);
    layout.plot.contains(at).then(|| layout.x.value_at(at.x))
}
