//! Values written as nobody would: any order, spacing, line ends and commas, and numbered comments everywhere.

use super::random::Random;
use crate::play_file::edit::Value;
use crate::play_file::edit::write::{one_line, quoted};

/// A document as text that `ron` reads as just that.
pub(crate) fn messy(value: &Value, random: &mut Random) -> String {
    let mut writer = Writer { random, text: String::new(), comments: 0, indent: 0, calm: false };
    writer.calm = writer.random.chance(3);
    writer.blanks();
    writer.value(value, false);
    writer.blanks();
    let Writer { text, .. } = writer;
    let text = if random.chance(4) { text.replace('\n', "\r\n") } else { text };
    if random.chance(8) { format!("\u{feff}{text}") } else { text }
}

struct Writer<'r> {
    random: &'r mut Random,
    text: String,
    comments: usize,
    indent: usize,
    /// Looks like a file somebody wrote, with comments.
    calm: bool,
}

impl Writer<'_> {
    fn value(&mut self, value: &Value, optional: bool) {
        let some = optional && self.random.chance(6);
        if some {
            self.text += "Some(";
            self.blanks();
        }
        match value {
            Value::Number(number) if self.random.chance(5) && number.fract() == 0.0 => {
                self.text.extend([&number.to_string(), ".0"]);
            }
            Value::Text(text) if self.random.chance(6) && !text.contains(['"', '\r', '\n']) => {
                self.text.extend(["r#\"", text, "\"#"]);
            }
            Value::Text(_) | Value::Number(_) | Value::Flag(_) => self.text += &one_line(value),
            Value::Variant(name, values) => {
                self.text += name;
                if !values.is_empty() {
                    self.bracket('(', values.len(), ')', |writer, index| writer.value(&values[index], false));
                }
            }
            Value::Tuple(values) => {
                self.bracket('(', values.len(), ')', |writer, index| writer.value(&values[index], false));
            }
            Value::List(values) => {
                self.bracket('[', values.len(), ']', |writer, index| writer.value(&values[index], false));
            }
            Value::Map(entries) => self.bracket('{', entries.len(), '}', |writer, index| {
                let (key, value) = &entries[index];
                writer.text += &quoted(key);
                writer.colon();
                writer.value(value, false);
            }),
            Value::Record(name, fields) => {
                self.text += name.unwrap_or_default();
                let mut fields: Vec<_> =
                    fields.iter().filter(|field| !field.is_default || self.random.chance(4)).collect();
                if self.random.chance(2) {
                    for at in 1..fields.len() {
                        let other = self.random.below(at + 1);
                        fields.swap(at, other);
                    }
                }
                self.bracket('(', fields.len(), ')', |writer, index| {
                    let field = fields[index];
                    writer.text += field.name;
                    writer.colon();
                    match &field.value {
                        Some(value @ (Value::Number(_) | Value::List(_)))
                            if matches!(field.name, "format" | "down" | "times")
                                || field.name == "calls" && matches!(value, Value::Number(_)) =>
                        {
                            writer.text += &one_line(value);
                        }
                        Some(value) => writer.value(value, is_optional(field.name, value)),
                        None => writer.text += "None",
                    }
                });
            }
        }
        if some {
            self.blanks();
            self.text.push(')');
        }
    }

    fn colon(&mut self) {
        if !self.calm && self.random.chance(12) {
            self.blanks();
        }
        self.text.push(':');
        if self.calm {
            self.text.push(' ');
        } else {
            self.blanks();
        }
    }

    fn bracket(&mut self, open: char, count: usize, close: char, mut item: impl FnMut(&mut Self, usize)) {
        let lines = self.random.chance(2);
        let trailing = count > 0 && self.random.chance(2);
        self.text.push(open);
        self.indent += 1;
        for index in 0..count {
            self.between(lines, index == 0);
            item(self, index);
            if index + 1 < count || trailing {
                if !self.calm && self.random.chance(8) {
                    self.blanks();
                }
                self.text.push(',');
            }
            if lines && self.random.chance(6) {
                self.text.push(' ');
                self.comment();
            }
        }
        self.indent -= 1;
        if lines && self.calm {
            self.new_line();
        } else {
            self.blanks();
        }
        self.text.push(close);
    }

    /// Before an item.
    fn between(&mut self, lines: bool, first: bool) {
        if !self.calm {
            return self.blanks();
        }
        if !lines {
            if !first {
                self.text.push(' ');
            }
            return;
        }
        self.new_line();
        if self.random.chance(5) {
            self.new_line();
        }
        while self.random.chance(4) {
            self.comment();
            self.new_line();
            if self.random.chance(4) {
                self.new_line();
            }
        }
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("    ", self.indent));
    }

    fn blanks(&mut self) {
        for _ in 0..self.random.below(4) {
            match self.random.below(6) {
                0 | 1 => self.text.push(' '),
                2 => self.text.push('\n'),
                3 => self.new_line(),
                4 => self.comment(),
                _ => self.text += "\t",
            }
        }
    }

    fn comment(&mut self) {
        self.comments += 1;
        let comment = match self.random.below(4) {
            0 | 1 => format!("// c{}: (\"[,\n", self.comments),
            2 => format!("/* c{}: ) */", self.comments),
            _ => format!("/* c{}:\n \" ,*/", self.comments),
        };
        self.text += &comment;
    }
}

fn is_optional(name: &str, value: &Value) -> bool {
    matches!(value, Value::Text(_))
        && matches!(name, "source" | "tactic" | "short" | "team" | "note" | "notes")
}

/// The numbers of the comments in a text, and where each is.
pub(in crate::play_file) fn comments(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("/* c").chain(text.match_indices("// c")) {
        let digits: String = text[at + 4..].chars().take_while(char::is_ascii_digit).collect();
        if text[at + 4 + digits.len()..].starts_with(':') {
            found.push((digits.parse().unwrap(), at));
        }
    }
    found.sort_unstable();
    found
}
