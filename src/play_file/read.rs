//! From text to a typed document and every problem in it.
//!
//! In: bytes, and a [`Lookup`] for the names of other files. Out: a [`Reading`]. The way: bytes, text, lossless tree,
//! a walk against the schema, what only the whole document can tell, and, if nothing was wrong, the typed reading by
//! `ron`, which has the last word. Nothing here touches files.

use std::sync::Arc;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::problem::{Code, Span};
use super::report::{BYTE_ORDER_MARK, Report, offset_of};
use super::shape::Walk;
use super::tree::{Node, NodeKind, SyntaxError, SyntaxErrorKind, Tree};
use super::{Problem, checks, nearest, schema};
use crate::model::{GamePlan, Ink, ModelId, OperatingModel, Play, PlayId, Show, WorkshopRecord};

/// What a file can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// `Play( … )`.
    Play,
    /// `GamePlan( … )`.
    GamePlan,
    /// `OperatingModel( … )`.
    OperatingModel,
    /// `Show( … )`.
    Show,
    /// `WorkshopRecord( … )`.
    WorkshopRecord,
    /// `Ink( … )`.
    Ink,
}

impl DocumentKind {
    /// The name such a file begins with.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.schema().name
    }

    /// What it is in a sentence, such as `game plan`.
    #[must_use]
    pub const fn called(self) -> &'static str {
        self.schema().called
    }

    /// What a text begins as, whether or not it is good: for sorting files before they are read.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        let name = first_name(text);
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A document without errors.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A tactic.
    Play(Arc<Play>),
    /// A sequence of plays.
    GamePlan(Arc<GamePlan>),
    /// A field.
    OperatingModel(Arc<OperatingModel>),
    /// A session's programme.
    Show(Arc<Show>),
    /// What a room said.
    WorkshopRecord(Arc<WorkshopRecord>),
    /// What was drawn by hand.
    Ink(Arc<Ink>),
}

impl Document {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        match self {
            Self::Play(_) => DocumentKind::Play,
            Self::GamePlan(_) => DocumentKind::GamePlan,
            Self::OperatingModel(_) => DocumentKind::OperatingModel,
            Self::Show(_) => DocumentKind::Show,
            Self::WorkshopRecord(_) => DocumentKind::WorkshopRecord,
            Self::Ink(_) => DocumentKind::Ink,
        }
    }
}

/// What reading a text came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The document, if the text has no errors.
    pub document: Option<Document>,
    /// Everything wrong with it, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Where names that point to other files are looked up.
pub trait Lookup {
    /// The operating model of that name.
    fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>>;

    /// The play of that name.
    fn play(&self, id: &PlayId) -> Option<Arc<Play>>;

    /// The game plan of that name.
    fn plan(&self, id: &PlayId) -> Option<Arc<GamePlan>>;

    /// Every name that could be meant, for the nearest match: models, then plays.
    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>);

    /// The same for game plans.
    fn plan_names(&self) -> Vec<PlayId>;
}

/// Reads `bytes` as one of our documents; `file` is how the user named it, `expected` the kind that was asked for.
///
/// Spans are bytes of the whole file, a byte-order mark included. All problems come at once, in the order of the text;
/// [`Reading::document`] is there exactly if none of them is an error.
#[must_use]
pub fn read(bytes: &[u8], file: &str, expected: Option<DocumentKind>, lookup: &dyn Lookup) -> Reading {
    let mut report = Report::default();
    if bytes.len() > schema::MAX_BYTES {
        report
            .add(
                Code::TooLarge,
                Span::default(),
                format!("The file has {} bytes, too many to read", bytes.len()),
            )
            .help(format!("A file may have at most {} bytes; split it into several", schema::MAX_BYTES));
        return Reading { document: None, problems: report.into_problems("", file) };
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = error.valid_up_to();
            let readable = bytes.get(..good).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
            let end = error.error_len().map_or(bytes.len(), |length| good + length);
            report
                .add(Code::Encoding, Span::new(good, end), "The file is not UTF-8 text")
                .help("Save it with the encoding UTF-8");
            let mut problems = report.into_problems(readable, file);
            // What cannot be read counts as one character.
            for problem in &mut problems {
                problem.end.column += 1;
            }
            return Reading { document: None, problems };
        }
    };
    let document = read_text(text, expected, lookup, &mut report);
    let document = document.filter(|_| !report.has_errors());
    Reading { document, problems: report.into_problems(text, file) }
}

fn read_text(
    text: &str,
    expected: Option<DocumentKind>,
    lookup: &dyn Lookup,
    report: &mut Report,
) -> Option<Document> {
    let tree = Tree::parse(text);
    let kind = document_kind(&tree, expected, report);
    // How another program's file is written is not for us to say.
    let foreign = kind.is_none() && report.has_errors() && tree.root().is_some_and(is_no_record_of_ours);
    let unclosed = if foreign { None } else { syntax(&tree, report) };
    let kind = kind?;
    let root = tree.root()?;
    if !checks::is_supported(root, kind.schema(), report) {
        return None;
    }
    let mut walk = Walk::new(&tree, kind, report);
    walk.document(root);
    let stray = walk.into_stray();
    if let (Some(stray), Some(unclosed)) = (stray, unclosed.and_then(|index| report.at(index))) {
        stray.explain(unclosed);
    }
    match kind {
        DocumentKind::Play => checks::play(&tree, root, lookup, report),
        DocumentKind::GamePlan => checks::game_plan(&tree, root, lookup, report),
        DocumentKind::OperatingModel => checks::operating_model(&tree, root, report),
        DocumentKind::Show => checks::show(&tree, root, lookup, report),
        DocumentKind::WorkshopRecord => checks::workshop_record(root, report),
        DocumentKind::Ink => checks::ink(root, report),
    }
    if report.has_errors() {
        return None;
    }
    match kind {
        DocumentKind::Play => typed(text, report).map(Document::Play),
        DocumentKind::GamePlan => typed(text, report).map(Document::GamePlan),
        DocumentKind::OperatingModel => typed(text, report).map(Document::OperatingModel),
        DocumentKind::Show => typed(text, report).map(Document::Show),
        DocumentKind::WorkshopRecord => typed(text, report).map(Document::WorkshopRecord),
        DocumentKind::Ink => typed(text, report).map(Document::Ink),
    }
}

/// How `ron` reads our files.
#[must_use]
pub fn ron_options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
}

/// The typed reading. What `ron` refuses although nothing was found wrong is a problem like any other.
fn typed<T: DeserializeOwned>(text: &str, report: &mut Report) -> Option<Arc<T>> {
    let marked = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let refused = match ron_options().from_str::<T>(marked) {
        Ok(document) => return Some(Arc::new(document)),
        Err(refused) => refused,
    };
    let skipped = text.len() - marked.len();
    let start = offset_of(marked, refused.span.start.line, refused.span.start.col);
    let end = offset_of(marked, refused.span.end.line, refused.span.end.col).max(start);
    let span = Span::new(start + skipped, end + skipped);
    let found = report.add(Code::WrongType, span, format!("This cannot be read: {}", refused.code));
    if let Some(path) = path_of_refusal::<T>(marked) {
        found.help(format!("Look at `{path}`"));
    }
    None
}

/// Where in the document `ron` stopped, such as `offense[0].strength`.
fn path_of_refusal<T: DeserializeOwned>(text: &str) -> Option<String> {
    let mut deserializer = ron::Deserializer::from_str_with_options(text, &ron_options()).ok()?;
    let path = serde_path_to_error::deserialize::<_, T>(&mut deserializer).err()?.path().to_string();
    (path != ".").then_some(path)
}

/// What the tree could not read. Comes back with the index of an unclosed bracket, if that is all that is wrong.
fn syntax(tree: &Tree, report: &mut Report) -> Option<usize> {
    for error in tree.errors().iter().filter(|error| !is_aftermath(tree, error)) {
        let code = match error.kind {
            SyntaxErrorKind::TooDeep | SyntaxErrorKind::TooLong => Code::TooLarge,
            _ => Code::Syntax,
        };
        let found = report.add(code, error.span, sentence(&error.message));
        if let Some(help) = &error.help {
            found.help(sentence(help));
        }
        if let Some(fix) = &error.fix {
            let label = if fix.replacement.trim().is_empty() {
                format!("Remove `{}`", tree.slice(fix.span))
            } else if fix.span.is_empty() {
                format!("Add `{}`", fix.replacement.trim())
            } else {
                format!("Change to `{}`", fix.replacement.trim())
            };
            found.fix(label, fix.span.into(), fix.replacement.clone());
        }
    }
    match tree.errors() {
        [only] if only.kind == SyntaxErrorKind::Unclosed => report.last_index(),
        _ => None,
    }
}

/// Whether a missing comma is part of a bracket that was not closed before it, and is added with that.
fn is_aftermath(tree: &Tree, error: &SyntaxError) -> bool {
    error.kind == SyntaxErrorKind::MissingComma
        && tree.errors().iter().filter(|other| other.kind == SyntaxErrorKind::Unclosed).any(|other| {
            other.fix.as_ref().is_some_and(|fix| {
                let between = tree.text().get(fix.span.end as usize..error.span.start as usize);
                fix.replacement.ends_with(',') && between.is_some_and(|between| between.trim().is_empty())
            })
        })
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Which document it is, by the name it begins with.
fn document_kind(tree: &Tree, expected: Option<DocumentKind>, report: &mut Report) -> Option<DocumentKind> {
    let root = tree.root().filter(|root| root.kind() != NodeKind::Error)?;
    let ours =
        "A file begins with `Play(`, `GamePlan(`, `OperatingModel(`, `Show(`, `WorkshopRecord(` or `Ink(`";
    let span: Span = root.name_span().unwrap_or(root.span()).into();
    let kind = root.name().and_then(|name| DocumentKind::ALL.into_iter().find(|kind| kind.name() == name));
    match (kind, expected, root.name()) {
        (Some(kind), Some(expected), _) if kind != expected => {
            report
                .add(
                    Code::WrongDocument,
                    span,
                    format!("This is {}, but {} was asked for", a(kind.called()), a(expected.called())),
                )
                .help(match kind {
                    DocumentKind::Show => {
                        format!("Choose a file that begins with `{}(`; the show names some", expected.name())
                    }
                    _ => format!("Choose a file that begins with `{}(`", expected.name()),
                });
            None
        }
        (Some(kind), ..) => Some(kind),
        (None, _, Some(name)) => {
            let meant = nearest::nearest(name, DocumentKind::ALL.map(DocumentKind::name));
            report
                .add(Code::WrongDocument, span, format!("`{name}` is not a document of ours"))
                .nearest(meant, ours, span, "");
            DocumentKind::ALL.into_iter().find(|kind| Some(kind.name()) == meant)
        }
        (None, _, None) => {
            let guess = guess(tree).or(expected.filter(|_| root.open().is_some()));
            let start = Span::new(span.start, root.open().map_or(span.end, |open| open.end as usize));
            let found = report.add(Code::WrongDocument, start, "The file does not say what it is");
            found.help(ours);
            if let Some(kind) = guess {
                let at = Span::new(span.start, span.start);
                found.fix(format!("Add `{}`", kind.name()), at, kind.name());
            }
            guess
        }
    }
}

/// Whether a document has another name than ours, or is nothing that could have one.
/// With its article: "a play", "an operating model".
fn a(called: &str) -> String {
    let article = if called.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {called}")
}

fn is_no_record_of_ours(root: Node<'_>) -> bool {
    root.name().is_some() || !matches!(root.kind(), NodeKind::Struct | NodeKind::Tuple | NodeKind::Unit)
}

/// What a document without a name seems to be, by fields only one kind has.
fn guess(tree: &Tree) -> Option<DocumentKind> {
    let root = tree.root()?;
    let has = |name| root.field(name).is_some();
    if has("ball") || has("offense") || has("defense") {
        Some(DocumentKind::Play)
    } else if has("items") {
        Some(DocumentKind::Show)
    } else if ["fronts", "guesses", "switched", "judged", "arguments", "decisions"].into_iter().any(has) {
        Some(DocumentKind::WorkshopRecord)
    } else if has("pages") {
        Some(DocumentKind::Ink)
    } else if has("calls") || has("start") {
        Some(DocumentKind::GamePlan)
    } else if has("channels") {
        Some(DocumentKind::OperatingModel)
    } else {
        None
    }
}

/// The name a text begins with, after comments, blanks and attributes; empty if there is none.
fn first_name(text: &str) -> &str {
    let mut rest = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    loop {
        rest = rest.trim_start();
        let after = if rest.starts_with("//") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else if rest.starts_with('#') {
            rest.find(']').map(|end| end + 1)
        } else {
            break;
        };
        let Some(next) = after.and_then(|after| rest.get(after..)) else { return "" };
        rest = next;
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}
