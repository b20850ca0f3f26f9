//! Trials against the expected drive, against exact distributions, against numbers worked out by hand, and against
//! themselves.

mod beta;
mod by_hand;
mod compared;
mod expected;
mod luck;
mod same;
mod sheets;
mod windows;
