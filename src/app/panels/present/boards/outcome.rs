//! What was guessed set against what it came to, channel by channel, and read out.

use bevy_egui::egui::{self, Align2, Pos2, Rect, ScrollArea, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use super::group;
use super::kit::{BODY, Place, SMALL, View, tone, wrapped};
use crate::app::session::Presenting;
use crate::app::words::say;
use crate::model::Guess;
use crate::picture::Weight;
use crate::rules::words::whole;
use crate::show::verdicts;

/// How much of the window it has: with few groups the field has more.
pub(super) fn share(presenting: &Presenting) -> f32 {
    if presenting.room.groups.len() > 2 { 0.5 } else { 0.4 }
}

/// "Products & services came to 6; Table 1 guessed 4, Table 2 guessed 6."
fn spoken(channel: &str, came_to: i64, guessed: &[String]) -> String {
    if guessed.is_empty() {
        say!("board-outcome-result", channel = channel, yards = came_to)
    } else {
        let guesses = guessed.join(", ");
        say!("board-outcome-guessed", channel = channel, yards = came_to, guesses = guesses)
    }
}

/// A whole number with its sign, as it stands in a table.
fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        more @ 1.. => format!("+{more}"),
        less => format!("−{}", -less),
    }
}

pub(super) fn show(ctx: &egui::Context, view: &View<'_>) {
    let Some(act) = view.presenting.act() else { return };
    let room = &view.presenting.room;
    let known: Vec<&Guess> = room.guesses_of(&act.stem, act.times).collect();
    view.board(
        ctx,
        Place::Right(share(view.presenting)),
        say!("board-outcome"),
        say!("board-outcome-keys"),
        |ui| {
            if known.is_empty() {
                wrapped(ui, view.words(say!("board-outcome-nobody"), BODY, Weight::Regular));
                return;
            }
            let (model, gained) = (act.model(), act.gained());
            ScrollArea::vertical().id_salt("outcome").show(ui, |ui| {
                let table = Table::new(ui, view, &known);
                table.head(ui, view);
                for (at, (channel, came_to)) in model.channels.iter().zip(&gained).enumerate() {
                    let of_channel = known.iter().map(|guess| {
                        let verdict =
                            verdicts(guess, model, &gained).into_iter().find(|each| each.channel == at);
                        verdict.map(|verdict| (whole(verdict.guessed), verdict.too_many()))
                    });
                    table.row(ui, view, &channel.name, whole(*came_to), &of_channel.collect::<Vec<_>>());
                }
                ui.add_space(view.px(10.0));
                for guess in &known {
                    wrapped(ui, view.words(guess.read_out(model, &gained), SMALL, Weight::Regular));
                }
            });
        },
    );
}

/// Where the columns are.
struct Table<'a> {
    guesses: &'a [&'a Guess],
    groups: Vec<usize>,
    name: f32,
    column: f32,
}

impl<'a> Table<'a> {
    fn new(ui: &Ui, view: &View<'_>, guesses: &'a [&'a Guess]) -> Self {
        let room = &view.presenting.room;
        let place =
            |guess: &&Guess| room.groups.iter().position(|group| group.name == guess.group).unwrap_or(0);
        let width = ui.available_width();
        let came_to = view.px(140.0);
        let column = ((width - came_to) * 0.62 / guesses.len() as f32).min(view.px(130.0));
        let name = width - came_to - column * guesses.len() as f32;
        Self { guesses, groups: guesses.iter().map(place).collect(), name, column }
    }

    fn middle(&self, rect: Rect, at: usize) -> f32 {
        rect.right() - self.column * (self.guesses.len() as f32 - at as f32 - 0.5)
    }

    fn came_to(&self, view: &View<'_>, rect: Rect) -> f32 {
        rect.left() + self.name + view.px(70.0)
    }

    fn head(&self, ui: &mut Ui, view: &View<'_>) {
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), view.px(72.0)), Sense::hover());
        let at = Pos2::new(self.came_to(view, rect), rect.center().y);
        let ink = tone(view.theme.text_soft);
        ui.painter().text(
            at,
            Align2::CENTER_CENTER,
            say!("board-outcome-came-to"),
            view.font(SMALL, Weight::Regular),
            ink,
        );
        for (column, group) in self.groups.iter().enumerate() {
            let center = Pos2::new(self.middle(rect, column), rect.center().y);
            group::badge(ui, view, center, *group);
        }
    }

    fn row(&self, ui: &mut Ui, view: &View<'_>, name: &str, came_to: i64, guesses: &[Option<(i64, i64)>]) {
        let size = Vec2::new(ui.available_width(), view.px(78.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let told: Vec<String> = self
            .guesses
            .iter()
            .zip(guesses)
            .filter_map(|(guess, verdict)| {
                Some(say!("board-outcome-guess", group = guess.group, yards = (*verdict)?.0))
            })
            .collect();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(name, came_to, &told)));
        let painter = ui.painter();
        let line = egui::Stroke::new(1.0, tone(view.theme.line));
        painter.hline(rect.x_range(), rect.top(), line);
        let place = Rect::from_min_size(rect.min, Vec2::new(self.name - view.px(8.0), rect.height()));
        view.fit(ui, place, name, SMALL, Weight::Regular, view.theme.text);
        let ink = tone(view.theme.text);
        let middle = rect.center().y;
        let at = Pos2::new(self.came_to(view, rect), middle);
        painter.text(at, Align2::CENTER_CENTER, signed(came_to), view.font(40.0, Weight::Bold), ink);
        for (column, verdict) in guesses.iter().enumerate() {
            let Some((yards, too_many)) = verdict else { continue };
            let x = self.middle(rect, column);
            let text = |y: f32, words: &str, weight, ink| {
                painter.text(Pos2::new(x, y), Align2::CENTER_CENTER, words, view.font(SMALL, weight), ink);
            };
            let right = *too_many == 0;
            let weight = if right { Weight::Bold } else { Weight::Regular };
            text(middle - view.px(17.0), &signed(*yards), weight, ink);
            if right {
                view.tick(ui, Pos2::new(x, middle + view.px(19.0)), view.theme.gain);
            } else {
                text(middle + view.px(19.0), &signed(*too_many), Weight::Regular, tone(view.theme.text_soft));
            }
        }
    }
}
