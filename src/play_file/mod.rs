//! Play files as text: a lossless tree, problems with places and cures, and typed reading.

pub mod tree;
