//! Tables: what came of a run, what was guessed, and what is to be filled in by hand.

use super::copy::{LEADING, lines};
use super::paper::{Look, rule};
use super::{Part, Row};
use crate::model::Guess;
use crate::picture::{Align, Point, Rect, Shape, Theme};
use crate::rules::words::whole;
use crate::show::Act;

/// Sizes of words, in points.
const HEAD: f32 = 7.5;
const BODY: f32 = 8.5;
/// Above and below the words of a row.
const PAD: f32 = 2.6;
/// Between columns.
const GAP: f32 = 8.0;
/// A row that is written in by hand.
pub(super) const BY_HAND: f32 = 21.0;
/// The most groups whose guesses stand side by side.
pub(super) const MOST_GROUPS: usize = 6;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Words or a number.
    Words(String),
    /// What needs attention.
    Alarm(String),
    /// The sum of the others, or a name.
    Strong(String),
    /// Room to write in.
    Blank,
}

impl Cell {
    fn number(yards: f64) -> Self {
        Self::Words(whole(yards).to_string())
    }

    fn text(&self) -> &str {
        match self {
            Self::Words(text) | Self::Alarm(text) | Self::Strong(text) => text,
            Self::Blank => "",
        }
    }

    const fn look(&self, theme: &Theme) -> Look {
        match self {
            Self::Words(_) | Self::Blank => Look::regular(BODY, theme.text),
            Self::Alarm(_) => Look::bold(BODY, theme.alarm),
            Self::Strong(_) => Look::bold(BODY, theme.text),
        }
    }
}

/// A table before it is set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// What the columns are called.
    pub(super) head: Vec<String>,
    /// The rows; a row's first cell names it.
    pub(super) rows: Vec<Vec<Cell>>,
    /// How wide the columns are against each other.
    pub(super) shares: Vec<f32>,
    /// Whether all but the first column are numbers, set to the right.
    pub(super) numbers: bool,
    /// How high a row is at least.
    pub(super) least: f32,
}

impl Table {
    /// Left and right end of a column in a table of that width.
    fn column(&self, at: usize, width: f32) -> (f32, f32) {
        let sum: f32 = self.shares.iter().sum();
        let free = GAP.mul_add(-(self.shares.len().saturating_sub(1) as f32), width);
        let before: f32 = self.shares.iter().take(at).sum();
        let own = self.shares.get(at).copied().unwrap_or_default();
        let left = GAP.mul_add(at as f32, before / sum * free);
        (left, left + own / sum * free)
    }

    fn head_lines(&self, at: usize, width: f32, theme: &Theme) -> Vec<String> {
        let (left, right) = self.column(at, width);
        let look = Look::regular(HEAD, theme.text_soft);
        self.head.get(at).map_or_else(Vec::new, |text| lines(text, look.size, look.weight, right - left))
    }

    fn head_height(&self, width: f32, theme: &Theme) -> f32 {
        let most = (0..self.head.len()).map(|at| self.head_lines(at, width, theme).len()).max();
        (most.unwrap_or_default() as f32).mul_add(HEAD * 1.25, 2.0 * PAD)
    }

    fn row_height(&self, row: &[Cell], width: f32, theme: &Theme) -> f32 {
        let most = row.iter().enumerate().map(|(at, cell)| {
            let (left, right) = self.column(at, width);
            let look = cell.look(theme);
            lines(cell.text(), look.size, look.weight, right - left).len()
        });
        (most.max().unwrap_or_default() as f32).mul_add(BODY * LEADING * 0.9, 2.0 * PAD).max(self.least)
    }

    /// How high it is in that width.
    pub(super) fn height(&self, width: f32, theme: &Theme) -> f32 {
        let rows: f32 = self.rows.iter().map(|row| self.row_height(row, width, theme)).sum();
        self.head_height(width, theme) + rows
    }

    /// What of it fits into that height, one row at least, and the rest.
    pub(super) fn split(mut self, width: f32, height: f32, theme: &Theme) -> (Self, Option<Self>) {
        let mut used = self.head_height(width, theme);
        let fits = self.rows.iter().take_while(|row| {
            used += self.row_height(row, width, theme);
            used <= height
        });
        let count = fits.count().max(1).min(self.rows.len());
        let rest = self.rows.split_off(count);
        let rest = (!rest.is_empty()).then(|| Self { rows: rest, ..self.clone() });
        (self, rest)
    }

    /// Sets it with its upper left corner at `at`.
    pub(super) fn set(&self, at: Point, width: f32, theme: &Theme) -> [Part; 2] {
        let mut ornament = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        let head = Look::regular(HEAD, theme.text_soft);
        let head_height = self.head_height(width, theme);
        let cells = (0..self.head.len()).map(|column| {
            let set = self.head_lines(column, width, theme);
            let top = (set.len() as f32).mul_add(-HEAD * 1.25, at.y + head_height - PAD);
            let set = set.iter().enumerate();
            let set = set.map(|(number, line)| {
                let y = (number as f32).mul_add(HEAD * 1.25, top + HEAD);
                self.word(head, column, Point { x: at.x, y }, width, line)
            });
            set.collect()
        });
        rows.push(cells.collect());
        let mut y = at.y + head_height;
        let across = |y: f32, width_of: f32, color| {
            rule(Point { x: at.x, y }, Point { x: at.x + width, y }, width_of, color)
        };
        ornament.push(across(y, 0.8, theme.text_soft));
        for row in &self.rows {
            let height = self.row_height(row, width, theme);
            rows.push(self.row(row, Point { x: at.x, y }, width, height, theme));
            y += height;
            ornament.push(across(y, 0.4, theme.line));
        }
        [Part::Table(rows), Part::Ornament(ornament)]
    }

    fn row(&self, row: &[Cell], at: Point, width: f32, height: f32, theme: &Theme) -> Row {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let (left, right) = self.column(column, width);
            if *cell == Cell::Blank {
                // On the line below the row: a second one beside it would be in the way of the hand.
                let y = at.y + height;
                let (from, to) = (Point { x: at.x + left, y }, Point { x: at.x + right, y });
                return vec![rule(from, to, 0.5, theme.text_soft)];
            }
            let look = cell.look(theme);
            let set = lines(cell.text(), look.size, look.weight, right - left);
            let pitch = BODY * LEADING * 0.9;
            let top = at.y + (set.len() as f32).mul_add(-pitch, height) / 2.0;
            let set = set.iter().enumerate();
            set.map(|(number, line)| {
                let y = (number as f32).mul_add(pitch, top + BODY * 0.98);
                self.word(look, column, Point { x: at.x, y }, width, line)
            })
            .collect()
        });
        cells.collect()
    }

    fn word(&self, look: Look, column: usize, start: Point, width: f32, line: &str) -> Shape {
        let (left, right) = self.column(column, width);
        if self.numbers && column > 0 {
            return look.set(Point { x: start.x + right, ..start }, Align::Right, line);
        }
        look.set(Point { x: start.x + left, ..start }, Align::Left, line)
    }
}

/// What came of an act, channel by channel.
pub(super) fn read_out(act: &Act) -> Option<Table> {
    let (first, last) = (act.runs.first()?, act.runs.last()?);
    let model = act.model();
    let over = |channel: usize, of: &dyn Fn(&crate::rules::ChannelOutcome) -> f64| -> f64 {
        act.runs.iter().filter_map(|run| run.outcome.channels.get(channel)).map(of).sum()
    };
    let mut rows = Vec::new();
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for (at, channel) in model.channels.iter().enumerate() {
        let start = first.outcome.channels.get(at)?.start;
        let end = last.outcome.channels.get(at)?;
        starts.push(start);
        ends.push(end.end);
        let workers = act.lineup.play.offense.iter().filter(|player| player.channel == channel.id).count();
        let alone = whole(end.exposure);
        rows.push(vec![
            Cell::Words(channel.name.clone()),
            Cell::number(start),
            Cell::number(over(at, &|outcome| outcome.gain)),
            Cell::number(over(at, &crate::rules::ChannelOutcome::lost)),
            Cell::Strong(whole(end.end).to_string()),
            if alone > 0 { Cell::Alarm(format!("by {alone}")) } else { Cell::Words("no".to_owned()) },
            if end.open_flank { Cell::Alarm("nobody".to_owned()) } else { Cell::Words(workers.to_string()) },
        ]);
    }
    let (from, to) = (model.weighted_mean(starts), model.weighted_mean(ends));
    let moved = whole(to) - whole(from);
    let sum = |cell: i64| Cell::Strong(cell.max(0).to_string());
    rows.push(vec![
        Cell::Strong("Whole organisation".to_owned()),
        Cell::number(from),
        sum(moved),
        sum(-moved),
        Cell::Strong(whole(to).to_string()),
        Cell::Words("–".to_owned()),
        Cell::Words("–".to_owned()),
    ]);
    let head = ["Channel", "Started at", "Gained", "Lost", "Now at", "Out on its own", "Working on it"];
    Some(Table {
        head: head.map(str::to_owned).to_vec(),
        rows,
        shares: vec![2.7, 1.1, 0.9, 0.7, 0.85, 1.55, 1.4],
        numbers: true,
        least: 0.0,
    })
}

/// What was guessed of an act, group by group; to be filled in where nobody has guessed yet.
pub(super) fn guesses(act: &Act, guesses: &[&Guess]) -> Option<Table> {
    let channels = act.model().channels.iter().zip(act.gained());
    if guesses.is_empty() {
        let head = ["Channel", "Your guess, in yards", "It came to", "Too many or too few"];
        let rows = channels.map(|(channel, _)| {
            vec![Cell::Words(channel.name.clone()), Cell::Blank, Cell::Blank, Cell::Blank]
        });
        return Some(Table {
            head: head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
            shares: vec![2.4, 1.3, 1.0, 1.3],
            numbers: false,
            least: BY_HAND,
        });
    }
    if guesses.len() > MOST_GROUPS {
        return None;
    }
    let mut head = vec!["Channel".to_owned()];
    head.extend(guesses.iter().map(|guess| guess.group.clone()));
    head.push("It came to".to_owned());
    let rows = channels.map(|(channel, gained)| {
        let mut row = vec![Cell::Words(channel.name.clone())];
        row.extend(guesses.iter().map(|guess| {
            guess.yards.get(&channel.id).map_or(Cell::Words("–".to_owned()), |yards| Cell::number(*yards))
        }));
        row.push(Cell::Strong(whole(gained).to_string()));
        row
    });
    let shares = std::iter::once(2.4).chain(std::iter::repeat_n(1.0, guesses.len() + 1));
    Some(Table { head, rows: rows.collect(), shares: shares.collect(), numbers: true, least: 15.0 })
}

/// Where the channels of several acts stand in the end, side by side.
pub(super) fn beside(acts: &[&Act], names: &[String]) -> Option<Table> {
    let first = acts.first()?;
    let ends: Vec<Vec<f64>> = acts
        .iter()
        .map(|act| {
            act.plan.as_ref().map_or_else(
                || act.runs.last().map_or_else(Vec::new, |run| run.outcome.ends()),
                |(_, drive)| drive.last.state.fronts.clone(),
            )
        })
        .collect();
    let mut rows = Vec::new();
    // Channels of different models cannot stand in one row.
    if acts.iter().all(|act| act.model() == first.model()) {
        for (at, channel) in first.model().channels.iter().enumerate() {
            let mut row = vec![Cell::Words(channel.name.clone())];
            row.extend(ends.iter().map(|ends| ends.get(at).copied().map_or(Cell::Blank, Cell::number)));
            rows.push(row);
        }
    }
    let mut row = vec![Cell::Strong("Whole organisation".to_owned())];
    row.extend(acts.iter().zip(ends).map(|(act, ends)| {
        let spot = act.model().weighted_mean(ends);
        Cell::Strong(whole(spot).to_string())
    }));
    rows.push(row);
    let head = std::iter::once("Where it ends, of 100".to_owned()).chain(names.iter().cloned());
    let shares = std::iter::once(2.4).chain(std::iter::repeat_n(1.4, acts.len()));
    Some(Table { head: head.collect(), rows, shares: shares.collect(), numbers: true, least: 0.0 })
}

/// What stands above a table or a column, and how high it is.
pub(super) fn title(text: &str, area: &Rect, theme: &Theme) -> (Part, f32) {
    let look = Look::bold(9.0, theme.text);
    let baseline = area.min.y + 9.0;
    let shapes = vec![look.set(Point { x: area.min.x, y: baseline }, Align::Left, text)];
    (Part::Heading { level: 3, text: text.to_owned(), shapes }, 14.0)
}
