//! Where the parts of the picture are: lanes, names, header and footer; and which yard is where.

use super::pen::Look;
use super::{Point, Rect, Theme, View, font};
use crate::timeline::Frame;

/// The picture's measures, in points.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// What a length of 1 at 1280×720 is here.
    pub(super) unit: f32,
    /// The same for what stands in a lane: smaller where lanes are low.
    pub(super) lane_unit: f32,
    /// The lanes together, without the names.
    pub(super) field: Rect,
    /// Where the names stand.
    pub(super) margin: Rect,
    /// The strip with the yard numbers.
    pub(super) numbers: Rect,
    /// Title, headline and ruler of a picture that stands by itself.
    pub(super) header: Option<Header>,
    /// Whether there is room for the first level of names only.
    pub(super) narrow: bool,
    /// Whether there is room for names and fronts only.
    pub(super) plain: bool,
    /// The least size of text: what cannot be read from where it is looked at gives way instead. 0 for a desk.
    pub(super) least: f32,
    /// What is kept free at the foot of each lane.
    pub(super) strip: f32,
    lane_height: f32,
    lane_pitch: f32,
    from_yard: f64,
    to_yard: f64,
}

/// Where a field stands in a picture for a room. Points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Yard numbers, names and lanes.
    pub(super) area: Rect,
    /// One point of a picture of 1920 by 1080.
    pub(super) point: f32,
    /// What is kept free at the foot of each lane.
    pub(super) strip: f32,
}

/// What the parts of a field are measured by.
struct Measures {
    unit: f32,
    least: f32,
    strip: f32,
    /// Yard numbers, names and lanes.
    area: Rect,
    /// The picture's width.
    width: f32,
    /// How high the yard numbers' strip is.
    numbers: f32,
    /// How far right the names may reach.
    names_end: f32,
}

/// The least size of text at 1920 by 1080 that can be read from six metres away.
pub(super) const ROOM_TEXT: f32 = 28.0;
/// The same for the yards of a front.
pub(super) const ROOM_YARDS: f32 = 44.0;
/// What a length at 1280 by 720 is at 1920 by 1080.
const ROOM_UNIT: f32 = 1.5;

/// Where a picture that stands by itself has its words.
#[derive(Clone, Debug)]
pub(super) struct Header {
    pub(super) title: Rect,
    pub(super) headline: Vec<String>,
    pub(super) headline_size: f32,
    pub(super) headline_top: f32,
    pub(super) ruler: Rect,
    pub(super) caption: Vec<String>,
    pub(super) caption_top: f32,
    pub(super) legend: Rect,
}

impl Header {
    const HEADLINE: f32 = 17.0;
    pub(super) const HEADLINE_LINE: f32 = 23.0;
    pub(super) const CAPTION: f32 = 16.0;
    pub(super) const CAPTION_LINE: f32 = 22.0;
}

impl Layout {
    pub(super) fn new(frame: &Frame, view: &View, theme: &Theme) -> Self {
        let (width, height) = (within(view.size.0, 1.0, 1e5), within(view.size.1, 1.0, 1e5));
        let scale = if view.text_scale.is_finite() { view.text_scale.clamp(0.25, 8.0) } else { 1.0 };
        let unit = if view.standalone { scale * (height / 720.0).min(width / 1000.0) } else { scale };
        let pad = if view.standalone { 22.0 } else { 8.0 } * unit;

        let header = view.standalone.then(|| {
            let room = width - 2.0 * pad;
            let look = Look::regular(Header::HEADLINE * unit, theme.text);
            // A sentence that is a little too long is set a little smaller, one that is much too long on two lines.
            let fit = room / look.width(&frame.headline).max(1.0);
            let (headline_scale, lines) = if fit >= 0.84 { (fit.min(1.0), 1) } else { (1.0, 2) };
            let look = Look { size: look.size * headline_scale * 0.999, ..look };
            let half = look.width(&frame.headline) * 0.54;
            let half = if lines == 2 { within(half, room * 0.6, room) } else { room };
            let headline = font::wrap(&frame.headline, look.size, look.weight, half, lines);
            let headline = if headline.last().is_some_and(|line| line.ends_with('…')) {
                font::wrap(&frame.headline, look.size, look.weight, room, lines)
            } else {
                headline
            };
            let caption = frame.caption.as_ref().map_or_else(Vec::new, |caption| {
                let text = format!("“{}”", caption.text);
                font::wrap(&text, Header::CAPTION * unit, look.weight, room, 2)
            });
            let title = Rect::new(pad, 14.0 * unit, width - pad, 46.0 * unit);
            let headline_top = title.max.y + 2.0 * unit;
            let ruler_top =
                (headline.len() as f32).mul_add(Header::HEADLINE_LINE * unit, headline_top) + 9.0 * unit;
            let legend = Rect::new(pad, height - 32.0 * unit, width - pad, height - 10.0 * unit);
            let caption_top =
                (caption.len() as f32).mul_add(-Header::CAPTION_LINE * unit, legend.min.y - 2.0 * unit);
            Header {
                title,
                headline,
                headline_size: look.size,
                headline_top,
                ruler: Rect::new(pad, ruler_top, width - pad, ruler_top + 24.0 * unit),
                caption,
                caption_top,
                legend,
            }
        });
        let top = header.as_ref().map_or(2.0 * unit, |header| header.ruler.max.y + 6.0 * unit);
        let bottom = header.as_ref().map_or(height - 8.0 * unit, |header| header.caption_top - 8.0 * unit);
        let numbers_bottom = (top + 26.0 * unit).min(height * 0.5);
        let lanes = frame.channels.len().max(1) as f32;
        let bottom = bottom.max(numbers_bottom + 4.0 * lanes).min(height);
        let area = Rect::new(pad, top, width - pad, bottom);
        let numbers = numbers_bottom - top;
        let measures =
            Measures { unit, least: 0.0, strip: 0.0, area, width, numbers, names_end: width * 0.4 };
        Self { header, ..Self::of(frame, view, theme, &measures) }
    }

    /// A field in a picture for a room.
    pub(super) fn for_room(frame: &Frame, view: &View, theme: &Theme, placed: &Placed) -> Self {
        let Placed { area, point, strip } = *placed;
        let least = ROOM_TEXT * point;
        let measures = Measures {
            unit: ROOM_UNIT * point,
            least,
            strip,
            area,
            width: area.width(),
            numbers: (least * 1.45).min(area.height() * 0.3),
            names_end: area.width().mul_add(0.4, area.min.x),
        };
        Self::of(frame, view, theme, &measures)
    }

    fn of(frame: &Frame, view: &View, theme: &Theme, measures: &Measures) -> Self {
        let &Measures { unit, least, strip, area, width, numbers, names_end } = measures;
        let lanes = frame.channels.len().max(1) as f32;
        let (pad, top, bottom) = (area.min.x, area.min.y, area.max.y);
        let numbers_bottom = top + numbers;

        let gap = (5.0 * unit).min((bottom - numbers_bottom) / lanes * 0.07);
        let lane_pitch = (bottom - numbers_bottom + gap) / lanes;
        let lane_height = lane_pitch - gap;
        let lane_unit = unit * (lane_height / (88.0 * unit)).clamp(0.3, 1.2).max(0.0);
        let lane_unit = lane_unit.max((unit * 0.8).min(lane_height / 50.0));

        // The names' second level goes first where there is little room.
        let narrow = width < 560.0 * unit || lane_height < 40.0 * unit;
        let most = if narrow || least > 0.0 { 0.32 } else { 0.2 };
        let soft_size = (Self::NAME_SOFT * lane_unit).max(least);
        let names = frame
            .model
            .channels
            .iter()
            .map(|channel| {
                let (bold, soft) = two_levels(&channel.name);
                let look = Look::bold(name_size(unit, lane_unit, lane_height).max(least), theme.text);
                let soft_look = Look::regular(soft_size, theme.text);
                look.width(bold).max(if narrow { 0.0 } else { soft_look.width(soft) })
            })
            .fold(0.0, f32::max);
        let margin_width = within(28.0f32.mul_add(lane_unit, names), 60.0 * lane_unit, width * most);
        let left = (pad + margin_width).min(names_end);
        let field = Rect::new(left, numbers_bottom, area.max.x.max(left + 1.0), bottom);
        let from_yard = if view.from_yard.is_finite() { view.from_yard.clamp(-1e4, 1e4) } else { 0.0 };
        let span = view.to_yard - from_yard;
        let to_yard = if span.is_finite() && span >= 1.0 { view.to_yard.min(2e4) } else { from_yard + 1.0 };
        Self {
            unit,
            lane_unit,
            field,
            margin: Rect::new(pad, field.min.y, left, field.max.y),
            numbers: Rect::new(left, top, field.max.x, numbers_bottom),
            header: None,
            narrow,
            plain: lane_height < 40.0 * unit || field.width() < 240.0 * unit,
            least,
            strip,
            lane_height,
            lane_pitch,
            from_yard,
            to_yard,
        }
    }

    /// Size of a lane's name: however low a lane is, it can be read while the lane has room for it.
    pub(super) fn name_size(&self) -> f32 {
        name_size(self.unit, self.lane_unit, self.lane_height).max(self.least)
    }

    /// Size of text in a lane, by what it is where lanes are as high as they should be.
    pub(super) fn text(&self, size: f32) -> f32 {
        (size * self.lane_unit).max(self.least)
    }

    /// Size of a front's yards.
    pub(super) fn yards_size(&self) -> f32 {
        (30.0 * self.lane_unit).max(self.least * (ROOM_YARDS / ROOM_TEXT))
    }

    /// The part of a lane where players stand.
    pub(super) fn stand(&self, index: usize) -> Rect {
        let lane = self.lane(index);
        Rect { max: Point { x: lane.max.x, y: (lane.max.y - self.strip).max(lane.min.y + 1.0) }, ..lane }
    }

    /// Size of the rest of it.
    pub(super) const NAME_SOFT: f32 = 14.5;

    /// The lane `index` from the top, without its name.
    pub(super) fn lane(&self, index: usize) -> Rect {
        let top = (index as f32).mul_add(self.lane_pitch, self.field.min.y);
        Rect::new(self.field.min.x, top, self.field.max.x, top + self.lane_height)
    }

    /// Where a yard is, which may be outside the lanes.
    pub(super) fn x(&self, yards: f64) -> f32 {
        let share = (yards - self.from_yard) / (self.to_yard - self.from_yard);
        // Far outside is far enough.
        let share = if share.is_nan() { 0.0 } else { share.clamp(-4.0, 5.0) };
        (share as f32).mul_add(self.field.width(), self.field.min.x)
    }

    /// Where a yard is, held within the lanes.
    pub(super) fn x_inside(&self, yards: f64) -> f32 {
        within(self.x(yards), self.field.min.x, self.field.max.x)
    }

    /// Whether a yard is in view.
    pub(super) fn shows(&self, yards: f64) -> bool {
        (self.from_yard - 1e-6..=self.to_yard + 1e-6).contains(&yards)
    }

    /// How visible something at a yard is: it fades out just beyond the edges of the view.
    pub(super) fn visibility(&self, yards: f64) -> f32 {
        let beyond = (self.from_yard - yards).max(yards - self.to_yard).max(0.0);
        (1.0 - beyond / 1.5).clamp(0.0, 1.0) as f32
    }

    /// Points for one yard.
    pub(super) fn yard(&self) -> f32 {
        self.field.width() / (self.to_yard - self.from_yard) as f32
    }

    pub(super) fn first_yard(&self) -> f64 {
        self.from_yard
    }

    pub(super) fn last_yard(&self) -> f64 {
        self.to_yard
    }

    /// The part of a line that lies within the lanes' left and right ends.
    pub(super) fn clip(&self, a: Point, b: Point) -> Option<(Point, Point)> {
        let (left, right) = (self.field.min.x, self.field.max.x);
        if a.x.max(b.x) < left || a.x.min(b.x) > right {
            return None;
        }
        let at = |x: f32| {
            let share = if (b.x - a.x).abs() < 1e-6 { 0.0 } else { (x - a.x) / (b.x - a.x) };
            Point { x, y: share.mul_add(b.y - a.y, a.y) }
        };
        let inside = |p: Point| {
            if p.x < left {
                at(left)
            } else if p.x > right {
                at(right)
            } else {
                p
            }
        };
        Some((inside(a), inside(b)))
    }
}

/// Size of a lane's name.
fn name_size(unit: f32, lane_unit: f32, lane_height: f32) -> f32 {
    (19.0 * lane_unit).max((12.0 * unit).min(lane_height * 0.8))
}

/// A number held between two others, whatever they are: `low` where there is no room between them.
pub(super) const fn within(value: f32, low: f32, high: f32) -> f32 {
    value.min(high).max(low)
}

/// A channel's name on two levels: "Products" and "& services".
pub(super) fn two_levels(name: &str) -> (&str, &str) {
    for joint in [" & ", " and ", " + ", " / ", ", "] {
        if let Some(at) = name.find(joint) {
            return (&name[..at], name[at..].trim_start());
        }
    }
    (name, "")
}
