//! A lossless tree over RON text.
