//! Standard output and standard error: the one place that knows about colour, terminals and broken pipes.

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use clap::builder::styling::{AnsiColor, Effects, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Failure;
use super::args::{ColorWhen, Global};

/// Titles and what matters most.
pub(super) const BOLD: Style = Style::new().effects(Effects::BOLD);
/// What may step back.
pub(super) const DIM: Style = Style::new().effects(Effects::DIMMED);
const ERROR: Style = AnsiColor::BrightRed.on_default().effects(Effects::BOLD);
const HELP: Style = AnsiColor::BrightCyan.on_default().effects(Effects::BOLD);

/// Where results, notes and progress go. Text may carry colours: they are taken out where they are not wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Console {
    quiet: bool,
    color: ColorWhen,
}

impl Console {
    pub(super) const fn new(global: Global) -> Self {
        Self { quiet: global.quiet, color: global.color }
    }

    /// Whether only results and errors are wanted.
    pub(super) const fn quiet(self) -> bool {
        self.quiet
    }

    /// Prints a result.
    pub(super) fn print(self, text: &str) -> Result<(), Failure> {
        let stdout = io::stdout().lock();
        let choice = self.choice(&stdout);
        let mut out = AutoStream::new(stdout, choice);
        written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
    }

    /// Prints a result that is not text.
    #[expect(clippy::unused_self, reason = "everything that is printed goes through the console")]
    pub(super) fn print_bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        written(out.write_all(bytes).and_then(|()| out.flush()))
    }

    /// Prints problems, or what comes with a result, to standard error.
    pub(super) fn explain(self, text: &str) {
        let stderr = io::stderr().lock();
        let choice = self.choice(&stderr);
        // There is no third place to say that standard error is closed.
        let _ = AutoStream::new(stderr, choice).write_all(text.as_bytes());
    }

    /// Says something worth knowing, unless only results are wanted.
    pub(super) fn note(self, text: &str) {
        if !self.quiet {
            self.explain(&format!("{text}\n"));
        }
    }

    /// Says what is wrong and what would cure it.
    pub(super) fn error(self, message: &str, help: Option<&str>) {
        let help = help.map(|help| format!("{HELP}help:{HELP:#} {help}\n")).unwrap_or_default();
        self.explain(&format!("{ERROR}error:{ERROR:#} {message}\n{help}"));
    }

    /// A bar on a terminal, and nothing elsewhere.
    pub(super) fn progress(self, steps: usize, doing: &'static str) -> ProgressBar {
        if self.quiet || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
        match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            Ok(style) => bar.with_style(style).with_message(doing),
            Err(_) => bar,
        }
    }

    fn choice(self, stream: &impl anstream::stream::RawStream) -> ColorChoice {
        match self.color {
            ColorWhen::Auto => AutoStream::choice(stream),
            ColorWhen::Always => ColorChoice::Always,
            ColorWhen::Never => ColorChoice::Never,
        }
    }
}

/// How wide the terminal on standard output is; nothing if there is none.
pub(super) fn terminal_columns() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0))
}

/// The colour that help and usage errors are printed in: those come before the arguments have been read.
pub(super) fn color_of_help(arguments: &[OsString]) -> clap::ColorChoice {
    let texts: Vec<Cow<'_, str>> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let values = texts.iter().filter_map(|text| text.strip_prefix("--color="));
    let pairs = texts.windows(2).filter(|pair| pair[0] == "--color").map(|pair| pair[1].as_ref());
    match values.chain(pairs).last() {
        Some("always") => clap::ColorChoice::Always,
        Some("never") => clap::ColorChoice::Never,
        _ => clap::ColorChoice::Auto,
    }
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    result.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::BrokenPipe,
        _ => Failure::unusable(format!("standard output cannot be written: {error}")),
    })
}
