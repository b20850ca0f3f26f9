//! The words of the window, in one place: a name goes in, what it says in the language spoken now comes out.
//!
//! The words themselves are in `assets/words/*.ftl`, one file a language, in the form of [Project
//! Fluent](https://projectfluent.org). English is complete; what another language lacks is said in English, and a name that
//! nobody knows says itself. The sentences of the layers without a window (results, reasons, problems, the names of
//! changes) are not here: the command line says the same ones.
//!
//! Which language is spoken is the one thing of the app that is not in the session: every label of every frame asks for it,
//! from wherever it is drawn. It is set by [`speak`] alone, when the app starts and when a person changes it.

mod catalogue;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, LazyLock};

pub use catalogue::Catalogue;
pub use fluent_bundle::FluentValue;
use unic_langid::LanguageIdentifier;

use crate::model::{ChannelId, PlayId, PlayerId};

/// A language there are words in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Language {
    /// English, which every other language falls back to.
    #[default]
    English,
    /// German.
    German,
}

static ENGLISH: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::English, include_str!("../../../assets/words/en.ftl")));
static GERMAN: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(Language::German, include_str!("../../../assets/words/de.ftl")));

/// Spoken by everything but threads that speak for themselves: a [`Language`]'s place in [`Language::ALL`].
static SPOKEN: AtomicU8 = AtomicU8::new(Language::English as u8);

thread_local! {
    static SPOKEN_HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its short name, as systems and settings write it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What those who speak it call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.catalogue().plain("language-name").unwrap_or(self.code())
    }

    /// The language of a name such as `de`, `de-AT` or `de_CH.UTF-8`; nothing if there are no words in it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.split(['.', '@']).next().unwrap_or_default();
        let asked: LanguageIdentifier = name.parse().ok()?;
        Self::ALL.into_iter().find(|language| language.code() == asked.language.as_str())
    }

    /// What is to be spoken: the first of these names that there are words in, else English.
    #[must_use]
    pub fn of_names<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        names.into_iter().find_map(Self::named).unwrap_or_default()
    }

    /// The one after it, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|language| *language == self).unwrap_or_default();
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Its words.
    #[must_use]
    pub fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }
}

/// Speaks this language from now on, everywhere.
pub fn speak(language: Language) {
    SPOKEN.store(language as u8, Ordering::Relaxed);
}

/// Speaks this language on this thread only, whatever the others speak. Tests run side by side: each is a window of its own.
pub fn speak_here(language: Language) {
    SPOKEN_HERE.set(Some(language));
}

/// What is spoken here.
#[must_use]
pub fn spoken() -> Language {
    SPOKEN_HERE.get().unwrap_or_else(|| {
        let at = usize::from(SPOKEN.load(Ordering::Relaxed));
        Language::ALL.get(at).copied().unwrap_or_default()
    })
}

/// What a name says that has no blanks to fill; `name.part` for a part of it. A name that nobody knows says itself.
#[must_use]
pub fn plain(name: &'static str) -> &'static str {
    let catalogues = [spoken().catalogue(), Language::English.catalogue()];
    catalogues.into_iter().find_map(|catalogue| catalogue.plain(name)).unwrap_or(name)
}

/// What a name says once its blanks are filled.
#[must_use]
pub fn filled(name: &str, blanks: &[(&'static str, FluentValue<'_>)]) -> String {
    let catalogues = [spoken().catalogue(), Language::English.catalogue()];
    let said = catalogues.into_iter().find_map(|catalogue| catalogue.filled(name, blanks));
    said.unwrap_or_else(|| name.to_owned())
}

/// What can stand in a blank: text, or a number.
pub trait Blank {
    /// It, as the catalogue takes it.
    fn blank(&self) -> FluentValue<'_>;
}

impl<T: Blank + ?Sized> Blank for &T {
    fn blank(&self) -> FluentValue<'_> {
        (**self).blank()
    }
}

impl<T: Blank + ?Sized> Blank for Arc<T> {
    fn blank(&self) -> FluentValue<'_> {
        (**self).blank()
    }
}

impl Blank for str {
    fn blank(&self) -> FluentValue<'_> {
        self.into()
    }
}

impl Blank for String {
    fn blank(&self) -> FluentValue<'_> {
        self.as_str().into()
    }
}

impl Blank for Cow<'_, str> {
    fn blank(&self) -> FluentValue<'_> {
        (&**self).into()
    }
}

macro_rules! shown_as_text {
    ($($shown:ty),*) => {
        $(impl Blank for $shown {
            fn blank(&self) -> FluentValue<'_> {
                self.to_string().into()
            }
        })*
    };
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Blank for $number {
            fn blank(&self) -> FluentValue<'_> {
                (*self).into()
            }
        })*
    };
}

shown_as_text!(std::path::Display<'_>, std::io::Error, ChannelId, PlayerId, PlayId);
numbers!(u8, u32, u64, usize, i32, i64, isize, f32, f64);

/// Says it in the language spoken now: `say!("transport-play")` is a `&'static str`, and with blanks to fill, as in
/// `say!("caption-place", number = 2, of = 4)`, a `String`. Numbers are given as numbers where the words around them
/// depend on how many there are, and as text where their digits are to stand as they are.
macro_rules! say {
    ($name:expr) => {
        $crate::app::words::plain($name)
    };
    ($name:expr, $($blank:ident = $value:expr),+ $(,)?) => {
        $crate::app::words::filled(
            $name,
            &[$((stringify!($blank), $crate::app::words::Blank::blank(&$value))),+],
        )
    };
}
pub(crate) use say;
