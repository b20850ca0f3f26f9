//! Unsaved work as a file: RON, its texts as they are, so that a person can read them too.

use std::path::{Path, PathBuf};

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

/// Unsaved work of one file.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Rescue {
    /// The file, as a path that means the same from any folder.
    #[serde(with = "paths")]
    pub path: PathBuf,
    /// What the file held when it was last read or saved; nothing for a new one.
    pub base: Option<String>,
    /// The work.
    pub text: String,
    /// When it was kept, in seconds since 1970.
    pub saved_secs: u64,
}

impl Rescue {
    /// The file's bytes; nothing where it cannot be put into one.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, ron::Error> {
        let as_they_are = PrettyConfig::new().escape_strings(false);
        ron::ser::to_string_pretty(self, as_they_are).map(String::into_bytes)
    }

    /// Reads one; nothing where it is something else. Fields of later versions are passed over.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        ron::de::from_bytes(bytes).ok()
    }

    pub(super) fn is_of(&self, path: &Path) -> bool {
        self.path == path
    }
}

/// A path as text, or as the numbers of the system where it is none.
mod paths {
    use std::ffi::OsString;
    use std::fmt;
    use std::path::{Path, PathBuf};

    use serde::de::{Error, SeqAccess, Visitor};
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
        match path.to_str() {
            Some(text) => serializer.serialize_str(text),
            None => serializer.collect_seq(units(path)),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
        deserializer.deserialize_any(PathVisitor)
    }

    struct PathVisitor;

    impl<'de> Visitor<'de> for PathVisitor {
        type Value = PathBuf;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a path, as text or as numbers")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<PathBuf, E> {
            Ok(text.into())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<PathBuf, A::Error> {
            let mut units = Vec::new();
            while let Some(unit) = seq.next_element()? {
                units.push(unit);
            }
            Ok(of_units(&units).into())
        }
    }

    #[cfg(not(windows))]
    type Unit = u8;
    #[cfg(windows)]
    type Unit = u16;

    #[cfg(not(windows))]
    fn units(path: &Path) -> Vec<Unit> {
        std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
    }

    #[cfg(windows)]
    fn units(path: &Path) -> Vec<Unit> {
        std::os::windows::ffi::OsStrExt::encode_wide(path.as_os_str()).collect()
    }

    #[cfg(not(windows))]
    fn of_units(units: &[Unit]) -> OsString {
        std::os::unix::ffi::OsStringExt::from_vec(units.to_vec())
    }

    #[cfg(windows)]
    fn of_units(units: &[Unit]) -> OsString {
        std::os::windows::ffi::OsStringExt::from_wide(units)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use proptest::prelude::*;

    use super::Rescue;

    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\"".to_owned()),
            Just("\"#".to_owned()),
            Just("\"##".to_owned()),
            Just("\\".to_owned()),
            Just("\r\n".to_owned()),
            Just("\r".to_owned()),
            Just("\u{feff}".to_owned()),
            Just("\0".to_owned()),
            Just("// end\n".to_owned()),
            Just("/* r#\"".to_owned()),
            any::<String>(),
        ];
        proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn whatever_the_text_it_comes_back_as_it_was(
            path in text(), base in proptest::option::of(text()), text in text(), saved_secs in any::<u64>(),
        ) {
            let rescue = Rescue { path: path.into(), base, text, saved_secs };
            let bytes = rescue.to_bytes().unwrap();
            prop_assert_eq!(Rescue::from_bytes(&bytes), Some(rescue));
        }

        #[test]
        fn half_of_one_is_none(text in text(), share in 0.0..1.0_f64) {
            let rescue = Rescue { path: "/plays/ours.ron".into(), base: None, text, saved_secs: 7 };
            let bytes = rescue.to_bytes().unwrap();
            let half = &bytes[..(bytes.len() as f64 * share) as usize];
            prop_assert_eq!(Rescue::from_bytes(half), None);
        }
    }

    #[test]
    fn a_person_can_read_it() {
        let rescue = Rescue {
            path: "/plays/ours.ron".into(),
            base: None,
            text: "Play(\n    title: \"Ours\",\n)\n".into(),
            saved_secs: 1_700_000_000,
        };
        let written = String::from_utf8(rescue.to_bytes().unwrap()).unwrap();
        assert!(written.contains("Play(\n    title: \"Ours\",\n)\n"), "{written}");
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over() {
        let later = b"(path: \"/a.ron\", base: Some(\"1\"), text: \"2\", saved_secs: 3, cursor: (4, 5), name: Some(\"x\"))";
        let rescue = Rescue::from_bytes(later).unwrap();
        assert_eq!((rescue.base.as_deref(), &*rescue.text), (Some("1"), "2"));
        assert_eq!(Rescue::from_bytes(b"(version: 2, works: [])"), None);
        assert_eq!(Rescue::from_bytes(b"\xff\xfe(path"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_path_need_not_be_text() {
        use std::os::unix::ffi::OsStringExt as _;
        let path = PathBuf::from(std::ffi::OsString::from_vec(b"/plays/\xff\xfe.ron".to_vec()));
        let rescue = Rescue { path, base: None, text: String::new(), saved_secs: 0 };
        assert_eq!(Rescue::from_bytes(&rescue.to_bytes().unwrap()), Some(rescue));
    }
}
