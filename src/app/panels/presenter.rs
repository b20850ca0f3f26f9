//! stub
use crate::app::actions::Action;
use crate::app::session::{Presenting, Session};
use bevy_egui::egui;
/// s
#[derive(Debug)]
pub struct PresenterView<'a> {
    /// s
    pub presenting: &'a Presenting,
}
impl<'a> PresenterView<'a> {
    /// s
    #[must_use]
    pub fn new(_: &'a Session, presenting: &'a Presenting) -> Self {
        Self { presenting }
    }
}
/// s
pub fn compact(_: &mut egui::Ui, _: &PresenterView<'_>, _: &mut Vec<Action>) {}
