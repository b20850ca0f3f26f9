//! What each try of a drive came to, a row each, as football draws it: where it started, how far it got, what was needed.

use super::axis::{Scale, count, step, ticks, whole, yard};
use super::sheet::{NAME, SMALL, Sheet};
use super::{ChartView, TryResult};
use crate::model::Subject;
use crate::picture::layout::within;
use crate::picture::pen::{Look, dashed, solid};
use crate::picture::{Align, Color, Layer, Point, Rect, Scene, Target, Theme, font};

/// How high a row is, and how high it must be, for a scale of 1.
const ROW: f32 = 30.0;
const LEAST_ROW: f32 = 19.0;
/// How long a yard must be for the axis to show the whole field.
const LEAST_YARD: f32 = 4.0;
/// What lies between two series.
const SERIES_GAP: f32 = 9.0;
/// The row with the axis' numbers.
const AXIS: f32 = 22.0;

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
            TryResult::FirstDown if long => format!("First down: {more}"),
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
    playhead(&mut sheet, &layout);
    axis(&mut sheet, &layout);
    for index in 0..layout.shown {
        row(&mut sheet, &layout, index);
    }
    needed(&mut sheet, &layout);
    rest(&mut sheet, &layout);
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

/// How many series end before another starts.
fn gaps(rows: &[DriveRow]) -> usize {
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

struct Layout<'a> {
    chart: &'a DriveChart,
    /// How many rows are drawn.
    shown: usize,
    /// Whether a last row counts the others.
    cut: bool,
    /// The top of each row that is drawn, and of the one that counts.
    tops: Vec<f32>,
    row_height: f32,
    axis: Rect,
    /// Columns; without width where there is no room for them.
    number: (f32, f32),
    down: (f32, f32),
    name: (f32, f32),
    bars: Rect,
    gained: (f32, f32),
    result: (f32, f32),
    long: bool,
    x: Scale,
    left: f32,
    right: f32,
}

impl<'a> Layout<'a> {
    fn new(chart: &'a DriveChart, view: &ChartView, theme: &'a Theme) -> (Self, Sheet<'a>) {
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

    fn row(&self, index: usize) -> Rect {
        let top = self.tops.get(index).copied().unwrap_or(0.0);
        Rect::new(self.left, top, self.right, top + self.row_height)
    }

    fn cell(&self, index: usize, (left, right): (f32, f32)) -> Rect {
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

fn try_of(each: &DriveTry, tries: u32) -> String {
    format!("Try {} of {}", each.down, tries.max(each.down))
}

/// The row that the rest of the screen shows.
fn playhead(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rows = &layout.chart.rows[..layout.shown];
    let is_shown =
        |row: &DriveRow| matches!(row, DriveRow::Try(each) if Some(each.number) == layout.chart.at);
    let Some(rect) = rows.iter().position(is_shown).map(|index| layout.row(index)) else { return };
    let more = (6.0 * unit).min(rect.min.x);
    let outer = Rect::new(rect.min.x - more, rect.min.y, rect.max.x + more, rect.max.y);
    sheet.pen.on(Layer::Turf, 1.0).fill(outer, 3.0 * unit, theme.raised);
    let edge = Rect::new(outer.min.x, outer.min.y, outer.min.x + 3.0 * unit, outer.max.y);
    sheet.pen.fill(edge, unit, theme.accent);
}

/// The yards above the bars, and faint lines down through them.
fn axis(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit, bars) = (sheet.theme, sheet.unit, layout.bars);
    let small = sheet.small();
    let bottom = layout.row(layout.shown.saturating_sub(1)).max.y.min(bars.max.y);
    let goal = yard(layout.chart.goal).filter(|goal| *goal > 0.0).unwrap_or(100.0);
    let (first, last) = layout.x.span();
    let every = step(last - first, ((bars.width() / (44.0 * unit)) as usize).clamp(1, 10));
    if layout.axis.height() > SMALL * unit {
        let y = f32::midpoint(layout.axis.min.y, layout.axis.max.y) - 2.0 * unit;
        let say = |sheet: &mut Sheet, yards: f64, text: &str| {
            let half = small.width(text) / 2.0;
            let x = layout.x.at(yards).min(sheet.area.max.x - half).max(sheet.area.min.x + half);
            sheet.say(text, small, &[Point { x, y }]);
        };
        let words = [format!("goal {}", whole(goal)), "goal".into()];
        let fits = words.iter().find(|words| small.width(words) < bars.width() * 0.5);
        if layout.x.shows(goal) {
            say(sheet, goal, fits.map_or("", String::as_str));
        }
        for (index, tick) in ticks((first, last), every).into_iter().enumerate() {
            let yards = whole(tick).to_string();
            let named = index == 0 && bars.width() > 200.0 * unit;
            say(sheet, tick, if named { format!("{yards} yards") } else { yards }.as_str());
        }
    }
    if layout.shown == 0 {
        if layout.chart.rows.is_empty() && sheet.area.width() > 90.0 * unit {
            let row = Rect::new(layout.left, layout.bars.min.y, layout.right, layout.bars.min.y + ROW * unit);
            let row = Rect { max: Point { y: row.max.y.min(sheet.area.max.y), ..row.max }, ..row };
            sheet.write(row, Align::Left, "No tries yet", Look::regular(NAME * unit, theme.text_soft));
        }
        return;
    }
    sheet.pen.on(Layer::Turf, 1.0);
    for tick in ticks((first, last), every) {
        sheet.pen.upright(
            layout.x.at(tick),
            bars.min.y,
            bottom,
            solid(unit, theme.line.mix(theme.backdrop, 0.3)),
        );
    }
    if layout.x.shows(goal) {
        sheet.pen.upright(layout.x.at(goal), bars.min.y, bottom, solid(2.0 * unit, theme.text_soft));
    }
}

fn row(sheet: &mut Sheet, layout: &Layout, index: usize) {
    let Some(entry) = layout.chart.rows.get(index) else { return };
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rect = layout.row(index);
    let text = Look::regular(NAME * unit, theme.text);
    let soft = Look { color: theme.text_soft, ..text };
    let bold = Look::bold(NAME * unit, theme.text);
    bar(sheet, layout, index, entry);
    sheet.pen.on(Layer::Tokens, 1.0);
    let yards = entry.gained();
    let look = Look { color: sign_color(theme, &yards), ..bold };
    sheet.write(layout.cell(index, layout.gained), Align::Right, &yards, look);
    let hint = match entry {
        DriveRow::Try(each) => {
            let number = count(each.number.into());
            sheet.write(layout.cell(index, layout.number), Align::Right, &number, bold);
            let down = try_of(each, layout.chart.series_tries);
            sheet.write(layout.cell(index, layout.down), Align::Left, &down, soft);
            sheet.write(layout.cell(index, layout.name), Align::Left, entry.name(), text);
            let words = each.words(layout.chart.series_tries, layout.long);
            let strong = each.result.ends_the_drive() || each.result == TryResult::Setback;
            let look = match each.result {
                TryResult::NextTry => soft,
                _ if strong => bold,
                _ => text,
            };
            sheet.write(layout.cell(index, layout.result), Align::Left, &words, look);
            let (start, end) = entry.spots();
            format!(
                "Try {number} ({}), {}: from {} to {} yards, {} needed. {}",
                down.to_lowercase(),
                entry.name(),
                whole(start),
                whole(end),
                yard(each.to_gain).map_or(0, whole),
                each.result.hint()
            )
        }
        DriveRow::Event(_) => {
            sheet.write(layout.cell(index, layout.name), Align::Left, entry.name(), text);
            let (start, end) = entry.spots();
            format!("{}: from {} to {} yards (event)", entry.name(), whole(start), whole(end))
        }
    };
    sheet.pen.scene().targets.push(Target { rect, subject: Subject::Play, hint });
}

fn sign_color(theme: &Theme, yards: &str) -> Color {
    match yards.chars().next() {
        Some('▲') => theme.gain,
        Some('▼') => theme.alarm,
        _ => theme.text_soft,
    }
}

/// Ground gained is solid; ground lost is hollow, from where it stood back to where it ended.
fn bar(sheet: &mut Sheet, layout: &Layout, index: usize, entry: &DriveRow) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rect = layout.row(index);
    let (start, end) = entry.spots();
    let (from, to) = (layout.x.at(start), layout.x.at(end));
    let half = (rect.height() * 0.27).min(8.0 * unit);
    let middle = f32::midpoint(rect.min.y, rect.max.y);
    // From one row to the next: each starts where the last one ended.
    if let Some(next) = layout.chart.rows.get(index + 1).filter(|_| index + 1 < layout.shown) {
        let below = layout.row(index + 1);
        let next_middle = f32::midpoint(below.min.y, below.max.y);
        if (layout.x.at(next.spots().0) - to).abs() < 1.0 {
            let thin = solid(1.2 * unit, theme.text_soft);
            sheet.pen.on(Layer::Ground, 0.7).upright(to, middle + half, next_middle - half, thin);
        }
    }
    sheet.pen.on(Layer::Ground, 1.0);
    let thick = Rect::new(from.min(to), middle - half, from.max(to), middle + half);
    if thick.width() < 2.0 * unit {
        sheet.pen.fill(Rect::new(to - unit, middle - half, to + unit, middle + half), 0.0, theme.text_soft);
    } else if to > from {
        sheet.pen.fill(thick, 1.5 * unit, theme.gain);
    } else {
        let inner = Rect::new(
            thick.min.x + 0.8 * unit,
            thick.min.y + 0.8 * unit,
            thick.max.x - 0.8 * unit,
            thick.max.y - 0.8 * unit,
        );
        sheet.pen.rect(inner, 1.5 * unit, Some(theme.backdrop), Some(solid(1.8 * unit, theme.alarm)));
    }
}

/// The line to gain of each series, through its rows, and between series a thin line across.
fn needed(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let mut series: Vec<(u32, f64, usize, usize, u32)> = Vec::new();
    for (index, row) in layout.chart.rows[..layout.shown].iter().enumerate() {
        let DriveRow::Try(each) = row else { continue };
        match series.last_mut() {
            Some(last) if last.0 == each.series => last.3 = index,
            _ => {
                let Some(to_gain) = yard(each.to_gain) else { continue };
                let by = each
                    .number
                    .saturating_sub(each.down)
                    .saturating_add(layout.chart.series_tries.max(each.down));
                series.push((each.series, to_gain, index, index, by));
            }
        }
    }
    let look = Look::regular(SMALL * unit, theme.to_gain);
    for (order, &(_, to_gain, first, last, by)) in series.iter().enumerate() {
        let (top, bottom) = (layout.row(first).min.y + unit, layout.row(last).max.y - unit);
        let x = layout.x.at(to_gain);
        sheet.pen.on(Layer::Lines, 1.0).upright(x, top, bottom, solid(2.2 * unit, theme.to_gain));
        if order > 0 {
            let y = layout.row(first).min.y - SERIES_GAP * unit / 2.0;
            let line = vec![Point { x: layout.left, y }, Point { x: layout.right, y }];
            sheet.pen.on(Layer::Turf, 1.0).line(line, dashed(1.2 * unit, theme.line, 2.0 * unit, 2.0 * unit));
        }
        // Once, what the line is.
        if order == 0 && layout.row_height >= SMALL * unit {
            let text = format!("needed by try {by}: {}", whole(to_gain));
            let row = layout.row(first);
            let (start, end) = layout.chart.rows[first].spots();
            let reached = layout.x.at(start.max(end)).max(x);
            let room = layout.bars.max.x - reached - 14.0 * unit;
            if look.width(&text) <= room {
                let x = reached + 8.0 * unit + look.width(&text) / 2.0;
                sheet.say_over(&text, look, &[Point { x, y: f32::midpoint(row.min.y, row.max.y) }]);
            }
        }
    }
}

/// "and 88 more tries".
fn rest(sheet: &mut Sheet, layout: &Layout) {
    if !layout.cut || sheet.area.height() < LEAST_ROW * sheet.unit * 0.9 {
        return;
    }
    let others = layout.chart.rows[layout.shown..].iter().filter_map(DriveRow::series).count();
    let text = match (others, layout.shown) {
        (0, _) => "and what came after".to_owned(),
        (1, 0) => "1 try".to_owned(),
        (_, 0) => format!("{} tries", count(others as u64)),
        (1, _) => "and 1 more try".to_owned(),
        _ => format!("and {} more tries", count(others as u64)),
    };
    let look = Look::regular(NAME * sheet.unit, sheet.theme.text_soft);
    let left = if layout.name.1 > layout.name.0 { layout.name.0 } else { layout.left };
    let row = layout.cell(layout.shown, (left, layout.right));
    if font::width(&text, look.size, look.weight) <= row.width() {
        sheet.pen.on(Layer::Tokens, 1.0);
        sheet.write(row, Align::Left, &text, look);
    }
}
