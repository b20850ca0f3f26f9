//! Which rows of a drive are drawn, how high, in which columns, and which yards the axis shows.

use super::{DriveChart, DriveRow, DriveTry};
use crate::picture::charts::ChartView;
use crate::picture::charts::axis::{Scale, count, yard};
use crate::picture::charts::sheet::{NAME, Sheet};
use crate::picture::layout::within;
use crate::picture::pen::Look;
use crate::picture::{Rect, Theme};

/// How high a row is, and how high it must be, for a scale of 1.
pub(super) const ROW: f32 = 30.0;
pub(super) const LEAST_ROW: f32 = 19.0;
/// How long a yard must be for the axis to show the whole field.
pub(super) const LEAST_YARD: f32 = 4.0;
/// What lies between two series.
pub(super) const SERIES_GAP: f32 = 9.0;
/// The row with the axis' numbers.
pub(super) const AXIS: f32 = 22.0;

/// How many series end before another starts.
pub(super) fn gaps(rows: &[DriveRow]) -> usize {
    let series: Vec<u32> = rows.iter().filter_map(DriveRow::series).collect();
    series.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// The yards the axis shows: the whole field, or, where a yard of it would be too short to be seen, where the rows are.
fn yards_shown(rows: &[DriveRow], room: f32) -> (f64, f64) {
    let ends = rows.iter().flat_map(|row| {
        let (start, end) = row.spots();
        let to_gain = match row {
            DriveRow::Try(each) => yard(each.to_gain),
            DriveRow::Event(_) => None,
        };
        [Some(start), Some(end), to_gain].into_iter().flatten()
    });
    let (low, high) =
        ends.fold((100.0, 0.0), |(low, high): (f64, f64), yards| (low.min(yards), high.max(yards)));
    if room >= 100.0 * LEAST_YARD || low > high {
        return (0.0, 100.0);
    }
    let (low, high) = ((low / 10.0 - 0.05).floor() * 10.0, (high / 10.0 + 0.05).ceil() * 10.0);
    let spare = (20.0 - (high - low)).max(0.0);
    let low = (low - spare / 2.0).max(0.0);
    (low, (low + spare + (high - low)).min(100.0).max(high.min(100.0)))
}

pub(super) struct Layout<'a> {
    pub(super) chart: &'a DriveChart,
    /// How many rows are drawn.
    pub(super) shown: usize,
    /// Whether a last row counts the others.
    pub(super) cut: bool,
    /// The top of each row that is drawn, and of the one that counts.
    pub(super) tops: Vec<f32>,
    pub(super) row_height: f32,
    pub(super) axis: Rect,
    /// Columns; without width where there is no room for them.
    pub(super) number: (f32, f32),
    pub(super) down: (f32, f32),
    pub(super) name: (f32, f32),
    pub(super) bars: Rect,
    pub(super) gained: (f32, f32),
    pub(super) result: (f32, f32),
    pub(super) long: bool,
    pub(super) x: Scale,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl<'a> Layout<'a> {
    pub(super) fn new(chart: &'a DriveChart, view: &ChartView, theme: &'a Theme) -> (Self, Sheet<'a>) {
        let mut sheet = Sheet::new(view, theme, &chart.title);
        let unit = sheet.unit;
        let height = view.sides().1;
        let axis = sheet.cut_top(if height > 80.0 * unit { AXIS * unit } else { 0.0 });
        let area = sheet.area;

        // As many rows as fit at their lowest; if not all, the last line is for the others.
        let rows = chart.rows.len();
        let room = area.height().max(0.0);
        let gap_of = |shown: usize| gaps(&chart.rows[..shown]) as f32 * SERIES_GAP * unit;
        let needs = |shown: usize, more: usize| {
            ((shown + more) as f32).mul_add(LEAST_ROW * unit, gap_of(shown)) <= room + 0.5
        };
        let (shown, cut) = if needs(rows, 0) {
            (rows, false)
        } else {
            // Rows only get more: the last count that fits is found by halving.
            let (mut fits, mut too_many) = (0, rows);
            while too_many - fits > 1 {
                let middle = usize::midpoint(fits, too_many);
                if needs(middle, 1) { fits = middle } else { too_many = middle }
            }
            (fits, true)
        };
        let lines = (shown + usize::from(cut)).max(1) as f32;
        let row_height = within((room - gap_of(shown)) / lines, 1.0, ROW * unit);
        let mut tops = Vec::with_capacity(shown + 1);
        let (mut top, mut series) = (area.min.y, None);
        for row in &chart.rows[..shown] {
            if let Some(own) = row.series() {
                if series.is_some_and(|series| series != own) {
                    top += SERIES_GAP * unit;
                }
                series = Some(own);
            }
            tops.push(top);
            top += row_height;
        }
        tops.push(top);

        let columns = Columns::new(chart, &chart.rows[..shown], &sheet);
        let number = (area.min.x, area.min.x + columns.number);
        let down = (number.1 + columns.gap(columns.number), 0.0);
        let down = (down.0, down.0 + columns.down);
        let name = (down.1 + columns.gap(columns.down), 0.0);
        let name = (name.0, name.0 + columns.name);
        let result = (area.max.x - columns.result, area.max.x);
        let gained = (0.0, result.0 - columns.gap(columns.result));
        let gained = (gained.1 - columns.gained, gained.1);
        let left = name.1 + columns.gap(columns.name);
        let right = (gained.0 - columns.gap(columns.gained)).max(left + 1.0);
        let bars = Rect::new(left, area.min.y, right, tops.last().copied().unwrap_or(area.min.y));
        let layout = Self {
            chart,
            shown,
            cut,
            tops,
            row_height,
            axis,
            number,
            down,
            name,
            bars,
            gained,
            result,
            long: columns.long,
            x: Scale::new(yards_shown(&chart.rows[..shown], (right - left) / unit), (left, right)),
            left: area.min.x,
            right: area.max.x,
        };
        (layout, sheet)
    }

    pub(super) fn row(&self, index: usize) -> Rect {
        let top = self.tops.get(index).copied().unwrap_or(0.0);
        Rect::new(self.left, top, self.right, top + self.row_height)
    }

    pub(super) fn cell(&self, index: usize, (left, right): (f32, f32)) -> Rect {
        let row = self.row(index);
        Rect::new(left, row.min.y, right, row.max.y)
    }
}

/// How wide the columns are.
#[derive(Clone, Copy, Default)]
struct Columns {
    number: f32,
    down: f32,
    name: f32,
    gained: f32,
    result: f32,
    long: bool,
    unit: f32,
}

impl Columns {
    /// The most that leaves the bars their room.
    fn new(chart: &DriveChart, rows: &[DriveRow], sheet: &Sheet) -> Self {
        let (unit, width) = (sheet.unit, sheet.area.width());
        let text = Look::regular(NAME * unit, sheet.theme.text);
        let bold = Look::bold(NAME * unit, sheet.theme.text);
        let widest = |each: &mut dyn Iterator<Item = f32>| each.fold(0.0f32, f32::max).ceil();
        let tries = || {
            rows.iter().filter_map(|row| match row {
                DriveRow::Try(each) => Some(each),
                DriveRow::Event(_) => None,
            })
        };
        let result =
            |long: bool| widest(&mut tries().map(|each| bold.width(&each.words(chart.series_tries, long))));
        let number = widest(&mut tries().map(|each| bold.width(&count(each.number.into()))));
        let down = widest(&mut tries().map(|each| text.width(&try_of(each, chart.series_tries))));
        let gained = widest(&mut rows.iter().map(|row| bold.width(&row.gained())));
        let name = widest(&mut rows.iter().map(|row| text.width(row.name())));
        let full = Self { number, down, name, gained, result: result(true), long: true, unit };
        let named = |share: f32| name.min((width * share).max(70.0 * unit));
        let short = Self { name: named(0.24), result: result(false), long: false, ..full };
        let short_down = Self { name: named(0.28), down: 0.0, ..short };
        let options = [
            Self { name: named(0.3), ..full },
            short,
            short_down,
            Self { result: 0.0, ..short_down },
            Self { result: 0.0, number: 0.0, ..short_down },
            Self { gained, unit, ..Self::default() },
        ];
        let least = (width * 0.24).max(90.0 * unit);
        let fits = |columns: &&Self| width - columns.taken() >= least;
        options.iter().find(fits).copied().unwrap_or(Self { unit, ..Self::default() })
    }

    /// What stands between a column and the next.
    fn gap(&self, width: f32) -> f32 {
        if width > 0.0 { 14.0 * self.unit } else { 0.0 }
    }

    fn taken(&self) -> f32 {
        [self.number, self.down, self.name, self.gained, self.result]
            .into_iter()
            .map(|width| width + self.gap(width))
            .sum()
    }
}

pub(super) fn try_of(each: &DriveTry, tries: u32) -> String {
    format!("Try {} of {}", each.down, tries.max(each.down))
}
