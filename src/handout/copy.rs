//! Words set in lines, to be put into one column after the other: none is cut short and none is lost.

use std::collections::VecDeque;

use super::Part;
use super::paper::Look;
use crate::picture::{Align, Point, Rect, Shape, Weight, font};

/// How far apart lines stand, for a size of 1.
pub(super) const LEADING: f32 = 1.42;

/// A text on lines of at most `room` points: broken between words, and within a word only where it is wider than a line.
pub(super) fn lines(text: &str, size: f32, weight: Weight, room: f32) -> Vec<String> {
    let mut set = Vec::new();
    let fits = |text: &str| font::width(text, size, weight) <= room;
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            set.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if !fits(&line) && line.chars().count() > 1 {
                line.pop();
                set.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() {
        set.push(line);
    }
    set
}

/// A paragraph, and how it looks.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) look: Look,
    /// What stands in front of its first line; the others are set in.
    pub(super) mark: Option<String>,
    /// Room above it, where it does not begin a column.
    pub(super) above: f32,
    /// How high a heading it is; 0 for none. A heading never ends a column.
    pub(super) level: u16,
}

impl Paragraph {
    pub(super) fn new(text: impl Into<String>, look: Look) -> Self {
        Self { text: text.into(), look, mark: None, above: look.size * 0.55, level: 0 }
    }

    pub(super) fn heading(text: impl Into<String>, look: Look, level: u16) -> Self {
        Self { level, above: look.size * 0.9, ..Self::new(text, look) }
    }

    pub(super) fn marked(mark: impl Into<String>, text: impl Into<String>, look: Look) -> Self {
        Self { mark: Some(mark.into()), above: look.size * 0.3, ..Self::new(text, look) }
    }

    /// One for every line of a text that has some: those who write notes break them where they mean to.
    pub(super) fn of_notes(notes: &str, look: Look) -> impl Iterator<Item = Self> {
        let lines = notes.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(move |line| Self::new(line, look))
    }
}

/// What is still to be put into columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Copy {
    lines: VecDeque<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    text: String,
    look: Look,
    mark: Option<String>,
    indent: f32,
    /// From the line before to this one's top.
    above: f32,
    paragraph: usize,
    level: u16,
    /// The whole paragraph, for a heading.
    whole: String,
}

impl Line {
    fn height(&self) -> f32 {
        self.look.size * LEADING
    }
}

impl Copy {
    /// Sets paragraphs for a column of that width, all of them scaled alike.
    pub(super) fn new(paragraphs: &[Paragraph], width: f32, scale: f32) -> Self {
        let mut set = VecDeque::new();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            let look = Look { size: paragraph.look.size * scale, ..paragraph.look };
            let indent = paragraph.mark.as_ref().map_or(0.0, |mark| look.width(mark) + look.size * 0.5);
            let broken = lines(&paragraph.text, look.size, look.weight, (width - indent).max(1.0));
            for (at, text) in broken.into_iter().enumerate() {
                set.push_back(Line {
                    text,
                    look,
                    mark: paragraph.mark.clone().filter(|_| at == 0),
                    indent,
                    above: if at == 0 { paragraph.above * scale } else { 0.0 },
                    paragraph: number,
                    level: paragraph.level,
                    whole: paragraph.text.clone(),
                });
            }
        }
        Self { lines: set }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many lines fit into a column that is so high, from the `from`th on, and how high they are.
    fn fit(&self, from: usize, height: f32) -> (usize, f32) {
        let (mut count, mut used) = (0, 0.0);
        for line in self.lines.iter().skip(from) {
            let next = used + line.height() + if count == 0 { 0.0 } else { line.above };
            if next > height + 0.01 {
                break;
            }
            (count, used) = (count + 1, next);
        }
        let whole = from + count == self.lines.len();
        // A heading goes with what it heads.
        while !whole && count > 1 && self.lines.get(from + count - 1).is_some_and(|line| line.level > 0) {
            count -= 1;
        }
        (count, used)
    }

    /// How high a column must be for all of it to stand in so many.
    pub(super) fn height(&self, columns: usize) -> f32 {
        let one = self.fit(0, f32::INFINITY).1;
        let mut height = one / columns.max(1) as f32;
        // A line at a time: there are not so many that it would matter.
        while height < one {
            let mut from = 0;
            for _ in 0..columns {
                from += self.fit(from, height).0;
            }
            if from >= self.lines.len() {
                return height;
            }
            height += 3.0;
        }
        one
    }

    /// Fills a column from its top; what does not fit stays.
    pub(super) fn fill(&mut self, column: &Rect, force: bool) -> Vec<Part> {
        let (count, _) = self.fit(0, column.height());
        let count = if force { count.max(1) } else { count };
        let mut parts: Vec<Part> = Vec::new();
        let mut y = column.min.y;
        let mut last = None;
        for (at, line) in self.lines.drain(..count.min(self.lines.len())).enumerate() {
            y += if at == 0 { 0.0 } else { line.above };
            let size = line.look.size;
            let baseline = size.mul_add(0.98, y);
            y += line.height();
            let mut shapes = Vec::new();
            if let Some(mark) = &line.mark {
                shapes.push(line.look.set(Point { x: column.min.x, y: baseline }, Align::Left, mark));
            }
            let start = Point { x: column.min.x + line.indent, y: baseline };
            shapes.push(line.look.set(start, Align::Left, &line.text));
            push(&mut parts, shapes, last == Some(line.paragraph), &line);
            last = Some(line.paragraph);
        }
        parts
    }
}

fn push(parts: &mut Vec<Part>, mut shapes: Vec<Shape>, goes_on: bool, line: &Line) {
    if goes_on && let Some(Part::Text(before) | Part::Heading { shapes: before, .. }) = parts.last_mut() {
        before.append(&mut shapes);
        return;
    }
    parts.push(match line.level {
        0 => Part::Text(shapes),
        level => Part::Heading { level, text: line.whole.clone(), shapes },
    });
}
