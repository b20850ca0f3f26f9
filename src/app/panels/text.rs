//! The file's text beside the field, both ways: what is typed is on the field, what is done on the field is in the text.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use bevy_egui::egui::{self, Align, Frame, Id, Layout, Margin, Ui};

use super::source::{Editor, Source, Typed, Typing, hint};
use super::widgets::{bold, choice, command, soft};
use crate::app::actions::{Action, Command};
use crate::app::session::{Of, Session};
use crate::app::words::say;
use crate::drafts::{Gesture, Joins};
use crate::model::Subject;
use crate::play_file::assist::{Names, help_at, place_of, subject_at};
use crate::play_file::edit::TextEdit;
use crate::play_file::tree::Tree;
use crate::play_file::{Lookup as _, Problem};

/// How much of the window's width the text has.
const SHARE: f32 = 0.4;
/// The most of it, in points.
const WIDEST: f32 = 620.0;

/// What is remembered between updates.
#[derive(Default)]
struct Kept {
    editor: Editor,
    path: PathBuf,
    text: Option<Arc<str>>,
    tree: Option<Tree>,
    revision: u64,
    selected: Option<Subject>,
    /// Grows with every pause in typing: what is typed without one is one thing to undo.
    run: u64,
}

impl Kept {
    /// Takes in the text as it is now; what changed it elsewhere moves the caret along.
    fn follow(&mut self, path: &Path, text: &Arc<str>) -> bool {
        if self.path == path && self.text.as_ref().is_some_and(|known| Arc::ptr_eq(known, text)) {
            return false;
        }
        if self.path == path {
            if let Some(known) = self.text.as_ref().filter(|known| ***known != **text) {
                self.editor.moved_by(&TextEdit::between(known, text));
            }
        } else {
            self.editor = Editor::default();
            self.selected = None;
        }
        path.clone_into(&mut self.path);
        self.text = Some(Arc::clone(text));
        self.tree = None;
        self.revision += 1;
        true
    }

    fn tree(&mut self) -> Option<&Tree> {
        if self.tree.is_none() {
            self.tree = self.text.as_ref().map(|text| Tree::from_arc(Arc::clone(text)));
        }
        self.tree.as_ref()
    }
}

/// Shows the text, where it is open.
pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let Some(path) = session.panels.source.as_deref() else { return };
    let theme = session.settings.theme().theme();
    let width = (ui.available_width() * SHARE).min(WIDEST);
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::symmetric(10, 10));
    egui::Panel::right("source").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        let Some(text) = session.text_of(path) else {
            ui.label(say!("source-gone"));
            command(ui, session, Command::Source, say!("common-close"), actions);
            return;
        };
        let entry = session.playbook.at(path);
        let built_in = entry.is_none_or(|entry| !entry.is_own()) && session.drafts.get(path).is_none();
        head(ui, session, path, actions);
        if built_in {
            ui.horizontal_wrapped(|ui| {
                let packed = entry.is_some_and(|entry| entry.packed);
                let stays = if packed { say!("source-packed") } else { say!("source-built-in") };
                ui.label(soft(stays, theme));
                let own = ui.button(say!("source-edit-copy")).on_hover_text(say!("source-edit-copy.hint"));
                if own.clicked() {
                    actions.push(Action::Own(behind(session, path)));
                }
            });
        }
        // What was found wrong belongs to the text that was read; while another is being typed there is none to mark.
        let is_read = entry.is_some_and(|entry| Arc::ptr_eq(&entry.text, &text) || *entry.text == *text);
        let problems: &[Problem] = entry.filter(|_| is_read).map_or(&[], |entry| &entry.problems);
        let kept = ui.data_mut(|data| {
            Arc::clone(data.get_temp_mut_or_default::<Arc<Mutex<Kept>>>(Id::new("source kept")))
        });
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let names = names(session, path);
        edit(
            ui,
            session,
            &mut kept,
            &Shown { path, text: &text, problems, names: &names, built_in },
            actions,
        );
    });
}

/// What the editor is about.
struct Shown<'a> {
    path: &'a Path,
    text: &'a Arc<str>,
    problems: &'a [Problem],
    names: &'a Names,
    built_in: bool,
}

fn edit(ui: &mut Ui, session: &Session, kept: &mut Kept, shown: &Shown<'_>, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let changed = kept.follow(shown.path, shown.text);
    let selected = session.selected.clone();
    let place = |kept: &mut Kept, subject: &Subject| -> Option<Range<usize>> {
        let span = place_of(kept.tree()?, subject)?;
        Some(span.start..span.end)
    };
    let marked = selected.as_ref().and_then(|subject| place(kept, subject));
    // What is selected or dragged on the field is shown in the text.
    let dragged = changed && session.hand.is_some();
    if selected != kept.selected || dragged {
        if let Some(place) = &marked
            && selected.as_ref() != Some(&Subject::Play)
        {
            kept.editor.reveal(place.clone());
        }
        kept.selected.clone_from(&selected);
    }
    let bottom = egui::Panel::bottom("source help").show_separator_line(false).frame(Frame::NONE);
    bottom.show(ui, |ui| {
        let caret = kept.editor.caret();
        let help = kept.tree().and_then(|tree| help_at(tree, caret));
        ui.add(egui::Label::new(soft(help.unwrap_or_else(|| hint().to_owned()), theme).small()).wrap());
    });
    let typed = kept.editor.show(
        ui,
        &Source {
            text: shown.text,
            revision: kept.revision,
            problems: shown.problems,
            marked,
            names: shown.names,
            theme,
            read_only: shown.built_in,
        },
    );
    let mut text = Arc::clone(shown.text);
    for each in typed {
        match each {
            Typed::Edit(edit, typing) => {
                let joins = joins(kept, &edit, typing);
                if let Ok(after) = edit.apply(&text) {
                    text = after.into();
                    kept.text = Some(Arc::clone(&text));
                    kept.tree = None;
                    actions.push(Action::Type(shown.path.to_owned(), say!("edit-type"), edit, joins));
                }
            }
            Typed::Caret(at) => {
                if Arc::ptr_eq(&text, shown.text) {
                    kept.run += 1;
                }
                let subject = kept.tree().and_then(|tree| subject_at(tree, at));
                if subject.is_some() && subject != session.selected && behind_is_play(session, shown.path) {
                    kept.selected.clone_from(&subject);
                    actions.push(Action::Select(subject));
                }
            }
            Typed::Undo => actions.push(Command::Undo.into()),
            Typed::Redo => actions.push(Command::Redo.into()),
            Typed::Fix(at) => {
                if let Some(fix) = shown.problems.get(at).and_then(|problem| problem.fix.as_ref()) {
                    let edit = TextEdit::from(fix);
                    actions.push(Action::Type(
                        shown.path.to_owned(),
                        say!("edit-fix-problem"),
                        edit,
                        Joins::Alone,
                    ));
                }
            }
        }
    }
}

/// What is typed in one go is one thing to undo; a new line begins another.
fn joins(kept: &mut Kept, edit: &TextEdit, typing: Typing) -> Joins {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let lines = edit.edits().iter().any(|edit| edit.text.contains('\n'));
    if lines || typing == Typing::Other {
        kept.run += 1;
        return Joins::Alone;
    }
    let mut hasher = DefaultHasher::new();
    ("source", &kept.path, typing, kept.run).hash(&mut hasher);
    Joins::Extends(Gesture(hasher.finish()))
}

/// The file's name, the other documents behind the field, and the way out.
fn head(ui: &mut Ui, session: &Session, path: &Path, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    ui.horizontal(|ui| {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let unsaved = session.drafts.get(path).is_some_and(crate::drafts::Draft::is_unsaved);
        let name = if unsaved { say!("source-unsaved", name = name) } else { name };
        ui.add(egui::Label::new(bold(name, 13.0)).truncate()).on_hover_text(path.display().to_string());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            command(ui, session, Command::Source, say!("common-fold"), actions);
            ui.spacing_mut().item_spacing.x = 3.0;
            ui.spacing_mut().button_padding.x = 6.0;
            let documents = [
                (Of::Model, say!("playbook-model"), say!("source-text-of-model")),
                (Of::Play, say!("inspector-play"), say!("source-text-of-play")),
                (Of::Plan, say!("inspector-plan"), say!("source-text-of-plan")),
            ];
            for (of, label, name) in documents {
                let Some(entry) = session.entry_behind(of) else { continue };
                let on = entry.path == path;
                if choice(ui, theme, on, label, name).clicked() {
                    actions.push(Action::ShowSource(entry.path.clone()));
                }
            }
        });
    });
}

/// Which document behind the field a file is.
fn behind(session: &Session, path: &Path) -> Of {
    let is = |of: &Of| session.entry_behind(*of).is_some_and(|entry| entry.path == path);
    [Of::Plan, Of::Play, Of::Model].into_iter().find(is).unwrap_or(Of::Play)
}

fn behind_is_play(session: &Session, path: &Path) -> bool {
    session.entry_behind(Of::Play).is_some_and(|entry| entry.path == path)
}

/// What other files are called, and the channels, for what is offered.
fn names(session: &Session, path: &Path) -> Names {
    let near = session.playbook.near(path);
    let (models, plays) = near.names();
    let plans = near.plan_names();
    let channels = session.shown().map_or_else(Vec::new, |shown| {
        let channels = shown.lineup.model.channels.iter();
        channels.map(|channel| (channel.id.clone(), channel.name.clone())).collect()
    });
    Names { models, plays, plans, channels }
}
