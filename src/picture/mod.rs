//! A frame as a picture.
//!
//! A [`Frame`](crate::timeline::Frame), a [`View`] and a [`Theme`] come in; a [`Scene`] of plain shapes comes out, which the
//! live window tessellates and every export writes, so that a picture and the screen cannot disagree. Lengths are points
//! from the top left. A step of a show for a room is composed by [`draw_step`]. Text is measured with the bundled font, never with one of the machine's.

mod animation;
#[cfg(test)]
mod apart_tests;
mod arranging;
mod ball;
mod battles;
mod beside;
mod chalkboard;
pub mod charts;
#[cfg(test)]
mod eyes;
mod field;
#[cfg(test)]
mod fixture;
pub mod font;
mod forms;
mod grips;
mod header;
mod hints;
mod islands;
mod labels;
mod lanes;
mod layout;
mod marks;
mod overlay;
pub(crate) mod pdf;
mod pen;
mod raster;
mod reel;
mod routes;
mod ruler;
mod scene;
#[cfg(test)]
mod shipped_tests;
mod step;
mod svg;
#[cfg(test)]
mod tests;
mod theme;
mod tokens;
mod view;
mod words;

pub use animation::{Animation, AnimationFormat, animate};
pub use arranging::{LaneNote, draw_arranging};
pub use beside::{Beside, draw_beside, field_at};
pub use chalkboard::{Charset, chalkboard};
pub use charts::{ChartView, drive_chart, spot_chart, tornado};
pub use field::draw;
pub use grips::{Grip, Gripped, Ground, Grounds, ROUTE_ACROSS};
pub use overlay::draw_overlay;
pub use raster::{Pixels, RasterError, png, rasterize};
pub use reel::{Placed, Reel, Strip};
pub use ruler::draw_ruler;
pub use scene::{
    Align, Color, Corner, Item, Layer, Point, Rect, Scene, Shape, Stroke, Target, TextRun, Weight,
};
pub use step::{
    GROUP_SIDE, OVERVIEW_COLUMNS, StepView, draw_group, draw_ink, draw_overview, draw_step, draw_step_beside,
    step_window,
};
pub use svg::svg;
pub use theme::{Theme, ThemeError, Themes};
pub use view::View;
