//! Two to four acts at their end, side by side: how far each channel has come, and the whole.

use super::Drawing;
use super::page::Words;
use crate::picture::beside::{cells, without_players};
use crate::picture::field::{Stage, on_stage};
use crate::picture::layout::{Layout, Placed};
use crate::picture::pen::{Look, Pen};
use crate::picture::view::Reading;
use crate::picture::{Align, Layer, Rect, Scene, Weight, font};
use crate::rules::Down;
use crate::rules::words::whole;
use crate::show::{Act, Step};
use crate::timeline::Frame;

/// How high the row with a field's name is at 1920 by 1080.
const HEAD: f32 = 60.0;

pub(super) fn draw(drawing: &Drawing<'_>, step: &Step, acts: &[usize]) -> Scene {
    let (page, theme) = (&drawing.page, drawing.theme);
    let p = page.point;
    let mut pen = drawing.blank();
    let heading = Words {
        text: &step.title,
        place: page.header(),
        sizes: &[56.0, 48.0, 42.0, 36.0],
        weight: Weight::Bold,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut pen, &heading);
    let caption = Words {
        text: &step.caption,
        place: page.caption(false),
        sizes: &[42.0, 38.0, 34.0, 31.0, 28.0],
        weight: Weight::Regular,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut pen, &caption);
    let middle = page.middle(false);
    let acts: Vec<&Act> = acts.iter().filter_map(|act| drawing.rundown.acts.get(*act)).collect();
    let places = cells(acts.len(), (middle.width(), middle.height()), 3.6 * p);
    let furthest = acts.iter().map(|act| whole(spot(act))).max();
    for (at, (act, cell)) in acts.iter().zip(places).enumerate() {
        let cell = cell.moved(middle.min);
        one(drawing, &mut pen, act, at, cell, furthest == Some(whole(spot(act))));
    }
    pen.finish()
}

/// Where the whole organisation is when an act is over.
fn spot(act: &Act) -> f64 {
    act.timeline.frame(f64::MAX).run.spot
}

/// What an act comes to: the whole of it counts, not what moved last.
fn ended(act: &Act) -> Frame {
    let mut frame = without_players(&act.timeline.frame(f64::MAX));
    for (lane, channel) in frame.channels.iter_mut().enumerate() {
        (channel.gained, channel.lost) = (0.0, 0.0);
        channel.ghosts.clear();
        channel.start = act.start.get(lane).copied().unwrap_or(channel.start);
        if let Some(island) = &mut channel.island {
            island.slips = 0.0;
        }
        if let Some((_, drive)) = &act.plan {
            let open = |down: &Down| down.run.outcome.channels.get(lane).is_some_and(|end| end.open_flank);
            channel.open_flank = drive.downs.iter().all(open);
        }
    }
    Frame { dim: 0.0, focus: Vec::new(), ..frame }
}

fn one(drawing: &Drawing<'_>, pen: &mut Pen, act: &Act, at: usize, cell: Rect, furthest: bool) {
    let (p, theme) = (drawing.page.point, drawing.theme);
    let row = Rect::new(cell.min.x, cell.min.y, cell.max.x, cell.min.y + HEAD * p);
    let side = 26.0 * p;
    let middle = f32::midpoint(row.min.y, row.max.y);
    let key = Rect::new(row.min.x, middle - side / 2.0, row.min.x + side, middle + side / 2.0);
    pen.on(Layer::Ground, 1.0).fill(key, 4.0 * p, theme.plans[at % theme.plans.len()]);
    let result = format!("{} of 100", whole(spot(act)));
    let bold = Look::bold(40.0 * p, if furthest { theme.text } else { theme.text_soft });
    let left = key.max.x + 16.0 * p;
    let name = Look::bold(34.0 * p, theme.text);
    let room = row.max.x - left - bold.width(&result) - 24.0 * p;
    let title = font::elide(&act.title, name.size, name.weight, room);
    pen.on(Layer::Lines, 1.0);
    pen.text_in(Rect::new(left, row.min.y, row.max.x, row.max.y), Align::Left, &title, name);
    pen.text_in(row, Align::Right, &result, bold);

    let frame = ended(act);
    let view = super::moment::plain_view(drawing);
    let area = Rect::new(cell.min.x, row.max.y, cell.max.x, cell.max.y);
    let layout = Layout::for_room(&frame, &view, theme, &Placed { area, point: p, strip: 0.0 });
    let mut stage = Stage::new(&frame, &view, theme, layout);
    stage.reading = Reading::Room { per_cent: false };
    on_stage(&mut stage);
    let field = stage.layout.field;
    if pen.scene().field == Rect::default() {
        pen.scene().field = field;
    }
    pen.scene().take(stage.pen.finish(), crate::picture::Point::default());
}
