//! Trials against the expected drive, against numbers worked out by hand, and against themselves.

mod beta;
mod expected;
mod sheets;
