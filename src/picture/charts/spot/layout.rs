//! What of the data is drawn, and where: the plot between its gutters, its two axes, and the words at the lines' ends.

use super::{PLANS, SpotChart, SpotEvent, SpotPlan, SpotTry};
use crate::picture::charts::axis::{Scale, step, whole, yard};
use crate::picture::charts::sheet::{NAME, SMALL, Sheet};
use crate::picture::charts::{ChartView, TryResult};
use crate::picture::layout::within;
use crate::picture::pen::Look;
use crate::picture::{Color, Rect, Theme};

/// The fewest yards an axis shows: what is closer together is not made to look far apart.
const LEAST_SPAN: f64 = 10.0;

pub(super) struct Layout<'a> {
    pub(super) chart: &'a SpotChart,
    pub(super) ways: Vec<Way<'a>>,
    /// The index in `ways` of the highlighted one.
    pub(super) highlighted: usize,
    pub(super) plot: Rect,
    pub(super) x: Scale,
    pub(super) y: Scale,
    pub(super) y_step: f64,
    /// The last try of any plan.
    pub(super) last: usize,
    /// Rows above and below the plot; without height where there is no room for them.
    pub(super) caption: Rect,
    pub(super) events: Rect,
    pub(super) numbers: Rect,
    pub(super) key: Rect,
    /// Where the words at the lines' ends stand.
    pub(super) ends: Rect,
    pub(super) end_lines: Vec<Vec<String>>,
}

/// One plan as it is drawn.
pub(super) struct Way<'a> {
    pub(super) plan: &'a SpotPlan,
    pub(super) color: Color,
    /// Which broken line it has.
    pub(super) pattern: usize,
    pub(super) start: f64,
    /// Where the line is after each try: a value that is missing repeats the one before.
    pub(super) spots: Vec<f64>,
    /// How many tries the drive lasts.
    pub(super) lasts: usize,
    /// What is lost to events after each try, the first entry before the first.
    pub(super) lost: Vec<f64>,
}

/// One series of the highlighted plan.
pub(super) struct Needed {
    /// After how many tries it starts and ends.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Its last possible try.
    pub(super) by: usize,
    pub(super) yards: f64,
}

impl<'a> Way<'a> {
    fn new(plan: &'a SpotPlan, place: usize, colors: &[Color; PLANS]) -> Self {
        let pattern = plan.color.unwrap_or(place) % PLANS;
        let color = colors[pattern];
        let start = yard(plan.start).or_else(|| plan.tries.iter().find_map(|each| yard(each.spot)));
        let start = start.unwrap_or(0.0);
        let mut last = start;
        let spots = plan.tries.iter().map(|each| {
            last = yard(each.spot).unwrap_or(last);
            last
        });
        let spots: Vec<f64> = spots.collect();
        let ends = |each: &SpotTry| each.result.is_some_and(TryResult::ends_the_drive);
        let lasts = plan.tries.iter().position(ends).map_or(plan.tries.len(), |index| index + 1);
        let mut lost = vec![0.0; spots.len() + 1];
        for SpotEvent { after, lost: yards, .. } in &plan.events {
            if let Some(entry) = lost.get_mut(*after as usize) {
                *entry += yard(*yards).unwrap_or(0.0);
            }
        }
        Self { plan, color, pattern, start, spots, lasts, lost }
    }

    /// Where it stands after a number of tries.
    pub(super) fn after(&self, tries: usize) -> f64 {
        let before_end = tries.min(self.spots.len());
        before_end.checked_sub(1).and_then(|index| self.spots.get(index)).copied().unwrap_or(self.start)
    }

    pub(super) fn end(&self) -> f64 {
        (self.after(self.spots.len()) - self.lost.last().copied().unwrap_or(0.0)).max(0.0)
    }

    pub(super) fn result(&self, tries: usize) -> Option<TryResult> {
        self.plan.tries.get(tries.checked_sub(1)?).and_then(|each| each.result)
    }

    /// The 10 and 90 percentile after a number of tries, in order.
    pub(super) fn band(&self, tries: usize) -> Option<(f64, f64)> {
        let band = self.plan.tries.get(tries.checked_sub(1)?)?.band?;
        let (low, high) = (yard(band.p10)?, yard(band.p90)?);
        Some((low.min(high), low.max(high)))
    }

    /// Its series, each with what it needed.
    pub(super) fn needed(&self, series_tries: u32) -> Vec<Needed> {
        let mut series = Vec::new();
        let mut from = 0;
        let tries = &self.plan.tries[..self.lasts];
        for (index, each) in tries.iter().enumerate() {
            let to = index + 1;
            if each.result.is_some_and(TryResult::ends_the_series) || to == tries.len() {
                if let Some(yards) = tries[from..to].iter().find_map(|each| each.to_gain.and_then(yard)) {
                    let by = (from + series_tries.max(1) as usize).max(to);
                    series.push(Needed { from, to, by, yards });
                }
                from = to;
            }
        }
        series
    }

    /// What is said where its line ends: its name with the yards, what 8 in 10 trials come to, how it ended.
    fn words(&self) -> Vec<String> {
        let mut words = vec![self.plan.name.trim().to_owned(), whole(self.end()).to_string()];
        let band = (1..=self.spots.len()).rev().find_map(|tries| self.band(tries));
        if let Some((low, high)) = band {
            let (low, high) = (whole(low), whole(high));
            words.push(if low == high {
                format!("8 in 10 trials: {low}")
            } else {
                format!("8 in 10 trials: {low} to {high}")
            });
        }
        match self.result(self.lasts) {
            Some(TryResult::Turnover) => words.push(format!("Lost control at try {}", self.lasts)),
            Some(TryResult::Goal) => words.push(format!("At the goal by try {}", self.lasts)),
            _ => {}
        }
        words
    }
}

impl<'a> Layout<'a> {
    pub(super) fn new(chart: &'a SpotChart, view: &ChartView, theme: &'a Theme) -> (Self, Sheet<'a>) {
        let mut sheet = Sheet::new(view, theme, &chart.title);
        let unit = sheet.unit;
        let (width, height) = view.sides();
        let ways: Vec<Way> = chart
            .plans
            .iter()
            .take(PLANS)
            .enumerate()
            .map(|(place, plan)| Way::new(plan, place, &theme.plans))
            .collect();
        let highlighted = chart.highlighted.min(ways.len().saturating_sub(1));
        let last = ways.iter().map(|way| way.spots.len()).max().unwrap_or(0);

        let row = |wanted: bool, height: f32| if wanted { height * unit } else { 0.0 };
        let caption = sheet.cut_top(row(height > 120.0 * unit && width > 230.0 * unit, 18.0));
        let eventful = ways.get(highlighted).is_some_and(|way| !way.plan.events.is_empty());
        let events = sheet.cut_top(row(eventful && height > 150.0 * unit, 18.0));
        if caption.height() + events.height() == 0.0 {
            // Room for half of the topmost number.
            sheet.cut_top((SMALL * unit * 0.7).min(sheet.area.height() * 0.2));
        }
        let key = sheet.cut_bottom(row(height > 250.0 * unit && width > 300.0 * unit, 22.0));
        let numbers = sheet.cut_bottom(row(height > 100.0 * unit && width > 120.0 * unit, 24.0));

        let most = ((sheet.area.height() / (34.0 * unit)) as usize).clamp(1, 6);
        let (from, to) = yards_shown(chart, &ways);
        let y_step = step(to - from, most);
        let small = sheet.small();
        let left = if height > 80.0 * unit && width > 160.0 * unit {
            sheet.area.min.x + small.width(&whole(to).to_string()).max(small.width("00")) + 9.0 * unit
        } else {
            sheet.area.min.x
        };

        let end_lines: Vec<Vec<String>> = ways.iter().map(Way::words).collect();
        let bold = Look::bold(NAME * unit, theme.text);
        let wanted = end_lines.iter().map(|lines| {
            let first = lines.iter().take(2).map(|part| bold.width(part)).sum::<f32>() + 7.0 * unit;
            lines.iter().skip(2).map(|line| small.width(line)).fold(first, f32::max)
        });
        let room = if width > 240.0 * unit {
            let wanted = wanted.fold(0.0, f32::max) + 2.0 * unit;
            within(wanted, 30.0 * unit, (width * 0.3).max(130.0 * unit))
        } else {
            0.0
        };
        let gap = if room > 0.0 { 16.0 * unit } else { (6.0 * unit).min(width * 0.02) };
        let right = (sheet.area.max.x - room - gap).max(left + 1.0);
        let plot = Rect::new(left, sheet.area.min.y, right, sheet.area.max.y.max(sheet.area.min.y + 1.0));
        // Beside the caption, or below it where it reaches that far.
        let beside = caption.min.x + small.width(super::lines::CAPTION) + 8.0 * unit < right + gap;
        let ends_top = if beside { caption.min.y } else { caption.max.y };
        let ends_bottom = (plot.max.y + 5.0 * unit).min(key.max.y);
        let ends = Rect::new(right + gap, ends_top, sheet.area.max.x, ends_bottom);
        let x = Scale::new((0.0, last.max(1) as f64), (plot.min.x, plot.max.x));
        let y = Scale::new((from, to), (plot.max.y, plot.min.y));
        let layout = Self {
            chart,
            ways,
            highlighted,
            plot,
            x,
            y,
            y_step,
            last,
            caption,
            events,
            numbers,
            key,
            ends,
            end_lines,
        };
        (layout, sheet)
    }

    pub(super) fn shown(&self) -> Option<&Way<'a>> {
        self.ways.get(self.highlighted)
    }

    /// The widths of lines: the highlighted one of several is bolder.
    pub(super) fn line_width(&self, index: usize) -> f32 {
        if index == self.highlighted { 2.8 } else { 2.0 }
    }

    /// The goal, if it is short of the field's end or in sight.
    pub(super) fn goal(&self) -> Option<f64> {
        yard(self.chart.goal).filter(|goal| *goal > 0.0 && self.y.shows(*goal))
    }
}

/// The yards the vertical axis shows: those of the data with a little room, or the whole field if that is most of it.
fn yards_shown(chart: &SpotChart, ways: &[Way]) -> (f64, f64) {
    let mut range: Option<(f64, f64)> = None;
    let mut add = |yards: f64| {
        range = Some(range.map_or((yards, yards), |(low, high)| (low.min(yards), high.max(yards))));
    };
    for (index, way) in ways.iter().enumerate() {
        add(way.start);
        add(way.end());
        for (each, spot) in way.plan.tries.iter().zip(&way.spots) {
            add(*spot);
            for yards in each.band.iter().flat_map(|band| [band.p10, band.p90]).filter_map(yard) {
                add(yards);
            }
            if let Some(yards) = each.to_gain.and_then(yard).filter(|_| index == chart.highlighted) {
                add(yards);
            }
        }
        for (tries, lost) in way.lost.iter().enumerate() {
            add((way.after(tries) - lost).max(0.0));
        }
    }
    let Some((low, high)) = range else { return (0.0, 100.0) };
    let spare = (LEAST_SPAN - (high - low)).max(0.0) / 2.0;
    let room = (high - low) * 0.04;
    let (low, high) = ((low - spare - room).floor().max(0.0), (high + spare + room).ceil().min(100.0));
    if high - low > 75.0 { (0.0, 100.0) } else { (low.min(100.0 - LEAST_SPAN), high.max(LEAST_SPAN)) }
}
