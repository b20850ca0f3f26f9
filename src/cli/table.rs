//! Columns of text for a terminal.

use std::fmt::Write as _;

use super::console::DIM;

/// How one column is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    heading: &'static str,
    right: bool,
}

impl Column {
    /// Words.
    pub(super) const fn left(heading: &'static str) -> Self {
        Self { heading, right: false }
    }

    /// Numbers.
    pub(super) const fn right(heading: &'static str) -> Self {
        Self { heading, right: true }
    }
}

/// Rows of cells, each column as wide as its widest; without headings, no line for them.
#[derive(Clone, Debug)]
pub(super) struct Table<const N: usize> {
    columns: [Column; N],
    rows: Vec<Row<N>>,
}

#[derive(Clone, Debug)]
enum Row<const N: usize> {
    Cells([String; N]),
    /// A line of its own, which makes no column wider.
    Note(String),
}

impl<const N: usize> Table<N> {
    pub(super) const fn new(columns: [Column; N]) -> Self {
        Self { columns, rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: [String; N]) {
        self.rows.push(Row::Cells(cells));
    }

    /// A sentence between two rows.
    pub(super) fn note(&mut self, text: String) {
        self.rows.push(Row::Note(text));
    }

    /// The table, a line a row.
    pub(super) fn text(&self) -> String {
        let headings = self.columns.map(|column| column.heading);
        let mut widths = headings.map(|heading| heading.chars().count());
        for row in &self.rows {
            let Row::Cells(cells) = row else { continue };
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = cell.chars().count().max(*width);
            }
        }
        let mut text = String::new();
        if headings.iter().any(|heading| !heading.is_empty()) {
            let _ = writeln!(text, "{DIM}{}{DIM:#}", self.line(&headings, &widths));
        }
        for row in &self.rows {
            match row {
                Row::Cells(cells) => text += &self.line(cells, &widths),
                Row::Note(note) => text += note,
            }
            text.push('\n');
        }
        text
    }

    fn line(&self, cells: &[impl AsRef<str>; N], widths: &[usize; N]) -> String {
        let cells = cells.iter().zip(widths).zip(&self.columns).map(|((cell, width), column)| {
            let cell = cell.as_ref();
            if column.right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        cells.collect::<Vec<String>>().join("  ").trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_left_and_numbers_right() {
        let mut table = Table::new([Column::left("name"), Column::right("yards"), Column::left("why")]);
        table.row(["é".to_owned(), "5".to_owned(), "rule 5".to_owned()]);
        table.row(["longer".to_owned(), "10".to_owned(), String::new()]);
        let plain = anstream::adapter::strip_str(&table.text()).to_string();
        assert_eq!(plain, "name    yards  why\né           5  rule 5\nlonger     10\n");
    }
}
