//! The way from the document to a node, as people write it: `offense[2].strength`.
//!
//! In: steps. Out: text to show, and steps for [`Tree::at`](super::Tree::at). A path outlives an edit; a node does not.

use std::fmt;

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// A named field, without a leading `r#`.
    Field(String),
    /// The position of an item, from 0. Also used for what has a field's place but lacks its name.
    Index(usize),
    /// A map's key, as it stands in the text: `"services"` has its quotes.
    Key(String),
}

/// The steps from the document to a node; none for the document itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct NodePath(Vec<Segment>);

impl NodePath {
    /// The document itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The steps from the document to the value.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// One step further.
    #[must_use]
    pub fn then(mut self, segment: Segment) -> Self {
        self.0.push(segment);
        self
    }

    /// One step further, into a field.
    #[must_use]
    pub fn field(self, name: impl Into<String>) -> Self {
        self.then(Segment::Field(name.into()))
    }

    /// One step further, into an item, from 0.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(Segment::Index(index))
    }

    /// `key` as it stands in the text, with quotes if it has them.
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        self.then(Segment::Key(key.into()))
    }
}

impl FromIterator<Segment> for NodePath {
    fn from_iter<T: IntoIterator<Item = Segment>>(segments: T) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl fmt::Display for NodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Field(name) if position == 0 => write!(f, "{name}")?,
                Segment::Field(name) => write!(f, ".{name}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) => write!(f, "[{key}]")?,
            }
        }
        Ok(())
    }
}
