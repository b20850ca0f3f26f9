//! No command: opens the app, or where there is none prints the play as text and says why.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::failure::{Exit, Failure};
use super::simulate::human::expected_text;
use super::situation::Opening;
use super::source::{self, Complain, LoadedPlan, PLAYS, STREAM, Source};
use super::{Cli, Console, names, show};
use crate::model::Call;
use crate::picture::Charset;
use crate::play_file::{Document, Files, Playbook};
use crate::rules::{Lineup, State, Switches, drive, repeat};

/// Where every front starts when a play is looked at by itself, in yards.
const START: f64 = 20.0;
/// The play that is shown of a playbook that has it.
const FIRST: &str = "exemplar";

/// Opens the app on a path; without one, or where it cannot start, prints the play.
pub(super) fn open(path: Option<PathBuf>, console: Console) -> Result<Exit, Failure> {
    let plan = path.as_deref().filter(|path| *path != Path::new(STREAM) && LoadedPlan::is_plan(path));
    let plan = plan.map(Path::to_path_buf);
    let source = if plan.is_some() { None } else { Some(find(path.as_deref())?) };
    let why = match path.as_deref() {
        Some(stream) if stream == Path::new(STREAM) => None,
        _ => match launch(path.map(on_disk)) {
            Ok(()) => return Ok(Exit::Fine),
            Err(why) => Some(why),
        },
    };
    let (Some(source), None) = (source, &plan) else {
        return plan.map_or(Ok(Exit::Fine), |plan| tell_plan(&plan, why.as_deref(), console));
    };
    let loaded = source::load_source(source, Complain::Human, console)?;
    let state = State::level(&loaded.model, START);
    let switches = Switches::of(&loaded.play);
    let lineup = Lineup::new(loaded.id, loaded.play, loaded.model);
    let runs = repeat(&lineup, &state, &switches, 1);
    if let Some(why) = why {
        console.note(&format!("{why}. Here is the play as text; `downfield render` makes a picture.\n"));
    }
    console.print(&show::text(&lineup, &runs, None, Charset::Unicode))?;
    Ok(Exit::Fine)
}

/// Prints what is expected of a game plan.
fn tell_plan(path: &Path, why: Option<&str>, console: Console) -> Result<Exit, Failure> {
    let loaded = LoadedPlan::load(path, Complain::Human, console)?;
    let sheet = Opening::default().sheet(&loaded)?;
    if let Some(why) = why {
        console.note(&format!("{why}. Here is the plan as text; `downfield simulate` has more.\n"));
    }
    console.print(&expected_text(&sheet, &drive(&sheet), false))?;
    Ok(Exit::Fine)
}

/// A play that was named without its path, by its path if it is in the folder here.
fn on_disk(named: PathBuf) -> PathBuf {
    if named.exists() {
        return named;
    }
    source::here(&named).unwrap_or(named)
}

/// Opens the app until it is closed; the error is a sentence that says what to do, without its full stop.
#[cfg(feature = "app")]
fn launch(path: Option<PathBuf>) -> Result<(), String> {
    crate::app::run(&crate::app::LaunchOptions { path, present: None }).map_err(|error| error.to_string())
}

#[cfg(not(feature = "app"))]
fn launch(_path: Option<PathBuf>) -> Result<(), String> {
    Err("This downfield was built without its app: build it with the feature `app` for a window".to_owned())
}

/// The play that stands for what is to be opened: a plan by its first call, a playbook by its best known play.
fn find(path: Option<&Path>) -> Result<Source, Failure> {
    let Some(path) = path else {
        return match source::playbook_here()? {
            Cow::Borrowed(playbook) => first_of(playbook, "the built-in playbook"),
            Cow::Owned(playbook) => first_of(&playbook, PLAYS),
        };
    };
    let files = source::on_disk();
    if files.is_folder(path) && files.in_page(path).is_none() {
        let playbook = Playbook::open(&files, path).map_err(|error| Failure::file(path, "read", &error))?;
        return first_of(&playbook, &path.to_string_lossy());
    }
    let source = Source::find(path).map_err(|failure| meant_a_command(path).unwrap_or(failure))?;
    let Some(Document::GamePlan(plan)) = source.read(None).document else { return Ok(source) };
    let call = plan.calls.iter().find_map(|call| match call {
        Call::Call { play, .. } => Some(play),
        Call::Event { .. } => None,
    });
    let play = call.and_then(|play| {
        let own = source::play_named(&source.playbook, play.as_str());
        own.or_else(|| source::play_named(Playbook::built_in(), play.as_str()))
    });
    match play {
        Some(entry) => Source::of(entry),
        None => Err(Failure::unusable(format!("`{}` calls no play", path.display()))),
    }
}

/// What is no play may be a slip of a command.
fn meant_a_command(path: &Path) -> Option<Failure> {
    let (program, typed) = (Cli::command(), path.to_str()?);
    let near = names::nearest(typed, program.get_subcommands().map(clap::Command::get_name));
    let command = near.first()?;
    let help = format!("did you mean the command `{command}`?");
    Some(Failure::with_help(format!("there is no file, play or command `{typed}`"), Some(help)))
}

fn first_of(playbook: &Playbook, name: &str) -> Result<Source, Failure> {
    let entry = source::play_named(playbook, FIRST).or_else(|| source::plays(playbook).next());
    match entry {
        Some(entry) => Source::of(entry),
        None => Err(Failure::with_help(
            format!("there are no plays in {name}"),
            Some("`downfield new plays/ours.ron --from exemplar` starts one".to_owned()),
        )),
    }
}
