//! `render`: a play as a picture or an animation, what becomes of game plans as a chart, or a show, plays and plans as a
//! handout or a web page, without a window.

mod chart;
mod deck;
mod handout;

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::outfile::Outfile;
use super::source::{self, Complain, STREAM};
use super::{Console, situation};
use crate::model::Phase;
use crate::picture::{
    Animation, AnimationFormat, RasterError, Scene, Theme, Themes, View, animate, draw, png, rasterize, svg,
};
use crate::timeline::{Frame, Timeline};

/// How large a picture is where nothing says so.
const SIZE: Size = Size { width: 1920, height: 1080 };
/// The most files that go into one picture.
const MOST_PATHS: usize = 4;

const EXAMPLES: &str = "\
Examples:
  downfield render exemplar -o exemplar.png
  downfield render exemplar --times 4 --at drag-back -o dragged.svg
  downfield render exemplar --at 3.5s --theme paper --size 1280x720 -o paper.png
  downfield render exemplar --fps 12 --size 960x540 -o exemplar.gif
  downfield render exemplar --as svg -o - > exemplar.svg
  downfield render balanced-build --chart drive -o drive.svg
  downfield render balanced-build --chart tornado -o matters.png
  downfield render balanced-build technology-first --chart spot -o both.png
  downfield render plays/shows/ours.ron -o handout.pdf
  downfield render plays/shows/ours.ron --no-notes --paper letter -o for-the-room.pdf
  downfield render plays/shows/ours.ron --record plays/records/said.ron -o handout.pdf
  downfield render plays/shows/ours.ron --notes -o ours.html
  downfield render exemplar api-strategy balanced-build -o show.html";

/// What `render` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A play: its path, its name if it is in plays/ here or built in, or - for standard input; for --chart, a game plan
    /// or, for --chart spot, up to four; for a .pdf or .html a show, or any number of plays and game plans in order
    #[arg(value_name = "PATH", required = true, num_args = 1..)]
    paths: Vec<PathBuf>,
    /// The file to write; its ending says what is made; - for standard output
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// What is made, where no ending says so
    #[arg(long = "as", value_name = "KIND")]
    kind: Option<Kind>,
    /// The moment a still shows: line-up, step-back, battles, advance, drag-back, read-out, or seconds such as 3.5s
    #[arg(long, value_name = "PHASE|SECONDS")]
    at: Option<Moment>,
    /// Width and height in pixels; default: 1920x1080
    #[arg(long, value_name = "WxH")]
    size: Option<Size>,
    /// The colours; default: night, and paper for a .pdf
    #[arg(long, value_name = "THEME", value_parser = theme)]
    theme: Option<Themes>,
    /// Frames a second of an animation
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u32).range(1..=60))]
    fps: u32,
    /// Show the field from end to end, not only where the play is
    #[arg(long)]
    whole_field: bool,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    situation: situation::Changes,
    #[command(flatten)]
    charts: chart::ChartOptions,
    #[command(flatten)]
    handout: handout::HandoutOptions,
}

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// One frame as shapes and real text
    Svg,
    /// One frame as pixels
    Png,
    /// The play, 256 colours
    Gif,
    /// The play, every colour
    Apng,
    /// A page for every step, to be printed and written on
    Pdf,
    /// The show as one file that any browser plays
    Html,
}

/// A moment of the play.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Moment {
    Phase(Phase),
    Seconds(f64),
}

/// Pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    width: u16,
    height: u16,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let kind = kind(options)?;
    if !matches!(kind, Kind::Pdf | Kind::Html) {
        options.handout.are_left_out()?;
        if options.paths.len() > MOST_PATHS {
            let help = Some("for more than that, make a handout: end the file in .pdf".to_owned());
            return Err(Failure::with_help(format!("at most {MOST_PATHS} files go into one picture"), help));
        }
    }
    if options.at.is_some() && matches!(kind, Kind::Gif | Kind::Apng) {
        let help = Some("leave --at out, or make a .png or .svg".to_owned());
        return Err(Failure::with_help("--at picks one moment, and an animation shows them all", help));
    }
    let out = Outfile::new(&options.output, options.force)?.in_a_folder()?;
    let bytes = match (options.charts.chart, kind) {
        (_, Kind::Pdf) => printed(options, console)?,
        (_, Kind::Html) => page(options, console)?,
        (Some(which), _) => chart(which, kind, options, console)?,
        (None, _) => field(kind, options, console)?,
    };
    out.write(&bytes, console)?;
    if options.output != Path::new(STREAM) {
        console.note(&format!("{} written", options.output.display()));
    }
    Ok(Exit::Fine)
}

/// A show, plays and plans as pages.
fn printed(options: &Options, console: Console) -> Result<Vec<u8>, Failure> {
    let of_a_picture = options.at.is_some() || options.whole_field || options.size.is_some();
    if of_a_picture || options.charts.chart.is_some() {
        let help = Some("a handout has a page for every step; --paper says how large it is".to_owned());
        let message = "--at, --size, --whole-field and --chart are for a picture, not for a handout";
        return Err(Failure::with_help(message, help));
    }
    if !options.situation.is_default() {
        let help = Some(
            "change the play's file, or let a show say where it starts and how often it is run".to_owned(),
        );
        let message = "a handout shows plays as their files have them: --start, --times and what else changes a play \
                       are for a picture";
        return Err(Failure::with_help(message, help));
    }
    handout::print(&options.paths, &options.handout, options.theme.unwrap_or(Themes::Paper).theme(), console)
}

/// What becomes of game plans.
fn chart(which: chart::Kind, kind: Kind, options: &Options, console: Console) -> Result<Vec<u8>, Failure> {
    if matches!(kind, Kind::Gif | Kind::Apng) {
        let help = Some("make a .png or .svg".to_owned());
        return Err(Failure::with_help("a chart does not move", help));
    }
    if options.at.is_some() || options.whole_field {
        return Err(Failure::unusable("--at and --whole-field are for a play's field, not for a chart"));
    }
    let opening = options.situation.opening()?;
    let (size, theme) = (options.size.unwrap_or(SIZE).points(), options.theme.unwrap_or_default().theme());
    let made = chart::draw(which, &options.paths, &options.charts, &opening, size, theme, console)?;
    match kind {
        Kind::Svg => Ok(svg(&made.scene, &made.title, &made.told).into_bytes()),
        Kind::Png | Kind::Gif | Kind::Apng | Kind::Pdf | Kind::Html => pixels(&made.scene),
    }
}

/// A show, or plays and game plans, as a web page.
fn page(options: &Options, console: Console) -> Result<Vec<u8>, Failure> {
    if options.charts.chart.is_some() {
        let help = Some("make a .png or .svg".to_owned());
        return Err(Failure::with_help("a chart does not move", help));
    }
    if options.at.is_some() || options.whole_field || !options.situation.is_default() {
        let help = Some("write into the show where it starts and how often each play is run".to_owned());
        return Err(Failure::with_help("a web page shows plays as their show has them", help));
    }
    options.handout.are_of_a_page()?;
    let (theme, notes) = (options.theme.unwrap_or_default().theme(), options.handout.notes());
    deck::draw(&options.paths, theme, notes, console).map(String::into_bytes)
}

/// A play on its field.
fn field(kind: Kind, options: &Options, console: Console) -> Result<Vec<u8>, Failure> {
    let [play] = options.paths.as_slice() else {
        let help = Some("for several game plans in one picture, add --chart spot".to_owned());
        return Err(Failure::with_help("a field shows one play", help));
    };
    chart::is_no_plan(play)?;
    let loaded = source::load(play, Complain::Human, console)?;
    let situation = options.situation.set_up(&loaded, console)?;
    let timeline = Timeline::new(&situation.lineup, &situation.runs());
    let view = view(&timeline, options);
    let theme = options.theme.unwrap_or_default().theme();
    match kind {
        Kind::Svg => {
            let frame = still(&timeline, options);
            Ok(svg(&draw(&frame, &view, theme), &frame.title, &frame.headline).into_bytes())
        }
        Kind::Png | Kind::Pdf | Kind::Html => pixels(&draw(&still(&timeline, options), &view, theme)),
        Kind::Gif => animation(AnimationFormat::Gif, &timeline, &view, theme, options.fps, console),
        Kind::Apng => animation(AnimationFormat::Apng, &timeline, &view, theme, options.fps, console),
    }
}

fn pixels(scene: &Scene) -> Result<Vec<u8>, Failure> {
    rasterize(scene, 1.0).and_then(|pixels| png(&pixels)).map_err(|error| undrawn(&error))
}

fn kind(options: &Options) -> Result<Kind, Failure> {
    let ending = options.output.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let by_ending = Kind::from_str(ending, true).ok();
    options.kind.or(by_ending).ok_or_else(|| {
        let stream = options.output == Path::new(STREAM);
        let (message, help) = if stream {
            (
                "standard output has no ending to say what to make".to_owned(),
                "add --as svg, png, gif, apng, pdf or html",
            )
        } else {
            let shown = options.output.display();
            (
                format!("`{shown}` does not say what to make"),
                "end it in .svg, .png, .gif, .apng, .pdf or .html, or add --as",
            )
        };
        Failure::with_help(message, Some(help.to_owned()))
    })
}

fn still(timeline: &Timeline, options: &Options) -> Frame {
    timeline.frame(match options.at {
        None => timeline.still_of(Phase::ReadOut),
        Some(Moment::Phase(phase)) => timeline.still_of(phase),
        Some(Moment::Seconds(seconds)) => seconds,
    })
}

fn animation(
    format: AnimationFormat,
    timeline: &Timeline,
    view: &View,
    theme: &Theme,
    fps: u32,
    console: Console,
) -> Result<Vec<u8>, Failure> {
    let frames = (timeline.duration_secs() * f64::from(fps)).ceil().max(0.0) as usize + 1;
    let mut scenes =
        (0..frames).map(|number| draw(&timeline.frame(number as f64 / f64::from(fps)), view, theme));
    let bar = console.progress(frames, "Drawing");
    let mut bytes = Vec::new();
    let made = animate(&mut scenes, Animation { format, fps, scale: 1.0 }, &mut bytes, &mut |done| {
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    made.map_err(|error| undrawn(&error))?;
    Ok(bytes)
}

/// The part of the field that a picture shows: the same for every moment, so that nothing jumps.
fn view(timeline: &Timeline, options: &Options) -> View {
    let size = options.size.unwrap_or(SIZE).points();
    let (from_yard, to_yard) =
        if options.whole_field { View::WHOLE_FIELD } else { View::around([&timeline.frame(0.0)]) };
    View {
        size,
        from_yard,
        to_yard,
        // A picture that stands alone sets its text by its size already.
        text_scale: 1.0,
        standalone: true,
        hovered: None,
        selected: None,
    }
}

fn undrawn(error: &RasterError) -> Failure {
    Failure::unusable(error.to_string())
}

fn theme(name: &str) -> Result<Themes, String> {
    Themes::ALL.into_iter().find(|theme| theme.name() == name).ok_or_else(|| {
        let names = Themes::ALL.map(Themes::name);
        format!("the themes are {}", super::names::list(&names, "and"))
    })
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some(phase) = Phase::ALL.into_iter().find(|phase| phase_name(*phase) == text) {
            return Ok(Self::Phase(phase));
        }
        let seconds = text.strip_suffix('s').and_then(|number| number.trim().parse::<f64>().ok());
        let seconds = seconds.filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
        seconds.map(Self::Seconds).ok_or_else(|| {
            let names = Phase::ALL.map(phase_name);
            format!("write {}, or seconds such as 3.5s", super::names::list(&names, "or"))
        })
    }
}

const fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::LineUp => "line-up",
        Phase::StepBack => "step-back",
        Phase::Battles => "battles",
        Phase::Advance => "advance",
        Phase::DragBack => "drag-back",
        Phase::ReadOut => "read-out",
    }
}

impl Size {
    fn points(self) -> (f32, f32) {
        (f32::from(self.width), f32::from(self.height))
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let side = |text: &str| text.parse::<u16>().ok().filter(|side| (16..=16384).contains(side));
        text.split_once(['x', 'X', '×'])
            .and_then(|(width, height)| Some(Self { width: side(width)?, height: side(height)? }))
            .ok_or_else(|| "write width and height in pixels, 16 to 16384 each, such as 1920x1080".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_phase_or_seconds() {
        assert_eq!("drag-back".parse(), Ok(Moment::Phase(Phase::DragBack)));
        assert_eq!("3.5s".parse(), Ok(Moment::Seconds(3.5)));
        for bad in ["", "3.5", "-1s", "infs", "half-time"] {
            assert!(bad.parse::<Moment>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_size_is_width_and_height() {
        assert_eq!("1920x1080".parse(), Ok(Size { width: 1920, height: 1080 }));
        for bad in ["", "1920", "0x10", "1920x", "99999x10", "-5x20"] {
            assert!(bad.parse::<Size>().is_err(), "{bad}");
        }
    }
}
