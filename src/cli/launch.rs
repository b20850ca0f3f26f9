//! The contract between the command line and the app: what it is asked to open, and how it says that it cannot.

use std::path::PathBuf;

/// What the app is asked to open. `crate::app::run` takes it and returns when the window has been closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaunchOptions {
    /// What the user named: the path of a file or folder that was there a moment ago, or the name of a play in `plays/`
    /// here or of the built-in playbook. `None` means `plays/` here, else the built-in playbook.
    pub path: Option<PathBuf>,
}

/// Why there is no window. Its text is one sentence that says what to do; the command line prints it to standard error
/// and the play as text after it, so an app that cannot start returns one of these and prints nothing itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LaunchError {
    /// Neither X11 nor Wayland can be reached.
    #[error(
        "there is no display to open a window on, so here is the play as text; set DISPLAY or WAYLAND_DISPLAY, or \
         make a picture with `downfield render`"
    )]
    NoDisplay,
    /// Built without the `app` feature.
    #[error(
        "this downfield was built without its app, so here is the play as text; build it with the feature `app`, or \
         make a picture with `downfield render`"
    )]
    NotBuilt,
    /// The window or its graphics could not be started.
    #[error(
        "the app could not start ({0}), so here is the play as text; make a picture with `downfield render`"
    )]
    Graphics(String),
}
