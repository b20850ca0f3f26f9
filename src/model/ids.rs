//! Typed ids, so that a channel is never mistaken for a player.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Whether `text` may be an id: lower-case letters and digits in groups joined by single hyphens
/// (`[a-z0-9]+(-[a-z0-9]+)*`).
#[must_use]
pub fn is_valid_id(text: &str) -> bool {
    text.split('-')
        .all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it is written in files.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )*};
}

ids! {
    /// A channel of an operating model, such as `governance`.
    ChannelId;
    /// A player of either side; unique in its play. A force keeps one id in every play it stands in.
    PlayerId;
    /// An assumption of a play.
    AssumptionId;
    /// A play, named by its file's stem.
    PlayId;
    /// What counts as the same tactic when it is called again; a play's id unless it says otherwise.
    TacticId;
    /// An operating model, named by its file's stem.
    ModelId;
}

#[cfg(test)]
mod tests {
    use super::is_valid_id;

    #[test]
    fn ids_are_hyphenated_lower_case_words() {
        for good in ["a", "40-page", "service-team", "x1-2-3"] {
            assert!(is_valid_id(good), "{good}");
        }
        for bad in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é"] {
            assert!(!is_valid_id(bad), "{bad}");
        }
    }
}
