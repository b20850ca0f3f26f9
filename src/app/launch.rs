//! Starting the app, and saying what to do where it cannot start.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::app::PanicHandlerPlugin;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::error_handler::{RenderErrorHandler, RenderErrorPolicy};
use bevy::window::{PresentMode, WindowResolution};
use bevy::winit::WinitSettings;

use super::keeper::RecoveryFolder;
use super::session::{PresentStep, Session};
use super::settings::Settings;
use super::window::SettingsFile;
use super::words::{Language, speak};
use super::{Requests, apply, compositing, egui_input, files, stage, window};
use crate::keeping::{OnDisk as DiskOnDisk, Recovery};
use crate::play_file::OnDisk;

/// What the app is started with.
#[derive(Clone, Debug, Default)]
pub struct LaunchOptions {
    /// A play, a plan or a playbook folder; else `plays/` here, what was open last, or the built-in playbook.
    pub path: Option<PathBuf>,
    /// What is presented at once, if anything is.
    pub present: Option<PresentOptions>,
}

/// How a presentation is begun from the command line.
#[derive(Clone, Debug, Default)]
pub struct PresentOptions {
    /// Plays and plans, or one show: paths, or names of what is in `plays/` here or built in.
    pub paths: Vec<PathBuf>,
    /// Whether it stays in its window and does not fill the screen.
    pub in_window: bool,
    /// How long it is meant to take, in minutes; else what the show says.
    pub minutes: Option<f64>,
    /// The step it begins at, from 1.
    pub step: Option<usize>,
}

/// Why there is no window. Each says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LaunchError {
    /// There is no display to open a window on.
    #[error(
        "There is no display that can be reached: start it from a desktop session, or set DISPLAY or WAYLAND_DISPLAY"
    )]
    NoDisplay,
    /// There is nothing to draw with.
    #[error(
        "There is no usable graphics adapter: install a Vulkan driver (on Debian or Ubuntu the package \
         mesa-vulkan-drivers, which needs no GPU)"
    )]
    NoAdapter,
    /// The graphics device went away while the app ran.
    #[error("The graphics device was lost ({0}): start the app again; what was not saved is offered then")]
    DeviceLost(String),
    /// Something in the app failed.
    #[error("The app stopped ({0}): start it again; what was not saved is offered then")]
    Stopped(String),
}

/// Opens the app and stays until it is closed.
///
/// # Errors
/// If no window can be opened or drawn in, with a sentence that says what to do.
pub fn run(options: &LaunchOptions) -> std::result::Result<(), LaunchError> {
    if !display_may_work() {
        return Err(LaunchError::NoDisplay);
    }
    let failure = Arc::new(Mutex::new(None));
    let heard = Arc::clone(&failure);
    // The libraries below panic where a display or adapter is missing. People get a sentence, never a backtrace.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut heard) = heard.lock() {
            heard.get_or_insert_with(|| payload_text(info.payload()));
        }
    }));
    let lost = Lost::default();
    let ended = panic::catch_unwind(AssertUnwindSafe(|| app(options, lost.clone()).run()));
    panic::set_hook(hook);
    if let Some(reason) = lost.take() {
        return Err(LaunchError::DeviceLost(reason));
    }
    let panicked = failure.lock().ok().and_then(|mut failure| failure.take());
    match (ended, panicked) {
        (Ok(AppExit::Success), None) => Ok(()),
        (_, Some(reason)) => Err(what_failed(&reason)),
        (Ok(AppExit::Error(code)), None) => Err(LaunchError::Stopped(format!("code {code}"))),
        (Err(_), None) => Err(LaunchError::Stopped("for no stated reason".to_owned())),
    }
}

/// Why the graphics device went away, once it has.
#[derive(Resource, Clone, Default)]
struct Lost(Arc<Mutex<Option<String>>>);

impl Lost {
    fn take(&self) -> Option<String> {
        self.0.lock().ok()?.take()
    }

    fn set(&self, reason: &str) {
        if let Ok(mut lost) = self.0.lock() {
            lost.get_or_insert_with(|| reason.lines().next().unwrap_or_default().to_owned());
        }
    }
}

fn app(options: &LaunchOptions, lost: Lost) -> App {
    let settings_file = Settings::path();
    let settings = settings_file.as_deref().map(Settings::load).unwrap_or_default();
    speak(language(&settings));
    let (width, height) = settings.window;
    let (mut session, watched) = match &options.present {
        Some(present) => open_to_present(present, settings),
        None => open(options, settings),
    };
    if let Some(present) = &options.present {
        begin(&mut session, present);
    }
    let watched = watched.or_else(|| session.watched());
    let mut app = App::new();
    app.insert_resource(lost).insert_resource(RenderErrorHandler(|error, main_world, _| {
        if let Some(lost) = main_world.get_resource::<Lost>() {
            lost.set(&error.description);
        }
        main_world.write_message(AppExit::error());
        RenderErrorPolicy::StopRendering
    }));
    in_window(&mut app, session, (width, height));
    app.insert_resource(SettingsFile(settings_file)).insert_resource(RecoveryFolder(Recovery::folder()));
    app.world_mut().resource_mut::<Requests>().0.push(apply::Request::Watch(watched));
    app
}

/// Puts a session into a window of this many points: everything but what is remembered and what can go wrong.
pub fn in_window(app: &mut App, session: Session, (width, height): (f32, f32)) {
    let primary_window = Window {
        title: "Downfield".into(),
        name: Some("downfield".into()),
        resolution: WindowResolution::new(width.round() as u32, height.round() as u32),
        present_mode: PresentMode::AutoVsync,
        ..default()
    };
    let asleep = window::asleep(Duration::MAX);
    app.insert_resource(session)
        .init_resource::<SettingsFile>()
        .insert_resource(WinitSettings { focused_mode: asleep, unfocused_mode: asleep })
        .add_plugins(
            DefaultPlugins
                .set(WindowPlugin {
                    primary_window: Some(primary_window),
                    // Closing asks first where there is unsaved work.
                    close_when_requested: false,
                    ..default()
                })
                .set(LogPlugin { filter: "off,downfield=warn".into(), ..default() })
                .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
                .disable::<PanicHandlerPlugin>(),
        )
        .add_plugins(compositing::plugin)
        .add_plugins((
            super::core,
            egui_input::plugin,
            super::clipboard::plugin,
            super::keeper::plugin,
            files::plugin,
            super::motion::plugin,
            super::reader::plugin,
            super::reckoner::plugin,
            super::rereader::plugin,
            stage::plugin,
            window::plugin,
        ));
}

/// `DOWNFIELD_LANGUAGE`, else the language chosen before, else the first of the system's that there are words in.
fn language(settings: &Settings) -> Language {
    let asked = std::env::var("DOWNFIELD_LANGUAGE").ok();
    let systems: Vec<String> = sys_locale::get_locales().collect();
    let chosen = [asked.as_deref(), settings.language.as_deref()].into_iter().flatten();
    Language::of_names(chosen.chain(systems.iter().map(String::as_str)))
}

/// What was asked for, else `plays/` here, else what was open last, else the built-in playbook.
fn open(options: &LaunchOptions, settings: Settings) -> (Session, Option<PathBuf>) {
    let remembered = settings.playbook.clone();
    let mut session = Session::new(settings);
    session.own_folder = Settings::own_folder();
    let here = PathBuf::from("plays");
    let path = match &options.path {
        Some(path) => Some(path.clone()),
        None if here.is_dir() => Some(here),
        None => remembered.filter(|path| path.exists()),
    };
    let Some(path) = path else {
        session.open_built_in(&OnDisk);
        let watched = session.watched();
        return (session, watched);
    };
    // What is no path may be the name of a play that comes with the program.
    if !path.exists() {
        session.open_built_in(&OnDisk);
        if path.to_str().is_some_and(|name| session.show(name)) {
            let watched = session.watched();
            return (session, watched);
        }
    }
    if let Err(sentence) = session.open(&path, &OnDisk) {
        session.open_built_in(&OnDisk);
        session.notice = Some(sentence);
    }
    let watched = session.watched();
    (session, watched)
}

/// Opens a playbook that has everything that is to be presented: what the first path sits in, or, where that is not
/// enough, the folder that all of them are in.
fn open_to_present(present: &PresentOptions, settings: Settings) -> (Session, Option<PathBuf>) {
    let paths: Vec<PathBuf> = present.paths.iter().filter(|path| path.exists()).cloned().collect();
    let first = paths.first().cloned();
    let (mut session, watched) = open(&LaunchOptions { path: first, present: None }, settings);
    let known = |session: &Session| {
        paths.iter().all(|path| {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            session.playbook.at(&path).is_some() || path.is_dir()
        })
    };
    if !known(&session)
        && let Some(folder) = common_folder(&paths)
        && let Err(sentence) = session.open(&folder, &OnDisk)
    {
        session.notice = Some(sentence);
    }
    let watched = session.watched().or(watched);
    (session, watched)
}

/// The deepest folder that all of these are in.
fn common_folder(paths: &[PathBuf]) -> Option<PathBuf> {
    let mut folders =
        paths.iter().filter_map(|path| Some(std::path::absolute(path).ok()?.parent()?.to_path_buf()));
    let first = folders.next()?;
    folders.try_fold(first, |common, folder| {
        common.ancestors().find(|above| folder.starts_with(above)).map(std::path::Path::to_path_buf)
    })
}

/// Begins a presentation; what keeps that from being done is said in the window.
fn begin(session: &mut Session, present: &PresentOptions) {
    session.presents_in_window = present.in_window;
    let stem_of =
        |path: &PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let stems: Vec<String> = present.paths.iter().map(stem_of).collect();
    let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
    session.present_stems(&stems);
    if let Some(minutes) = present.minutes {
        session.do_present(PresentStep::Target(Some(minutes)), &DiskOnDisk);
    }
    if let Some(step) = present.step {
        session.do_present(PresentStep::GoTo(step.saturating_sub(1)), &DiskOnDisk);
    }
}

fn display_may_work() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn payload_text(payload: &dyn std::any::Any) -> String {
    let text = payload.downcast_ref::<&str>().copied().map(str::to_owned);
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "an unknown failure".to_owned())
}

fn what_failed(reason: &str) -> LaunchError {
    if reason.contains("event loop") {
        LaunchError::NoDisplay
    } else if reason.contains("Unable to find a GPU")
        || reason.contains("adapter")
        || reason.contains("surface")
    {
        LaunchError::NoAdapter
    } else {
        LaunchError::Stopped(reason.lines().next().unwrap_or_default().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{LaunchError, what_failed};

    #[test]
    fn what_the_libraries_say_becomes_what_to_do() {
        assert_eq!(what_failed("Failed to build event loop: Os(…)"), LaunchError::NoDisplay);
        assert_eq!(what_failed("Unable to find a GPU! Make sure …"), LaunchError::NoAdapter);
        assert!(what_failed("index out of bounds\nmore").to_string().contains("index out of bounds"));
        for error in [LaunchError::NoDisplay, LaunchError::NoAdapter] {
            assert!(!error.to_string().contains('!'));
        }
    }
}
