//! The questions a new play is made from: what we do, where, against what, who, and what has to be true.

use bevy_egui::egui::{self, Key, Label, Modifiers, RichText, Ui};

use super::Asked;
use crate::app::paint::color;
use crate::app::panels::widgets::{choice, soft};
use crate::app::words::say;
use crate::arrange::{Size, reads_like_people};

/// How wide a size's three buttons are, with what is between.
const SIZES_WIDTH: f32 = 206.0;
/// The keys that choose channels, from the first on.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

impl Asked<'_> {
    pub(super) fn guided(&mut self, ui: &mut Ui) {
        self.title(ui, say!("starting-what-we-do"), say!("starting-play-example"));
        self.channels(ui);
        self.blockers(ui);
        self.ask(ui, say!("starting-who"));
        self.stops.line(
            ui,
            "team",
            &mut self.starting.team,
            say!("starting-who"),
            say!("starting-our-team"),
            ui.available_width(),
        );
        self.assumptions(ui);
    }

    fn channels(&mut self, ui: &mut Ui) {
        self.ask(ui, say!("starting-channels"));
        let mut has_keyboard = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
            for (at, channel) in self.starting.channels.iter_mut().enumerate() {
                let text = format!("{}  {}", at + 1, channel.name);
                let response = choice(ui, self.theme, channel.touched, &text, &channel.name);
                let response =
                    response.on_hover_text(say!("starting-touches", channel = channel.name, key = at + 1));
                self.stops.add_to_group("channels", &response);
                has_keyboard |= response.has_focus();
                if response.clicked() {
                    channel.touched = !channel.touched;
                }
            }
        });
        if has_keyboard {
            for (channel, key) in self.starting.channels.iter_mut().zip(DIGITS) {
                if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                    channel.touched = !channel.touched;
                }
            }
        }
    }

    /// A line for each channel touched.
    fn blockers(&mut self, ui: &mut Ui) {
        self.ask(ui, say!("starting-in-the-way"));
        let theme = self.theme;
        if !self.starting.channels.iter().any(|channel| channel.touched) {
            ui.label(soft(say!("starting-channel-first"), theme));
        }
        for channel in self.starting.channels.iter_mut().filter(|channel| channel.touched) {
            let group = format!("blocker in {}", channel.id);
            ui.label(soft(&channel.name, theme).small());
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.spacing_mut().button_padding.x = 8.0;
                let width = (ui.available_width() - SIZES_WIDTH).max(80.0);
                let label = say!("starting-in-the-way-in", channel = channel.name);
                let response = self.stops.line(
                    ui,
                    &group,
                    &mut channel.blocker,
                    &label,
                    say!("starting-in-the-way-example"),
                    width,
                );
                let response = response.on_hover_text(say!("starting-up-down"));
                if response.has_focus() {
                    let at = Size::ALL.iter().position(|size| *size == channel.size).unwrap_or(1);
                    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                    let by = isize::from(pressed(Key::ArrowUp)) - isize::from(pressed(Key::ArrowDown));
                    let to = at.saturating_add_signed(by).min(Size::ALL.len() - 1);
                    channel.size = Size::ALL.get(to).copied().unwrap_or(channel.size);
                }
                for size in Size::ALL {
                    let label = format!("{}: {}", size.label(), channel.name);
                    let strength = size.strength();
                    let response = choice(ui, theme, channel.size == size, size.label(), &label);
                    let response = response.on_hover_text(say!(
                        "starting-strength-hint",
                        likely = format!("{:.0}", strength.likely),
                        low = format!("{:.0}", strength.low),
                        high = format!("{:.0}", strength.high)
                    ));
                    self.stops.add_to_group(&group, &response);
                    if response.clicked() {
                        channel.size = size;
                    }
                }
            });
            if let Some(hint) = reads_like_people(&channel.blocker) {
                let hint = RichText::new(hint).small().color(color(theme.accent, 1.0));
                ui.add(Label::new(hint).wrap());
            }
        }
    }

    fn assumptions(&mut self, ui: &mut Ui) {
        self.ask(ui, say!("starting-granted"));
        let count = self.starting.assumptions.len();
        for (at, text) in self.starting.assumptions.iter_mut().enumerate() {
            let example = match (at, count) {
                (0, 1) => say!("starting-granted-example"),
                _ => say!("starting-granted-else"),
            };
            let label = say!("starting-granted-number", number = at + 1);
            let group = format!("assumption {at}");
            self.stops.line(ui, &group, text, &label, example, ui.available_width());
        }
    }
}
