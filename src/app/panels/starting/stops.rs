//! Where the keyboard stops on its way through questions: Enter goes from each to the next.
//!
//! Several controls can be one stop, a group, of which Enter enters the first. What it does not own: Tab, which goes
//! through every control as everywhere.

use bevy_egui::egui::{self, Id, Key, Margin, Modifiers, Response, TextEdit, Ui, WidgetInfo, WidgetType};

/// Around a line of text, in points: it is as high as the buttons beside it.
const MARGIN: Margin = Margin { left: 6, right: 6, top: 4, bottom: 4 };

/// A control where the keyboard stops.
#[derive(Clone, Copy, Debug)]
struct Stop {
    group: Id,
    id: Id,
    /// Whether it is the one of its group to begin with.
    is_chosen: bool,
}

/// The stops of one pass, in order.
pub(super) struct Stops {
    all: Vec<Stop>,
    last: Option<Id>,
    /// Whether Enter was pressed on a stop before the last.
    goes_on: bool,
    known: Known,
}

/// What is remembered from pass to pass.
#[derive(Clone, Debug)]
struct Known {
    stops: Vec<Id>,
    /// Whether the keyboard is to go to the first.
    begins: bool,
    /// What had the keyboard.
    focused: Option<Id>,
    /// Whether an arrow key was pressed.
    arrow: bool,
}

fn known_id() -> Id {
    Id::new("stops of the keyboard")
}

impl Stops {
    /// Takes the Enter key if it is for one of the stops.
    pub(super) fn begin(ctx: &egui::Context) -> Self {
        let known: Option<Known> = ctx.data(|data| data.get_temp(known_id()));
        let new = || Known { stops: Vec::new(), begins: true, focused: None, arrow: false };
        let known = known.unwrap_or_else(new);
        let focused = ctx.memory(egui::Memory::focused);
        let at_stop = focused.is_some_and(|focused| known.stops.contains(&focused));
        let goes_on = at_stop && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        Self { all: Vec::new(), last: None, goes_on, known }
    }

    /// The questions are gone.
    pub(super) fn forget(ctx: &egui::Context) {
        ctx.data_mut(|data| data.remove::<Known>(known_id()));
    }

    /// Goes to the first one next.
    pub(super) fn start_again(&mut self) {
        self.known.begins = true;
    }

    /// A control that is a stop together with others.
    pub(super) fn add_to_group(&mut self, group: &str, response: &Response) {
        self.add(group, response, false);
    }

    /// One of several that exclude each other. Whether it is chosen now: pressed, or reached by an arrow key.
    pub(super) fn add_choice(&mut self, group: &str, response: &Response, is_chosen: bool) -> bool {
        let came = self.add(group, response, is_chosen);
        !is_chosen && (response.clicked() || (came && self.known.arrow))
    }

    /// The button that ends it: Enter presses it.
    pub(super) fn last(&mut self, response: &Response) {
        self.last = Some(response.id);
    }

    /// Whether the keyboard has just come to it.
    fn add(&mut self, group: &str, response: &Response, is_chosen: bool) -> bool {
        self.all.push(Stop { group: Id::new(group), id: response.id, is_chosen });
        let came = response.has_focus() && self.known.focused != Some(response.id);
        if came {
            response.scroll_to_me(None);
        }
        came
    }

    /// A line of text that is a stop.
    pub(super) fn line(
        &mut self,
        ui: &mut Ui,
        group: &str,
        text: &mut String,
        label: &str,
        example: &str,
        width: f32,
    ) -> Response {
        let id = Id::new(("starting", group));
        let field = TextEdit::singleline(text).id(id).hint_text(example).desired_width(width).margin(MARGIN);
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(WidgetType::TextEdit, true, label);
            info.current_text_value = Some(text.clone());
            info
        });
        self.add_to_group(group, &response);
        response
    }

    /// Moves the keyboard.
    pub(super) fn end(self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let first = self.all.first().map(|stop| stop.id);
        let mut to = if self.known.begins { first } else { None };
        if self.goes_on {
            let at = self.all.iter().position(|stop| Some(stop.id) == focused);
            let group = at.and_then(|at| self.all.get(at)).map(|stop| stop.group);
            let rest = self.all.get(at.map_or(0, |at| at + 1)..).unwrap_or(&[]);
            let next = rest.iter().find(|stop| Some(stop.group) != group);
            let chosen = |next: &Stop| {
                let own = rest.iter().find(|stop| stop.group == next.group && stop.is_chosen);
                own.unwrap_or(next).id
            };
            to = next.map(chosen).or(self.last);
        }
        if let Some(to) = to {
            ctx.memory_mut(|memory| memory.request_focus(to));
        }
        let arrows = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        let known = Known {
            stops: self.all.iter().map(|stop| stop.id).collect(),
            // The first pass only lays out; the keyboard is there once the first control has it.
            begins: self.known.begins && first.is_some() && focused != first,
            focused,
            arrow: ctx.input(|input| arrows.into_iter().any(|key| input.key_pressed(key))),
        };
        ctx.data_mut(|data| data.insert_temp(known_id(), known));
    }
}
