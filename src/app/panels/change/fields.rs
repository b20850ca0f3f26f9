//! The controls that forms are made of: each shows what a file says, and tells what a person made of it.
//!
//! In: a value as the file has it, its name, and what it may be. Out: the new value while it is allowed ([`Now`]), with
//! the gesture it belongs to, so that the one who asked makes an [`Edit`](crate::app::session::Edit) of it:
//! everything typed in one visit of a field is one thing to undo. What is not allowed stays in the field while it is
//! visited, with the reason under it, and the file keeps what it had. What it does not own: files, edits, and what a
//! field is for.

use bevy_egui::egui::{self, Id, Key, Margin, Response, TextEdit, Ui, UiBuilder, WidgetInfo, WidgetType};

use super::visit::{Typing, Visit, new_gesture};
use crate::app::actions::Action;
use crate::app::paint::color;
use crate::app::panels::widgets::soft;
use crate::app::words::say;
use crate::drafts::{Gesture, Joins};
use crate::picture::Theme;

/// What a control says now, while that is allowed.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app::panels) struct Now<T> {
    /// The new value.
    pub(in crate::app::panels) value: T,
    /// How an edit of it goes together with the one before. It sets the whole value, from the text before the visit.
    pub(in crate::app::panels) joins: Joins,
}

/// What a control is called, and what its tooltip says: what it means, its unit, its range, the football term.
#[derive(Clone, Copy, Debug)]
pub(in crate::app::panels) struct Label<'a> {
    pub(in crate::app::panels) name: &'a str,
    pub(in crate::app::panels) hint: &'a str,
}

impl<'a> Label<'a> {
    pub(in crate::app::panels) const fn new(name: &'a str, hint: &'a str) -> Self {
        Self { name, hint }
    }
}

/// Makes the controls of one form.
pub(in crate::app::panels) struct Fields<'a> {
    pub(in crate::app::panels) theme: &'a Theme,
    pub(in crate::app::panels) actions: &'a mut Vec<Action>,
    /// What tells this form's fields from those of others: what it is about.
    salt: Id,
    /// Whether the next field takes the keyboard.
    take_keyboard: bool,
    has_keyboard: bool,
}

impl<'a> Fields<'a> {
    /// For the form about `what`. Fields of the same name in one form are told apart by [`Self::within`].
    pub(in crate::app::panels) fn new(
        theme: &'a Theme,
        what: impl std::hash::Hash + std::fmt::Debug,
        actions: &'a mut Vec<Action>,
    ) -> Self {
        let salt = Id::new(("form", format!("{what:?}")));
        Self { theme, actions, salt, take_keyboard: false, has_keyboard: false }
    }

    /// The same, whose first field takes the keyboard if `yes`.
    pub(in crate::app::panels) const fn first_takes_keyboard(mut self, yes: bool) -> Self {
        self.take_keyboard = yes;
        self
    }

    /// The controls of one row of a list, told from those of the others by `row`.
    pub(in crate::app::panels) fn within(&mut self, row: impl std::fmt::Debug) -> Fields<'_> {
        let salt = self.salt.with(format!("{row:?}"));
        Fields { theme: self.theme, actions: self.actions, salt, take_keyboard: false, has_keyboard: false }
    }

    /// Whether the first field was to take the keyboard and has it now.
    pub(in crate::app::panels) const fn has_keyboard(&self) -> bool {
        self.has_keyboard
    }

    pub(super) fn id(&self, name: &str) -> Id {
        self.salt.with(name)
    }

    /// A line of text. `check` makes a value of what is typed, or says in a sentence why it is none.
    pub(in crate::app::panels) fn line<T>(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: &str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Now<T>> {
        self.typed(ui, label, now, 1, check).map(|(now, _)| now)
    }

    /// Several lines of text.
    pub(in crate::app::panels) fn lines<T>(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: &str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<Now<T>> {
        self.typed(ui, label, now, 2, check).map(|(now, _)| now)
    }

    /// A line of text that is taken as a whole when the field is left: for what others are found by.
    pub(in crate::app::panels) fn line_at_once<T>(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: &str,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        self.typed(ui, label, now, 1, check).filter(|(_, left)| *left).map(|(now, _)| now.value)
    }

    /// Words with commas between them.
    pub(in crate::app::panels) fn words(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: &[String],
    ) -> Option<Now<Vec<String>>> {
        let split = |text: &str| {
            let mut words: Vec<String> = Vec::new();
            for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
                if !words.iter().any(|other| other == word) {
                    words.push(word.to_owned());
                }
            }
            Ok(words)
        };
        self.line(ui, label, &now.join(", "), split)
    }

    /// What was typed, and whether the field was left with it.
    fn typed<T>(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: &str,
        rows: usize,
        check: impl Fn(&str) -> Result<T, String>,
    ) -> Option<(Now<T>, bool)> {
        let id = self.id(label.name);
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            self.name(ui, label);
            let field_id = id.with("field");
            let mut visit = Visit::of(ui.ctx(), field_id, now);
            let width = ui.available_width();
            let edit = if rows > 1 {
                TextEdit::multiline(&mut visit.text).desired_rows(rows)
            } else {
                TextEdit::singleline(&mut visit.text)
            };
            let response = ui
                .add(edit.id(field_id).margin(Margin::symmetric(6, 4)).desired_width(width))
                .on_hover_text(label.hint);
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(WidgetType::TextEdit, ui.is_enabled(), label.name);
                info.current_text_value = Some(visit.text.clone());
                info
            });
            self.hand_over_keyboard(&response);
            let made = self.meet(ui, id, &response, &mut visit, now, &check);
            self.reason(ui, id);
            made
        })
        .inner
    }

    /// What a field says after this pass, and what is kept of its visit.
    fn meet<T>(
        &mut self,
        ui: &Ui,
        id: Id,
        response: &Response,
        visit: &mut Visit,
        now: &str,
        check: &impl Fn(&str) -> Result<T, String>,
    ) -> Option<(Now<T>, bool)> {
        let ctx = ui.ctx();
        let (has, left) = (response.has_focus(), response.lost_focus());
        if has && visit.gesture == 0 {
            visit.gesture = new_gesture(ctx);
            // Typing of an earlier visit is taken back as a whole, not here.
            if let Some(mut state) = TextEdit::load_state(ctx, response.id) {
                state.clear_undoer();
                state.store(ctx, response.id);
            }
        }
        let mut made = None;
        let escaped = left && ui.input(|input| input.key_pressed(Key::Escape));
        if response.changed() || (left && visit.text != now && !escaped) {
            match check(&visit.text) {
                Ok(value) => {
                    Self::refuse(ctx, id, None);
                    visit.sent = true;
                    let joins = Joins::Replaces(Gesture(visit.gesture));
                    made = Some((Now { value, joins }, left));
                }
                Err(reason) => Self::refuse(ctx, id, Some(reason)),
            }
        }
        if has {
            Typing::tell(ctx, response.id, visit.text != visit.begun);
            ctx.data_mut(|data| data.insert_temp(response.id, visit.clone()));
        } else {
            ctx.data_mut(|data| data.remove::<Visit>(response.id));
        }
        if left {
            self.actions.push(Action::Settle);
        }
        made
    }

    pub(super) fn name(&self, ui: &mut Ui, label: Label<'_>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(soft(label.name, self.theme).small()).on_hover_text(label.hint);
    }

    pub(super) fn hand_over_keyboard(&mut self, response: &Response) {
        if std::mem::take(&mut self.take_keyboard) {
            self.has_keyboard = response.has_focus();
            if !self.has_keyboard {
                response.request_focus();
                response.scroll_to_me(None);
            }
        }
    }

    /// Shows under a field why what was asked of it was refused, or no reason any more.
    pub(super) fn refuse(ctx: &egui::Context, id: Id, reason: Option<String>) {
        let id = id.with("reason");
        ctx.data_mut(|data| match reason {
            Some(reason) => {
                data.insert_temp(id, reason);
            }
            None => {
                data.remove::<String>(id);
            }
        });
    }

    /// The same, of the field of this name.
    pub(in crate::app::panels) fn refuse_named(&self, ctx: &egui::Context, name: &str, reason: String) {
        Self::refuse(ctx, self.id(name), Some(reason));
    }

    /// There is nothing against what was asked of the field of this name.
    pub(in crate::app::panels) fn accept_named(&self, ctx: &egui::Context, name: &str) {
        Self::refuse(ctx, self.id(name), None);
    }

    /// The reason under a field, if there is one.
    pub(in crate::app::panels) fn reason_of(&self, ui: &mut Ui, name: &str) {
        self.reason(ui, self.id(name));
    }

    pub(super) fn reason(&self, ui: &mut Ui, id: Id) {
        let reason: Option<String> = ui.data(|data| data.get_temp(id.with("reason")));
        if let Some(reason) = reason {
            let text = egui::RichText::new(reason).small().color(color(self.theme.alarm, 1.0));
            ui.add(egui::Label::new(text).wrap());
        }
    }
}

/// A text that may be anything but blank.
///
/// # Errors
/// A sentence.
pub(in crate::app::panels) fn filled(name: &str) -> impl Fn(&str) -> Result<String, String> {
    move |text| match text.trim() {
        "" => Err(say!("fields-empty", name = name)),
        text => Ok(text.to_owned()),
    }
}

/// A text that may be left out.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "it checks a field as those that refuse do")]
pub(in crate::app::panels) fn optional(text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{filled, optional};

    #[test]
    fn a_blank_text_is_none_or_refused() {
        assert_eq!(optional("  "), Ok(None));
        assert_eq!(optional(" IT "), Ok(Some("IT".into())));
        assert!(filled("A name")(" ").is_err());
    }
}
