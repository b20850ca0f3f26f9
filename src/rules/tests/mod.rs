//! The rules against numbers computed by hand, and against what must hold for any play.

mod advice;
mod build;
mod drive;
mod drive_story;
mod exemplar;
mod hand;
mod properties;
mod reasons;
mod sensitivity;
mod story;
