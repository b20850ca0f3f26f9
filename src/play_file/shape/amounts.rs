//! Numbers and what is made of them: ranges, strengths, places, starts.
//!
//! In: a value and what it must be. Out: problems at the number that is wrong.

use super::super::problem::Code;
use super::super::schema::{Kind, PART, PLACE_ACROSS, PLACE_YARDS, Range, STRENGTH, YARD};
use super::super::slots::{is_whole, number as number_in};
use super::super::tree::{Node, NodeKind};
use super::super::wording::expected;
use super::{Walk, subject};

static NUMBER: Kind = Kind::Number(STRENGTH);

impl<'t> Walk<'t, '_> {
    pub(super) fn whole(&mut self, node: Node<'t>, kind: &'static Kind, low: u32, high: u32) {
        if let Some(number) = node.as_u32() {
            if !(low..=high).contains(&number) {
                self.out_of_range(node, &expected(kind));
            }
        } else if is_whole(node) {
            self.out_of_range(node, &expected(kind));
        } else {
            self.wrong_type(node, kind);
        }
    }

    pub(super) fn in_range(&mut self, node: Node<'t>, number: f64, range: &Range) {
        if !range.allows(number) {
            self.out_of_range(node, &range.words());
        }
    }

    pub(super) fn out_of_range(&mut self, node: Node<'t>, allowed: &str) {
        let message = format!("{} cannot be {}", subject(node), node.text());
        self.report.add(Code::OutOfRange, node.span(), message).help(format!("It must be {allowed}"));
    }

    pub(super) fn strength(&mut self, node: Node<'t>, kind: &'static Kind) {
        if let Some(number) = number_in(node) {
            return self.in_range(node, number, &STRENGTH);
        }
        let numbers = match (node.kind(), node.item_count()) {
            (NodeKind::Tuple, 3) => node.items().map(|item| item.value()),
            _ => return self.wrong_type(node, kind),
        };
        let mut values = [0.0; 3];
        let mut good = true;
        for (number, value) in numbers.zip(&mut values) {
            match number_in(number) {
                Some(read) if STRENGTH.allows(read) => *value = read,
                Some(_) => {
                    self.out_of_range(number, &STRENGTH.words());
                    good = false;
                }
                None => {
                    if number.kind() != NodeKind::Error {
                        self.wrong_type(number, &NUMBER);
                    }
                    good = false;
                }
            }
        }
        let [low, likely, high] = values;
        if good && !(low <= likely && likely <= high) {
            values.sort_by(f64::total_cmp);
            let [low, likely, high] = values;
            self.report
                .add(Code::OutOfRange, node.span(), "A strength goes from its lowest to its highest")
                .help("Write (low, likely, high), each at least as high as the one before")
                .fix(
                    format!("Change to ({low}, {likely}, {high})"),
                    node.span().into(),
                    format!("({low}, {likely}, {high})"),
                );
        }
    }

    pub(super) fn place(&mut self, node: Node<'t>, kind: &'static Kind) {
        if node.kind() != NodeKind::Tuple || node.item_count() != 2 || node.name().is_some() {
            return self.wrong_type(node, kind);
        }
        for (item, range) in node.items().zip([&PLACE_YARDS, &PLACE_ACROSS]) {
            let node = item.value();
            match number_in(node) {
                Some(number) if range.allows(number) => {}
                Some(_) => {
                    let what =
                        if item.index() == 0 { "A player's yards" } else { "A place across the channel" };
                    self.report
                        .add(Code::OutOfRange, node.span(), format!("{what} cannot be {}", node.text()))
                        .help(format!("It must be {}", range.words()));
                }
                None if node.kind() == NodeKind::Error => {}
                None => self.wrong_type(node, &NUMBER),
            }
        }
    }

    pub(super) fn start(&mut self, node: Node<'t>, kind: &'static Kind) {
        if let Some(number) = number_in(node) {
            return self.in_range(node, number, &YARD);
        }
        self.yards(node, kind, &YARD);
    }

    pub(super) fn yards(&mut self, node: Node<'t>, kind: &'static Kind, range: &Range) {
        if node.kind() != NodeKind::Map {
            return self.wrong_type(node, kind);
        }
        for item in node.items() {
            if let Some(key) = item.key_node() {
                self.value(key, &Kind::Name);
            }
            let yards = item.value();
            match number_in(yards) {
                Some(number) => self.in_range(yards, number, range),
                None if yards.kind() == NodeKind::Error || self.report.is_full() => {}
                None => self.wrong_type(yards, &Kind::Number(*range)),
            }
        }
    }

    /// Files of ink have many of these: nothing is said of a good one, and little of a bad one.
    pub(super) fn point(&mut self, node: Node<'t>, kind: &'static Kind) {
        if node.kind() != NodeKind::Tuple || node.item_count() != 2 || node.name().is_some() {
            return self.wrong_type(node, kind);
        }
        for node in node.items().map(|item| item.value()) {
            match number_in(node) {
                Some(number) => self.in_range(node, number, &PART),
                None if node.kind() == NodeKind::Error => {}
                None => self.wrong_type(node, &Kind::Number(PART)),
            }
        }
    }
}
