//! The house style of play files.
//!
//! In: a text that `ron` reads. Out: the same document laid out: four blanks a level, at most 110 characters a line,
//! lists and records on one line where they are short and an item a line where they are long, with a comma behind each.
//! What its author has broken, with the first item on a line of its own, stays broken. Groups keep the blank line
//! between them, comments their places and words, values the way they are written, lines the ends they have. Fields are
//! not sorted. Laid out again it stays as it is.

mod layout;
mod remarks;
#[cfg(test)]
mod tests;

use super::edit::EditError;
use super::report::BYTE_ORDER_MARK;
use super::tree::Tree;
use layout::Printer;

/// How long a line may be, in characters.
pub(super) const MAX_COLUMNS: usize = 110;
/// What one level of indentation is.
pub(super) const UNIT: &str = "    ";

/// The text in the house style; `ron` reads the same from it. A long text or comment may pass 110 characters.
///
/// # Errors
/// [`EditError::Syntax`] for a text that is not RON.
pub fn format(text: &str) -> Result<String, EditError> {
    let tree = Tree::parse(text);
    if let Some(error) = tree.errors().first() {
        let line = 1 + text.get(..error.span.start as usize).unwrap_or("").matches('\n').count();
        return Err(EditError::Syntax { line });
    }
    let Some(root) = tree.root() else { return Ok(text.to_owned()) };
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let mut printer = Printer::new(&tree);
    printer.document(root, mark);
    let laid_out = printer.into_text();
    Ok(format!("{}{laid_out}", text.get(..mark).unwrap_or("")))
}
