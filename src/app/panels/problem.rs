//! One problem in its file: the text around it, with the place marked.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{self, FontFamily, FontId, Frame, Margin, RichText, ScrollArea, Stroke};

use super::widgets::{bold, command, soft};
use crate::app::actions::{Action, Command};
use crate::app::paint::color;
use crate::app::session::Session;
use crate::app::words::say;

/// How many lines are shown before and after the place.
const AROUND: usize = 9;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(problem) = session.problem_shown() else { return };
    let theme = session.settings.theme().theme();
    let text = session.entry_of(problem).map_or("", |entry| &*entry.text);
    let mut open = true;
    let place = format!("{}:{}:{}", problem.file, problem.start.line, problem.start.column);
    let count = session.problems().count();
    let number = session.panels.problem.map_or(1, |at| at + 1);
    let window = egui::Window::new(say!("problem-title", number = number, count = count))
        .id(egui::Id::new("problem"))
        .open(&mut open)
        .collapsible(false)
        .pivot(egui::Align2::RIGHT_BOTTOM)
        .default_pos(ctx.content_rect().right_bottom() + egui::vec2(-16.0, -96.0))
        .default_width(560.0);
    window.show(ctx, |ui| {
        ui.label(bold(&problem.message, 15.0));
        ui.label(soft(format!("{place}  ·  {}", problem.code), theme));
        if let Some(help) = &problem.help {
            ui.label(RichText::new(help).color(color(theme.accent, 1.0)));
        }
        if let Some(fix) = &problem.fix {
            let button = egui::Button::new(bold(&fix.label, 13.0).color(color(theme.on_accent, 1.0)))
                .fill(color(theme.accent, 1.0));
            if ui.add(button).on_hover_text(Command::FixProblem.tooltip()).clicked() {
                actions.push(Command::FixProblem.into());
            }
        }
        Frame::new().fill(color(theme.backdrop, 1.0)).corner_radius(6).inner_margin(Margin::same(8)).show(
            ui,
            |ui| {
                ScrollArea::horizontal().show(ui, |ui| {
                    let first = problem.start.line.saturating_sub(AROUND).max(1);
                    let mut at = 0;
                    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
                        let start = at;
                        at += line.len();
                        if number < first || number > problem.end.line + AROUND {
                            continue;
                        }
                        let shown = line.trim_end_matches(['\n', '\r']);
                        let mark = (
                            problem.span.start.clamp(start, start + shown.len()) - start,
                            problem.span.end.clamp(start, start + shown.len()) - start,
                        );
                        let marked = number >= problem.start.line && number <= problem.end.line;
                        ui.add(egui::Label::new(source_line(session, number, shown, mark, marked)).extend());
                    }
                    if text.is_empty() {
                        ui.label(soft(say!("problem-no-text"), theme));
                    }
                });
            },
        );
        ui.horizontal(|ui| {
            command(ui, session, Command::NextProblem, say!("command-next-problem"), actions);
            if ui.button(say!("problem-copy-place")).on_hover_text(say!("problem-copy-place.hint")).clicked()
            {
                ui.ctx().copy_text(place.clone());
            }
        });
    });
    if !open {
        actions.push(Command::Deselect.into());
    }
}

fn source_line(
    session: &Session,
    number: usize,
    line: &str,
    mark: (usize, usize),
    marked: bool,
) -> LayoutJob {
    let theme = session.settings.theme().theme();
    let format = |token| TextFormat {
        font_id: FontId::new(12.5, FontFamily::Monospace),
        color: color(token, 1.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&format!("{number:>4}  "), 0.0, format(if marked { theme.alarm } else { theme.text_soft }));
    let (from, to) = mark;
    let parts = line.get(..from).zip(line.get(from..to)).zip(line.get(to..));
    match parts {
        Some(((before, wrong), after)) if marked => {
            job.append(before, 0.0, format(theme.text));
            let underline = Stroke::new(2.0, color(theme.alarm, 1.0));
            let wrong = if wrong.is_empty() { " " } else { wrong };
            job.append(wrong, 0.0, TextFormat { underline, ..format(theme.alarm) });
            job.append(after, 0.0, format(theme.text));
        }
        _ => job.append(line, 0.0, format(theme.text_soft)),
    }
    job
}
