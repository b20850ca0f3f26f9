//! The rules against numbers computed by hand, and against what must hold for any play.

mod advice;
pub(super) mod build;
mod drive;
mod drive_story;
mod exemplar;
mod hand;
pub(super) mod properties;
mod reasons;
mod sensitivity;
mod story;
