//! What the app remembers between starts, in a small RON file of the user's.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lens::Seen;
use crate::keeping::{Disk as _, OnDisk};
use crate::picture::Themes;

/// The smallest and the largest scale of text and controls.
pub const SCALES: std::ops::RangeInclusive<f32> = 0.8..=2.0;

/// What is remembered. Missing or unknown entries fall back to their defaults, so that old and new files both read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is remembered by itself")]
pub struct Settings {
    /// The theme's name.
    pub theme: String,
    /// Multiplies text and controls, 0.8 to 2.
    pub scale: f32,
    /// The short name of the language of the window, such as `de`; nothing for the system's.
    pub language: Option<String>,
    /// Whether things move, as the user wants it.
    pub motion: Motion,
    /// Each phase is a still: what `motion` comes to on this system.
    pub reduced_motion: bool,
    /// What the system asks for; it is asked anew at every start.
    #[serde(skip)]
    pub system_reduces: bool,
    /// Which side the field is seen from.
    pub seen: Seen,
    /// Width and height of the window, in points.
    pub window: (f32, f32),
    /// The folder or file that was open; nothing for the built-in playbook.
    pub playbook: Option<PathBuf>,
    /// The play that was on the field.
    pub play: Option<String>,
    /// Whether the list of plays is shown.
    pub playbook_open: bool,
    /// Whether a presentation has a second window for the presenter.
    pub presenter_window: bool,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Motion {
    /// As the system says; where it says nothing, they do.
    #[default]
    System,
    /// They do.
    Full,
    /// Each part of a play is a still.
    Reduced,
}

impl Motion {
    /// Whether each part of a play is a still, on a system that asks for that or does not.
    #[must_use]
    pub const fn reduces(self, system_reduces: bool) -> bool {
        match self {
            Self::System => system_reduces,
            Self::Full => false,
            Self::Reduced => true,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Themes::Night.name().into(),
            scale: 1.0,
            language: None,
            motion: Motion::System,
            reduced_motion: false,
            system_reduces: false,
            seen: Seen::Chalkboard,
            window: (1280.0, 720.0),
            playbook: None,
            play: None,
            playbook_open: true,
            presenter_window: true,
        }
    }
}

impl Settings {
    /// Where the settings are kept: `DOWNFIELD_SETTINGS`, else the user's configuration folder, if there is one.
    #[must_use]
    pub fn path() -> Option<PathBuf> {
        if let Some(path) = std::env::var_os("DOWNFIELD_SETTINGS") {
            return Some(path.into());
        }
        directories::ProjectDirs::from("", "", "downfield").map(|dirs| dirs.config_dir().join("settings.ron"))
    }

    /// The folder for plays of the user's own: `DOWNFIELD_PLAYBOOK`, else one in the user's data folder, if there is one.
    #[must_use]
    pub fn own_folder() -> Option<PathBuf> {
        if let Some(path) = std::env::var_os("DOWNFIELD_PLAYBOOK").filter(|path| !path.is_empty()) {
            return std::path::absolute(PathBuf::from(path)).ok();
        }
        directories::ProjectDirs::from("", "", "downfield").map(|dirs| dirs.data_dir().join("plays"))
    }

    /// Reads them; a missing or unreadable file gives the defaults, since nothing here is the user's work.
    #[must_use]
    pub fn load(path: &Path) -> Self {
        let settings: Self =
            std::fs::read_to_string(path).ok().and_then(|text| ron::from_str(&text).ok()).unwrap_or_default();
        settings.within_limits()
    }

    /// Writes them, whole or not at all.
    ///
    /// # Errors
    /// If the folder cannot be made or the file not written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            OnDisk.make_folder(folder)?;
        }
        // What the system asks for is not the user's choice: the next start asks again.
        let reduced_motion = match self.motion {
            Motion::System => self.reduced_motion && !self.system_reduces,
            Motion::Full | Motion::Reduced => self.reduced_motion,
        };
        let kept = Self { reduced_motion, ..self.clone() };
        let text = ron::ser::to_string_pretty(&kept, ron::ser::PrettyConfig::default())
            .map_err(std::io::Error::other)?;
        OnDisk.replace(path, text.as_bytes())
    }

    /// The theme, or the default where its name is unknown.
    #[must_use]
    pub fn theme(&self) -> Themes {
        Themes::ALL.into_iter().find(|theme| theme.name() == self.theme).unwrap_or_default()
    }

    /// Takes in what the system asks for; it holds unless the user wants otherwise.
    pub const fn hear_system(&mut self, reduces: bool) {
        if self.system_reduces == reduces {
            return;
        }
        self.system_reduces = reduces;
        if matches!(self.motion, Motion::System) {
            self.reduced_motion = reduces;
        }
    }

    /// The other way round than it is now. Back where the system is, it is followed again.
    pub const fn turn_motion(&mut self) {
        self.reduced_motion = !self.reduced_motion;
        self.motion = match self.reduced_motion {
            reduced if reduced == self.system_reduces => Motion::System,
            true => Motion::Reduced,
            false => Motion::Full,
        };
    }

    fn within_limits(mut self) -> Self {
        // Files from before the system was asked say only that motion is reduced: somebody chose that.
        if self.reduced_motion && self.motion == Motion::System {
            self.motion = Motion::Reduced;
        }
        self.reduced_motion = self.motion.reduces(self.system_reduces);
        self.scale =
            if self.scale.is_finite() { self.scale.clamp(*SCALES.start(), *SCALES.end()) } else { 1.0 };
        let side =
            |points: f32, least: f32| if points.is_finite() { points.clamp(least, 8192.0) } else { least };
        self.window = (side(self.window.0, 480.0), side(self.window.1, 320.0));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Motion, Settings};

    #[test]
    fn they_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/settings.ron");
        let settings = Settings {
            theme: "paper".into(),
            scale: 1.5,
            language: Some("de".into()),
            play: Some("exemplar".into()),
            ..Settings::default()
        };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
    }

    #[test]
    fn a_broken_or_strange_file_gives_something_usable() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, "(((").unwrap();
        assert_eq!(Settings::load(&path), Settings::default());
        std::fs::write(&path, "(scale: inf, window: (NaN, 1e9), theme: \"mauve\", later: 3)").unwrap();
        let settings = Settings::load(&path);
        assert_eq!((settings.scale, settings.window), (1.0, (480.0, 8192.0)));
        assert_eq!(settings.theme(), crate::picture::Themes::Night);
    }

    fn read(text: &str) -> Settings {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, text).unwrap();
        Settings::load(&path)
    }

    fn again(settings: &Settings) -> Settings {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        settings.save(&path).unwrap();
        Settings::load(&path)
    }

    #[test]
    fn motion_follows_the_system_until_the_user_wants_otherwise() {
        let mut settings = Settings::default();
        assert!(!settings.reduced_motion);
        settings.hear_system(true);
        assert!(settings.reduced_motion);
        // What the system said is not kept as if the user had chosen it.
        assert_eq!(again(&settings).motion, Motion::System);
        assert!(!again(&settings).reduced_motion);
        settings.turn_motion();
        assert_eq!((settings.motion, settings.reduced_motion), (Motion::Full, false));
        settings.hear_system(false);
        settings.hear_system(true);
        assert!(!settings.reduced_motion, "the user's choice holds");
        assert_eq!(again(&settings).motion, Motion::Full);
        settings.turn_motion();
        assert_eq!((settings.motion, settings.reduced_motion), (Motion::System, true));
        settings.hear_system(false);
        assert!(!settings.reduced_motion);
        settings.turn_motion();
        assert_eq!((settings.motion, settings.reduced_motion), (Motion::Reduced, true));
        assert!(again(&settings).reduced_motion);
    }

    #[test]
    fn files_from_before_the_system_was_asked_are_read_as_they_were_meant() {
        assert_eq!(read("(reduced_motion: true)").motion, Motion::Reduced);
        assert!(read("(reduced_motion: true)").reduced_motion);
        assert_eq!(read("(reduced_motion: false)").motion, Motion::System);
        assert!(!read("(motion: Full, reduced_motion: true)").reduced_motion);
        assert!(read("(motion: Reduced)").reduced_motion);
    }
}
