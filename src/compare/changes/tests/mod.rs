//! Differences, for any two documents and for a few chosen ones.

mod properties;
mod sentences;
