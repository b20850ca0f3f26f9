//! Walking a tree against the schema: fields, kinds and ranges, without knowing what names refer to.
//!
//! In: a tree and the [`super::schema`]. Out: problems in a [`Report`]. One mistake makes one problem: a misspelt field
//! counts as the one that was meant, what a syntax error may have swallowed is not called missing, and the inside of a
//! value of the wrong kind is not looked at.

mod amounts;

use super::nearest::{as_id, list, nearest};
use super::problem::{Code, Edit, Span};
use super::read::DocumentKind;
use super::report::{Found, Report};
use super::schema::{Choice, Field, Holds, Kind, MAX_FIELDS, Need, Record, Variant};
use super::slots::{inside_some, meant, number as number_in, present};
use super::tree::{Item, Node, NodeKind, SyntaxErrorKind, Tree};
use super::wording::{an, converted, describe, example, expected, quote};
use crate::model::is_valid_id;

/// Walks values against the schema.
pub(super) struct Walk<'t, 'r> {
    tree: &'t Tree,
    report: &'r mut Report,
    /// What the file is.
    document: DocumentKind,
    /// A bracket is open or closed where it should not be: fields may stand in the wrong record.
    lost_brackets: bool,
    /// The first field that stands in a record it does not belong to.
    stray: Option<Stray>,
}

/// A field in the wrong record: probably that record was not closed before it.
pub(super) struct Stray {
    field: &'static str,
    record: &'static str,
    /// Where the record would have to be closed; nowhere if the field is its first.
    close_at: Option<Span>,
}

impl Stray {
    /// Says at an unclosed bracket that another one was meant.
    pub(super) fn explain(&self, unclosed: &mut Found) {
        let Self { field, record, close_at } = self;
        unclosed.help(format!("`{field}` is no field of a {record}: close the {record} before it"));
        unclosed.no_fix();
        if let Some(at) = close_at {
            unclosed.fix(format!("Add `)` before `{field}`"), *at, ")");
        }
    }
}

impl<'t, 'r> Walk<'t, 'r> {
    pub(super) fn new(tree: &'t Tree, document: DocumentKind, report: &'r mut Report) -> Self {
        let lost_brackets = tree.errors().iter().any(|error| {
            matches!(
                error.kind,
                SyntaxErrorKind::Unclosed
                    | SyntaxErrorKind::UnexpectedClose
                    | SyntaxErrorKind::UnclosedString
                    | SyntaxErrorKind::UnclosedComment
                    | SyntaxErrorKind::TrailingText
            )
        });
        Self { tree, report, document, lost_brackets, stray: None }
    }

    /// The first field in the wrong record, once everything was walked.
    pub(super) fn into_stray(self) -> Option<Stray> {
        self.stray
    }

    /// The document, whose name is known to be right, or is reported.
    pub(super) fn document(&mut self, root: Node<'t>) {
        let schema = self.document.schema();
        match root.kind() {
            NodeKind::Struct | NodeKind::Unit => self.fields(root, schema),
            NodeKind::Tuple if root.item_count() == 0 => self.fields(root, schema),
            _ => {
                if !self.is_damaged(root) {
                    self.report
                        .add(
                            Code::WrongType,
                            root.span(),
                            format!("`{}` needs its fields in parentheses", schema.name),
                        )
                        .help(format!("Begin it with {}(format: 1, title: \"…\", …)", schema.name));
                }
            }
        }
    }

    /// A record: its name, its fields, and each value.
    pub(super) fn record(&mut self, node: Node<'t>, schema: &'static Record) {
        match node.kind() {
            NodeKind::Struct | NodeKind::Unit => {}
            NodeKind::Tuple if node.item_count() == 0 => {}
            _ => return self.wrong_type(node, &Kind::Record(schema)),
        }
        if let (Some(name), Some(span)) = (node.name(), node.name_span())
            && name != schema.name
        {
            self.report
                .add(Code::WrongType, span, format!("{} is not named `{name}`", an(schema.called)))
                .help("Leave the name before the parenthesis out")
                .fix(format!("Remove `{name}`"), span.into(), "");
        }
        self.fields(node, schema);
    }

    /// The fields of a record whose name has been looked at.
    pub(super) fn fields(&mut self, node: Node<'t>, schema: &'static Record) {
        let damaged = self.is_damaged(node);
        let mut seen = [false; MAX_FIELDS];
        let mut strangers = None;
        let mut next = 0;
        for item in node.items() {
            if self.report.is_full() {
                return;
            }
            let (Some(key), Some(key_span)) = (item.key(), item.key_span()) else { continue };
            let known = schema.index(key, next);
            let mut meant_instead = None;
            if known.is_none() {
                if let Some(elsewhere) = self.document.field_anywhere(key).filter(|_| self.lost_brackets) {
                    self.stray.get_or_insert_with(|| Stray {
                        field: elsewhere.name,
                        record: schema.called,
                        close_at: item.index().checked_sub(1).and_then(|before| {
                            let end = node.item(before)?.span().end as usize;
                            Some(Span::new(end, end))
                        }),
                    });
                    self.value(item.value(), &elsewhere.kind);
                    continue;
                }
                let present = strangers.get_or_insert_with(|| present(node, schema));
                meant_instead = meant(key, present, schema);
                self.unknown_field(key, key_span.into(), meant_instead, present, schema);
            }
            let Some(index) = known.or(meant_instead) else { continue };
            next = index + 1;
            let (Some(field), Some(seen)) = (schema.fields.get(index), seen.get_mut(index)) else { continue };
            if std::mem::replace(seen, true) {
                if known.is_some() && !damaged {
                    self.duplicate_field(item, field, node);
                }
                continue;
            }
            let value = item.value();
            match field.need {
                Need::Optional => {
                    if let Some(value) = inside_some(value) {
                        self.value(value, &field.kind);
                    }
                }
                Need::Required | Need::Default => self.value(value, &field.kind),
            }
        }
        if damaged {
            return;
        }
        for (field, seen) in schema.fields.iter().zip(seen) {
            if !seen && field.need == Need::Required {
                self.missing_field(node, field, schema);
            }
        }
    }

    fn unknown_field(
        &mut self,
        key: &str,
        span: Span,
        meant: Option<usize>,
        present: &[bool; MAX_FIELDS],
        schema: &'static Record,
    ) {
        let meant = meant.and_then(|index| schema.fields.get(index));
        let mut errors = self.tree.errors().iter();
        if meant.is_some()
            && errors.any(|e| e.kind == SyntaxErrorKind::BadName && e.span.start as usize == span.start)
        {
            return;
        }
        let valid = if schema.fields.len() > MAX_FIELDS / 2 + 3 {
            let free = schema
                .fields
                .iter()
                .zip(present)
                .filter(|(_, present)| !**present)
                .map(|(field, _)| field.name);
            format!("Fields not used yet are {}", list(free, "`", " and "))
        } else {
            format!("Its fields are {}", list(schema.fields.iter().map(|field| field.name), "`", " and "))
        };
        self.report
            .add(Code::UnknownField, span, format!("{} has no field `{key}`", an(schema.called)))
            .nearest(meant.map(|field| field.name), &valid, span, "");
    }

    fn duplicate_field(&mut self, item: Item<'t>, field: &Field, node: Node<'t>) {
        let Some(span) = item.key_span() else { return };
        // The comma behind goes too; without one, the comma before stays and is allowed.
        let end = item.comma().map_or(item.span().end, |comma| comma.end);
        let start = node
            .item(item.index().wrapping_sub(1))
            .map_or(item.span().start, |before| before.comma().map_or(before.span().end, |comma| comma.end));
        let between = self.tree.text().get(start as usize..item.span().start as usize).unwrap_or("");
        let start = if between.trim().is_empty() { start } else { item.span().start };
        self.report
            .add(Code::DuplicateField, span, format!("`{}` is given twice", field.name))
            .help("Keep one of the two")
            .fix("Remove the second", Span::new(start as usize, end as usize), "");
    }

    fn missing_field(&mut self, node: Node<'t>, field: &Field, schema: &Record) {
        let place: Span = node.open().unwrap_or(node.span()).into();
        let after = node.open().map_or(0, |open| open.end as usize);
        let blanks = self.blanks(after);
        let found = self.report.add(
            Code::MissingField,
            place,
            format!("This {} has no `{}`", schema.called, field.name),
        );
        found.help(format!("Add `{}: {}`", field.name, example(&field.kind, field.name)));
        if field.name == "format" && after > 0 {
            let text =
                if blanks.is_empty() { "format: 1, ".to_owned() } else { format!("{blanks}format: 1,") };
            found.fix("Add `format: 1`", Span::new(after, after), text);
        }
    }

    /// The blanks that follow a place, so that what is inserted lines up with what is there.
    fn blanks(&self, at: usize) -> &'t str {
        let rest = self.tree.text().get(at..).unwrap_or("");
        let blanks = rest.get(..rest.len() - rest.trim_start().len()).unwrap_or("");
        if blanks.contains('\n') { blanks } else { "" }
    }

    /// A value of any kind.
    pub(super) fn value(&mut self, node: Node<'t>, kind: &'static Kind) {
        if node.kind() == NodeKind::Error || self.report.is_full() {
            return;
        }
        match kind {
            Kind::Text | Kind::Name => {
                if node.kind() != NodeKind::String {
                    self.wrong_type(node, kind);
                }
            }
            Kind::Short => match node.as_str() {
                Some(short) if (1..=3).contains(&short.chars().count()) => {}
                Some(short) => {
                    self.report
                        .add(Code::OutOfRange, node.span(), format!("\"{short}\" does not fit on a token"))
                        .help("Use one to three letters");
                }
                None => self.wrong_type(node, kind),
            },
            Kind::Id => match node.as_str() {
                Some(id) if is_valid_id(&id) => {}
                Some(id) => self.bad_id(node, &id),
                None => self.wrong_type(node, kind),
            },
            Kind::Whole(low, high) => self.whole(node, kind, *low, *high),
            Kind::Number(range) => match number_in(node) {
                Some(number) => self.in_range(node, number, range),
                None => self.wrong_type(node, kind),
            },
            Kind::Flag => {
                if node.as_bool().is_none() {
                    self.wrong_type(node, kind);
                }
            }
            Kind::Strength => self.strength(node, kind),
            Kind::Place => self.place(node, kind),
            Kind::Start => self.start(node, kind),
            Kind::Yards(range) => self.yards(node, kind, range),
            Kind::Point => self.point(node, kind),
            Kind::List(inner) => {
                if node.kind() == NodeKind::List {
                    for item in node.items() {
                        self.value(item.value(), inner);
                    }
                } else {
                    self.wrong_type(node, kind);
                }
            }
            Kind::Record(schema) => self.record(node, schema),
            Kind::Choice(choice) => self.choice(node, kind, choice),
        }
    }

    fn bad_id(&mut self, node: Node<'t>, id: &str) {
        let found = self.report.add(Code::BadId, node.span(), format!("\"{id}\" cannot be an id"));
        // Other places are looked for in files of a usual size only: it takes a look at all of it for each id.
        let better = as_id(id).filter(|_| self.tree.text().len() < 64 * 1024);
        match better.filter(|better| self.tree.nodes().all(|n| n.as_str().as_deref() != Some(better))) {
            Some(better) => {
                let edits = self
                    .tree
                    .nodes()
                    .filter(|other| other.as_str().as_deref() == Some(id))
                    .filter(|other| *other == node || is_reference(*other))
                    .map(|other| Edit { span: other.span().into(), text: quote(&better) })
                    .collect();
                found
                    .help("Use lower-case letters and digits, words joined by single hyphens")
                    .patch(format!("Change to \"{better}\""), edits)
            }
            None => found.help("Use lower-case letters and digits, words joined by single hyphens"),
        };
    }

    fn choice(&mut self, node: Node<'t>, kind: &'static Kind, choice: &'static Choice) {
        let (Some(name), Some(name_span)) = (node.name(), node.name_span()) else {
            return self.wrong_type(node, kind);
        };
        if !matches!(node.kind(), NodeKind::Ident | NodeKind::Struct | NodeKind::Tuple | NodeKind::Unit) {
            return self.wrong_type(node, kind);
        }
        let Some(variant) = choice.variants.iter().find(|variant| variant.name == name) else {
            let span: Span = name_span.into();
            let names = choice.variants.iter().map(|variant| variant.name);
            let same_form = choice.variants.iter().filter(|variant| fits(node, variant)).map(|v| v.name);
            let meant = nearest(name, same_form);
            let valid = format!("It must be {}", list(names, "`", " or "));
            self.report
                .add(Code::UnknownVariant, span, format!("There is no {} `{name}`", choice.called))
                .nearest(meant, &valid, span, "");
            return;
        };
        if !fits(node, variant) {
            return self.wrong_variant(node, variant);
        }
        match variant.holds {
            Holds::Nothing => {}
            Holds::Values(kinds) => {
                for (item, kind) in node.items().zip(kinds) {
                    self.value(item.value(), kind);
                }
            }
            Holds::Fields(schema) => self.fields(node, schema),
        }
    }

    fn wrong_variant(&mut self, node: Node<'t>, variant: &Variant) {
        if self.is_damaged(node) {
            return;
        }
        let found = self.report.add(
            Code::WrongType,
            node.span(),
            match variant.holds {
                Holds::Nothing => format!("`{}` takes nothing in parentheses", variant.name),
                Holds::Values(&[_]) => format!("`{}` needs one name in parentheses", variant.name),
                Holds::Values(_) => format!("`{}` needs a name and a number in parentheses", variant.name),
                Holds::Fields(_) => format!("`{}` needs its fields in parentheses", variant.name),
            },
        );
        found.help(format!("Write it as {}", variant.example));
        if matches!(variant.holds, Holds::Nothing) {
            found.fix(format!("Change to {}", variant.name), node.span().into(), variant.name);
        }
    }

    fn wrong_type(&mut self, node: Node<'t>, kind: &Kind) {
        let span: Span = node.span().into();
        let within = |at: Span| span.start <= at.start && at.start <= span.end;
        if self.tree.errors().iter().any(|error| loses(error.kind) && within(error.span.into())) {
            return;
        }
        if let Some(inner) = node.only().filter(|_| node.name() == Some("Some")) {
            let inner = self.tree.slice(inner.span());
            self.report
                .add(Code::WrongType, span, format!("{} takes its value without `Some`", subject(node)))
                .help("Write what stands in `Some( )` alone")
                .fix("Remove `Some( )`", span, inner);
            return;
        }
        let found = self.report.add(
            Code::WrongType,
            span,
            format!("{} must be {}, but this is {}", subject(node), expected(kind), describe(node)),
        );
        let better = converted(node, kind);
        found.help(format!("Write it as {}", better.clone().unwrap_or_else(|| example(kind, ""))));
        if let Some(better) = better {
            found.fix(format!("Change to {better}"), node.span().into(), better);
        }
    }

    /// Whether a syntax error stands directly in `node`, such that something of it may have been lost.
    fn is_damaged(&self, node: Node<'t>) -> bool {
        if self.tree.errors().is_empty() {
            return false;
        }
        let within = |outer: Span, at: Span| outer.start <= at.start && at.start <= outer.end;
        (node.open().is_some() && node.close().is_none())
            || self.tree.errors().iter().filter(|error| loses(error.kind)).any(|error| {
                let at: Span = error.span.into();
                within(node.span().into(), at)
                    && !node.items().any(|item| {
                        let value = item.value();
                        value.kind() != NodeKind::Error && within(value.span().into(), at)
                    })
            })
    }
}

/// Whether a syntax error may have kept something from being read.
pub(super) const fn loses(kind: SyntaxErrorKind) -> bool {
    !matches!(
        kind,
        SyntaxErrorKind::MissingComma
            | SyntaxErrorKind::MissingValue
            | SyntaxErrorKind::BadEscape
            | SyntaxErrorKind::BadNumber
            | SyntaxErrorKind::BadAttribute
            | SyntaxErrorKind::UnknownExtension
    )
}

/// Whether a node has the form that a variant needs.
fn fits(node: Node<'_>, variant: &Variant) -> bool {
    match variant.holds {
        Holds::Nothing => node.kind() == NodeKind::Ident,
        Holds::Values(kinds) => node.kind() == NodeKind::Tuple && node.item_count() == kinds.len(),
        Holds::Fields(_) => {
            node.kind() == NodeKind::Struct || (node.kind() != NodeKind::Ident && node.item_count() == 0)
        }
    }
}

/// What a value belongs to, for the beginning of a message: its field, variant or channel.
fn subject(node: Node<'_>) -> String {
    let mut at = node;
    let mut each = "";
    while let Some(parent) = at.parent() {
        let item = parent.items().find(|item| item.value() == at);
        if let Some(key) = item.and_then(|item| item.key()) {
            return format!("{each}`{key}`");
        }
        if let Some(key) = item.and_then(|item| item.key_node()).and_then(|key| key.as_str()) {
            return format!("The yard of \"{key}\"");
        }
        match (parent.kind(), parent.name()) {
            (NodeKind::Tuple, Some(name)) => return format!("What stands in `{name}`"),
            (NodeKind::Tuple, None) => at = parent,
            (NodeKind::List, _) => {
                each = "Each of ";
                at = parent;
            }
            _ => break,
        }
    }
    "This".into()
}

/// Whether a text names something else, by where it stands.
fn is_reference(node: Node<'_>) -> bool {
    let Some(parent) = node.parent() else { return false };
    match parent.kind() {
        NodeKind::Tuple => parent.name().is_some(),
        NodeKind::List => field_of(parent) == Some("focus"),
        _ => field_of(node) == Some("carrier"),
    }
}

fn field_of(node: Node<'_>) -> Option<&str> {
    node.parent()?.items().find(|item| item.value() == node)?.key()
}
