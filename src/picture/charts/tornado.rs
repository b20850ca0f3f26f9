//! What a result hangs on: each judgement moved alone to its low and its high end, the one that matters most on top.

use super::ChartView;
use super::axis::{Scale, whole};
use super::sheet::{NAME, SMALL, Sheet};
use crate::model::Subject;
use crate::picture::layout::within;
use crate::picture::pen::{Look, solid};
use crate::picture::{Align, Color, Layer, Point, Rect, Scene, Target, Theme, font};

/// How high a row is, and how high it must be, for a scale of 1.
const ROW: f32 = 28.0;
const LEAST_ROW: f32 = 18.0;
/// How high a row is whose name stands above its bar, and below which width names do.
const STACKED_ROW: f32 = 40.0;
const STACKED_BELOW: f32 = 360.0;
/// The row that says what the base value is.
const HEAD: f32 = 26.0;
/// A result that moves less than this would read as the same on screen.
const WORTH_A_ROW: f64 = 0.5;
/// What moves the result less than this is said to change nothing.
const NOTHING: f64 = 0.05;

/// One-at-a-time sensitivity of one result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tornado {
    /// What stands above the chart; nothing where the window says it already.
    pub title: String,
    /// What is measured: "Whole organisation at the end".
    pub result: String,
    /// What it counts.
    pub unit: TornadoUnit,
    /// The result with every judgement at its likely value.
    pub base: f64,
    /// What was moved, in any order.
    pub bars: Vec<TornadoBar>,
}

/// What a result counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TornadoUnit {
    /// Yards of the field.
    #[default]
    Yards,
    /// Chances: the values are per cents, 0 to 100.
    PerCent,
}

/// One judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoBar {
    /// What it is and how far it was moved: "Legacy technology: 4 to 7".
    pub label: String,
    /// The result with the judgement at its low end.
    pub low: f64,
    /// The result with the judgement at its high end.
    pub high: f64,
    /// What its row stands for when pointed at; [`Subject::Play`] if nothing in particular.
    pub subject: Subject,
}

impl TornadoUnit {
    fn value(self, value: f64) -> String {
        match self {
            Self::Yards => whole(value).to_string(),
            Self::PerCent => format!("{}\u{a0}%", whole(value)),
        }
    }

    fn words(self, value: f64) -> String {
        match (self, whole(value)) {
            (Self::Yards, 1) => "1 yard".into(),
            (Self::Yards, yards) => format!("{yards} yards"),
            (Self::PerCent, _) => self.value(value),
        }
    }
}

/// The rows that are drawn, the widest first, and what the last line says of the others.
struct Rows<'a> {
    bars: Vec<(&'a TornadoBar, f64, f64)>,
    rest: Option<String>,
}

fn swing(base: f64, low: f64, high: f64) -> f64 {
    low.max(high).max(base) - low.min(high).min(base)
}

impl<'a> Rows<'a> {
    fn new(chart: &'a Tornado, base: f64, most: usize) -> Self {
        let all = chart.bars.iter().map(|bar| (bar, value(bar.low, base), value(bar.high, base)));
        let mut all: Vec<_> = all.collect();
        let of = |bar: &(&TornadoBar, f64, f64)| swing(base, bar.1, bar.2);
        // Equals stay in the order they came in.
        all.sort_by(|a, b| of(b).total_cmp(&of(a)));
        let mut shown = all.iter().take_while(|bar| of(bar) >= WORTH_A_ROW).count();
        if shown + usize::from(shown < all.len()) > most {
            shown = shown.min(most.saturating_sub(1));
        }
        let others = &all[shown..];
        let (count, much) = (others.len(), others.first().map_or(0.0, of));
        let change = if count == 1 { "changes" } else { "change" };
        let who = match (count, shown) {
            (1, 0) => "The one judgement".to_owned(),
            (_, 0) => format!("All {count}"),
            (1, _) => "1 other".to_owned(),
            _ => format!("{count} others"),
        };
        let less = match chart.unit {
            TornadoUnit::Yards => "less than a yard",
            TornadoUnit::PerCent => "less than a point",
        };
        let rest = match much {
            _ if count == 0 => None,
            much if much < NOTHING => Some(format!("{who} {change} nothing")),
            much if much < WORTH_A_ROW => Some(format!("{who} {change} {less}")),
            _ => Some(format!("{who} {change} less than that")),
        };
        all.truncate(shown);
        Self { bars: all, rest }
    }
}

/// What is written before and after a bar; where both ends lie on one side of the base, "39 to 40" on that side.
fn beside(unit: TornadoUnit, base: f64, low: f64, high: f64) -> (String, String) {
    let (first, last) = (low.min(high), low.max(high));
    let both = if whole(first) == whole(last) {
        unit.value(last)
    } else {
        format!("{} to {}", whole(first), unit.value(last))
    };
    if first > base {
        (String::new(), both)
    } else if last < base {
        (both, String::new())
    } else {
        (unit.value(first), unit.value(last))
    }
}

/// A value that is not a number changes nothing.
fn value(value: f64, base: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, 100.0) } else { base }
}

/// The chart. What moves the result by less than half a yard or point, and what finds no room, is counted in the last row.
#[must_use]
pub fn tornado(chart: &Tornado, view: impl Into<ChartView>, theme: &Theme) -> Scene {
    let view = view.into();
    let mut sheet = Sheet::new(&view, theme, &chart.title);
    let unit = sheet.unit;
    let base = value(chart.base, 0.0);
    let (width, height) = view.sides();
    let head = sheet.cut_top(if height > 80.0 * unit { HEAD * unit } else { 0.0 });
    let wants_key = height > 170.0 * unit && width > 200.0 * unit;
    let key_row = sheet.cut_bottom(if wants_key { 22.0 * unit } else { 0.0 });
    let stacked = is_stacked(width, height, unit);
    let (highest, least) = if stacked { (STACKED_ROW, STACKED_ROW * 0.9) } else { (ROW, LEAST_ROW) };
    let most = (sheet.area.height() / (least * unit) + 0.01).max(0.0) as usize;
    let rows = Rows::new(chart, base, most);
    let lines = (rows.bars.len() + usize::from(rows.rest.is_some())).max(1) as f32;
    let row_height = within(sheet.area.height() / lines, 1.0, highest * unit);

    let text = Look::regular(NAME * unit, theme.text);
    let bold = Look::bold(NAME * unit, theme.text);
    let widest = rows.bars.iter().map(|(bar, ..)| text.width(bar.label.trim())).fold(0.0, f32::max);
    let named = width > 200.0 * unit && !stacked;
    let labels = if named { widest.min(width * 0.48).ceil() } else { 0.0 };
    let (mut before, mut after) = (0.0f32, 0.0f32);
    for (_, low, high) in &rows.bars {
        let (first, last) = beside(chart.unit, base, *low, *high);
        before = before.max(bold.width(&first));
        after = after.max(bold.width(&last));
    }
    // The bars keep some room: names give way first, then values.
    let (before, after) = (before + 8.0 * unit, after + 8.0 * unit);
    let room = sheet.area.width() - 50.0 * unit;
    let valued = before + after <= room;
    let (before, after) = if valued { (before, after) } else { (0.0, 0.0) };
    let gap = 14.0 * unit;
    let labels = labels.min(room - before - after - gap);
    let (labels, gap) = if labels > 40.0 * unit { (labels, gap) } else { (0.0, 0.0) };
    let left = sheet.area.min.x + labels + gap + before;
    let right = (sheet.area.max.x - after).max(left + 1.0);
    let ends = rows.bars.iter().flat_map(|(_, low, high)| [*low, *high]);
    let (from, to) = ends.fold((base, base), |(from, to), end| (from.min(end), to.max(end)));
    // Nothing moves: the base stands in the middle.
    let (from, to) = if to - from < 1e-9 { (base - 1.0, base + 1.0) } else { (from, to) };
    let x = Scale::new((from, to), (left, right));
    let layout = Layout {
        chart,
        base,
        x,
        labels: (sheet.area.min.x, if stacked { sheet.area.max.x } else { sheet.area.min.x + labels }),
        stacked,
        valued,
        row_height,
        top: sheet.area.min.y,
        bottom: (rows.bars.len() as f32).mul_add(row_height, sheet.area.min.y),
    };

    headline(&mut sheet, &layout, head);
    for (index, bar) in rows.bars.iter().enumerate() {
        row(&mut sheet, &layout, index, *bar);
    }
    // Over the bars, so that no bar hides what it is measured from.
    if layout.bottom > layout.top {
        sheet.pen.on(Layer::Tokens, 1.0);
        let line = solid(2.0 * unit, theme.text);
        if stacked {
            // Beside its bars only: names stand in between.
            for index in 0..rows.bars.len() {
                let bottom = ((index + 1) as f32).mul_add(row_height, layout.top);
                sheet.pen.upright(x.at(base), bottom - row_height * 0.5, bottom, line);
            }
        } else {
            sheet.pen.upright(x.at(base), layout.top - 3.0 * unit, layout.bottom + 3.0 * unit, line);
        }
    }
    let empty = chart.bars.is_empty().then(|| "No judgements to move yet".to_owned());
    if let Some(words) = rows.rest.or(empty).filter(|_| row_height >= LEAST_ROW * unit * 0.9) {
        let rect = Rect::new(
            sheet.area.min.x,
            layout.bottom + 2.0 * unit,
            sheet.area.max.x,
            layout.bottom + row_height,
        );
        let soft = Look::regular(NAME * unit, theme.text_soft);
        if soft.width(&words) <= rect.width() {
            sheet.pen.on(Layer::Tokens, 1.0);
            sheet.write(rect, Align::Left, &words, soft);
        }
    }
    if !rows.bars.is_empty() {
        // Close to what it explains.
        let up = (key_row.min.y - (lines.mul_add(row_height, layout.top) + 8.0 * unit)).max(0.0);
        let key_row = Rect::new(key_row.min.x, key_row.min.y - up, key_row.max.x, key_row.max.y - up);
        key(&mut sheet, key_row);
    }
    let field = Rect::new(left, layout.top, right, layout.bottom);
    sheet.finish(field)
}

/// The height at which up to `most` rows have the room they like in a chart `width` points wide, in points.
#[must_use]
pub fn tornado_height(chart: &Tornado, width: f32, most: usize, text_scale: f32) -> f32 {
    let unit = ChartView { size: (1.0, 1.0), text_scale }.unit();
    let rows = Rows::new(chart, value(chart.base, 0.0), most);
    let lines = (rows.bars.len() + usize::from(rows.rest.is_some())).max(1) as f32;
    let title = if chart.title.trim().is_empty() { 0.0 } else { 24.0 };
    let row = if is_stacked(width, f32::INFINITY, unit) { STACKED_ROW } else { ROW };
    (lines.mul_add(row, title + HEAD + 22.0 + 24.0) * unit).max(171.0 * unit)
}

/// Whether names stand above their bars: where there is little room beside them, and enough below.
fn is_stacked(width: f32, height: f32, unit: f32) -> bool {
    width > 120.0 * unit && width < STACKED_BELOW * unit && height > 170.0 * unit
}

struct Layout<'a> {
    chart: &'a Tornado,
    base: f64,
    x: Scale,
    labels: (f32, f32),
    /// Whether names stand above their bars.
    stacked: bool,
    /// Whether there is room beside the bars for their values.
    valued: bool,
    row_height: f32,
    top: f32,
    bottom: f32,
}

/// What is measured and what it is with nothing moved, above its line.
fn headline(sheet: &mut Sheet, layout: &Layout, row: Rect) {
    if row.height() <= 0.0 || layout.chart.bars.is_empty() && row.width() < 60.0 {
        return;
    }
    let look = Look::bold(NAME * sheet.unit, sheet.theme.text);
    let value = layout.chart.unit.words(layout.base);
    let result = layout.chart.result.trim();
    let full = if result.is_empty() { value.clone() } else { format!("{result}: {value}") };
    let y = f32::midpoint(row.min.y, row.max.y) - 2.0 * sheet.unit;
    sheet.pen.on(Layer::Tokens, 1.0);
    for text in [full, value, layout.chart.unit.value(layout.base)] {
        let half = look.width(&text) / 2.0;
        let x = layout.x.at(layout.base).min(row.max.x - half).max(row.min.x + half);
        if sheet.say(&text, look, &[Point { x, y }]) {
            return;
        }
    }
}

fn row(sheet: &mut Sheet, layout: &Layout, index: usize, (bar, low, high): (&TornadoBar, f64, f64)) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let top = (index as f32).mul_add(layout.row_height, layout.top);
    let rect = Rect::new(sheet.area.min.x, top, sheet.area.max.x, top + layout.row_height);
    let split = if layout.stacked { top + layout.row_height * 0.5 } else { rect.max.y };
    let label = Rect::new(layout.labels.0, top, layout.labels.1, split);
    sheet.pen.on(Layer::Tokens, 1.0);
    let plain = Look::regular(NAME * unit, theme.text);
    sheet.write(label, Align::Left, &shortened(bar.label.trim(), plain, label.width()), plain);

    let bars = Rect::new(rect.min.x, if layout.stacked { split } else { top }, rect.max.x, rect.max.y);
    let middle = f32::midpoint(bars.min.y, bars.max.y);
    let half = (bars.height() * 0.36).min(10.0 * unit);
    let base = layout.x.at(layout.base);
    let (to_low, to_high) = (layout.x.at(low), layout.x.at(high));
    let same_side = (low - layout.base) * (high - layout.base) > 0.0;
    // On the same side of the base, each has half the height: none hides the other.
    let (low_rows, high_rows) = if same_side {
        ((middle - half, middle), (middle, middle + half))
    } else {
        ((middle - half, middle + half), (middle - half, middle + half))
    };
    let draw = |sheet: &mut Sheet, to: f32, (top, bottom): (f32, f32), color: Color| {
        let rect = Rect::new(base.min(to), top, base.max(to), bottom);
        sheet.pen.on(Layer::Ground, 1.0).fill(rect, 0.0, color);
    };
    draw(sheet, to_low, low_rows, theme.low_end);
    draw(sheet, to_high, high_rows, theme.high_end);

    let look = Look::bold(NAME * unit, theme.text);
    let soft = Look { color: theme.text_soft, ..look };
    let show = layout.chart.unit;
    let (first, last) = beside(show, layout.base, low, high);
    let y = middle;
    let ends = [
        (first, to_low.min(to_high).min(base) - 6.0 * unit, Align::Right),
        (last, to_low.max(to_high).max(base) + 6.0 * unit, Align::Left),
    ];
    for (text, x, align) in ends.into_iter().filter(|_| layout.valued) {
        let look = if text == show.value(layout.base) { soft } else { look };
        let cell = Rect::new(x, y - half, x, y + half);
        sheet.pen.on(Layer::Tokens, 1.0).text_in(cell, align, &text, look);
    }
    let hint = format!(
        "{}. Low: {}. High: {}. As judged: {}",
        bar.label.trim(),
        show.words(low),
        show.words(high),
        show.words(layout.base)
    );
    sheet.pen.scene().targets.push(Target { rect, subject: bar.subject.clone(), hint });
}

/// A label that fits: "Service redesign… 3 to 6" keeps how far the judgement was moved.
fn shortened(label: &str, look: Look, room: f32) -> String {
    if look.width(label) > room
        && let Some((name, range)) = label.rsplit_once(": ")
    {
        let range = format!(" {range}");
        let left = room - look.width(&range);
        if left > room * 0.4 {
            return font::elide(name, look.size, look.weight, left) + &range;
        }
    }
    font::elide(label, look.size, look.weight, room)
}

/// Which lightness is which end.
fn key(sheet: &mut Sheet, row: Rect) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    if row.height() < 16.0 * unit {
        return;
    }
    let small = Look::regular(SMALL * unit, theme.text_soft);
    let middle = row.max.y - 8.0 * unit;
    let mut x = row.min.x;
    let full = ["at its low end", "at its high end"];
    let marks = 2.0 * 24.0 * unit + 20.0 * unit;
    let fits = full.iter().map(|text| small.width(text)).sum::<f32>() + marks <= row.width();
    let words = if fits { full } else { ["low end", "high end"] };
    for (color, text) in [theme.low_end, theme.high_end].into_iter().zip(words) {
        let swatch = Rect::new(x, middle - 5.5 * unit, x + 18.0 * unit, middle + 5.5 * unit);
        let width = small.width(text);
        if swatch.max.x + 6.0 * unit + width > row.max.x {
            return;
        }
        sheet.pen.on(Layer::Ground, 1.0).fill(swatch, 0.0, color);
        sheet.pen.on(Layer::Tokens, 1.0);
        sheet.say(text, small, &[Point { x: swatch.max.x + 6.0 * unit + width / 2.0, y: middle }]);
        x = swatch.max.x + 6.0 * unit + width + 20.0 * unit;
    }
}
