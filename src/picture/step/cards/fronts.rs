//! Where the room says each channel stands: the bare field with large handles on its fronts.

use crate::model::Phase;
use crate::picture::field::{Stage, on_stage};
use crate::picture::layout::{Layout, Placed};
use crate::picture::pen::solid;
use crate::picture::step::Drawing;
use crate::picture::step::moment::{backdrop, plain_view};
use crate::picture::step::page::Words;
use crate::picture::view::Reading;
use crate::picture::{Layer, Point, Rect, Scene, Weight};
use crate::show::{Act, Step};
use crate::timeline::{ChannelFrame, Frame};

/// How large a handle is at 1920 by 1080, from its middle.
const KNOB: f32 = 28.0;
const ASKS: &str = "How far has each channel come, from 0 today to 100 at the goal?";

pub(super) fn draw(drawing: &Drawing<'_>, step: &Step) -> Scene {
    let Some(act) = next_act(drawing) else {
        let mut pen = drawing.blank();
        super::head(drawing, &mut pen, step, &[84.0, 72.0, 60.0, 48.0]);
        return pen.finish();
    };
    let frame = bare(drawing, act);
    let view = plain_view(drawing);
    let placed = Placed { area: drawing.page.middle(false), point: drawing.page.point, strip: 0.0 };
    let layout = Layout::for_room(&frame, &view, drawing.theme, &placed);
    let mut stage = Stage::new(&frame, &view, drawing.theme, layout);
    stage.reading = Reading::Room { per_cent: false };
    stage.handle = KNOB * 1.35 * drawing.page.point;
    backdrop(&mut stage);
    knobs(&mut stage, drawing);
    on_stage(&mut stage);
    stage.pen.scene().field = stage.layout.field;
    let (page, theme) = (&drawing.page, drawing.theme);
    let heading = Words {
        text: &step.title,
        place: page.header(),
        sizes: &[64.0, 56.0, 46.0, 40.0, 36.0],
        weight: Weight::Bold,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut stage.pen, &heading);
    let text = if step.caption.trim().is_empty() { ASKS } else { &step.caption };
    let words = Words {
        text,
        place: page.caption(false),
        sizes: &[42.0, 38.0, 34.0, 31.0, 28.0],
        weight: Weight::Regular,
        color: theme.text,
        down: 0.5,
    };
    page.write(&mut stage.pen, &words);
    stage.pen.finish()
}

/// The act that is played from there: the next one, else the first.
fn next_act<'a>(drawing: &Drawing<'a>) -> Option<&'a Act> {
    let rundown = drawing.rundown;
    let next = rundown.steps.iter().skip(drawing.step).find_map(Step::act);
    rundown.acts.get(next.unwrap_or(0)).or_else(|| rundown.acts.first())
}

/// The field with nobody on it, every channel where the room has put it.
fn bare(drawing: &Drawing<'_>, act: &Act) -> Frame {
    let frame = act.timeline.frame(0.0);
    let fronts = drawing.view.room.fronts_on(act.model(), &act.start);
    let channels = fronts.into_iter().map(|front| ChannelFrame {
        start: front,
        front,
        end: front,
        gained: 0.0,
        lost: 0.0,
        safe: 100.0,
        island: None,
        open_flank: false,
        capped_at: None,
        ghosts: Vec::new(),
    });
    let channels = channels.collect();
    Frame {
        phase: Phase::LineUp,
        channels,
        tokens: Vec::new(),
        routes: Vec::new(),
        battles: Vec::new(),
        gone_round: Vec::new(),
        tethers: Vec::new(),
        focus: Vec::new(),
        dim: 0.0,
        ..frame
    }
}

/// A handle on each front, large enough for a finger; words stay clear of it.
fn knobs(stage: &mut Stage, drawing: &Drawing<'_>) {
    let p = drawing.page.point;
    for lane in 0..stage.frame.channels.len() {
        let Some(channel) = stage.frame.channels.get(lane) else { continue };
        if !stage.layout.shows(channel.front) {
            continue;
        }
        let rect = stage.layout.lane(lane);
        let (x, y) = (stage.layout.x(channel.front), f32::midpoint(rect.min.y, rect.max.y));
        let radius = (KNOB * p).min(rect.height() * 0.42);
        let place = Rect::new(x - radius, y - radius, x + radius, y + radius);
        stage.boards[lane].take(place);
        let theme = stage.theme;
        let pen = stage.pen.on(Layer::Marks, 1.0);
        pen.rect(place, radius, Some(theme.front), Some(solid(3.0 * p, theme.backdrop)));
        for side in [-1.0f32, 1.0] {
            let tip = |along: f32, across: f32| Point {
                x: side.mul_add(radius * along, x),
                y: radius.mul_add(across, y),
            };
            let arrow = vec![tip(0.68, 0.0), tip(0.22, -0.4), tip(0.22, 0.4)];
            pen.polygon(arrow, Some(theme.backdrop), None);
        }
    }
}
