//! What only a whole document can tell: names that refer to something, and things that do not go together.
//!
//! In: a tree that was walked against the schema, and what is known of other files. Out: problems. Each check reads
//! what it needs through [`Slots`] and is silent where that could not be read, since something was said about it.

mod ids;
mod ink;
mod plan;
mod play;
mod record;
mod references;
mod show;
mod team;

use super::problem::{Code, Span};
use super::report::Report;
use super::schema::{self, FORMAT, Record};
use super::shape::loses;
use super::slots::{Slots, is_whole};
use super::tree::{Node, Tree};

pub(super) use ink::ink;
pub(super) use plan::game_plan;
pub(super) use play::play;
pub(crate) use play::{CROWDED_ACROSS, CROWDED_YARDS};
pub(super) use record::workshop_record;
pub(super) use show::show;

/// Whether the file's `format` is one this version knows; of another nothing more can be said.
pub(super) fn is_supported(root: Node<'_>, schema: &'static Record, report: &mut Report) -> bool {
    let Some(format) = Slots::of(root, schema).get("format") else { return true };
    let number = format.as_u32();
    if number == Some(FORMAT) || (number.is_none() && !is_whole(format)) {
        return true;
    }
    report
        .add(
            Code::UnsupportedFormat,
            format.span(),
            format!("This version cannot read format {}", format.text()),
        )
        .help(format!("The only format it knows is {FORMAT}; a newer version may know more"));
    false
}

/// Checks an operating model.
pub(super) fn operating_model(tree: &Tree, root: Node<'_>, report: &mut Report) {
    let model = Slots::of(root, &schema::OPERATING_MODEL);
    let ids =
        model.list("channels").map(|channel| ("channel", Slots::of(channel, &schema::CHANNEL).get("id")));
    ids::Ids::of(ids).report_duplicates(report);
    let Some(channels) = model.get("channels") else { return };
    if channels.kind() == super::tree::NodeKind::List
        && !schema::CHANNELS.contains(&channels.item_count())
        && nothing_lost(tree)
    {
        let message = match channels.item_count() {
            0 => "An operating model needs channels".to_owned(),
            1 => "One channel alone makes no operating model".to_owned(),
            count => format!("{count} channels are too many to see at once"),
        };
        report.add(Code::OutOfRange, channels.span(), message).help("A model has 2 to 9 channels");
    }
}

/// Whether everything the text holds could be read, so that what was not found is not there.
fn nothing_lost(tree: &Tree) -> bool {
    tree.errors().iter().all(|error| !loses(error.kind))
}

/// Where to point for something about a field: its value, or the document's name if it has no such field.
fn place(root: Node<'_>, value: Option<Node<'_>>) -> Span {
    value.map_or_else(|| root.name_span().unwrap_or(root.span()), |value| value.span()).into()
}
