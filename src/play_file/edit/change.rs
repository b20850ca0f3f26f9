//! What can be changed in a document, and the way from there to a text edit.
//!
//! In: a text and [`Change`]s. Out: one [`TextEdit`] that makes them all, or the reason why not. A change is checked
//! against the schema before it is made; the text that comes of it is read again and checked for ids, numbers of things
//! and size.

use super::error::EditError;
use super::items::{Beside, New, Piece, insert, remove};
use super::place::{Inside, Place, document, find, no_such_place};
use super::rename::{Named, rename};
use super::set::{move_item, step};
use super::text_edit::TextEdit;
use super::value::{FieldValue, Value};
use super::{after, fits};
use crate::play_file::problem::Edit;
use crate::play_file::schema::{Kind, Need};
use crate::play_file::tree::{Node, NodeKind, NodePath, Segment, Tree};

/// Where an element of a list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Before the element of this number, from 0.
    Before(usize),
    /// Behind the element of this number, from 0.
    After(usize),
    /// Behind all others.
    End,
}

/// One change of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Makes a place say a value: a field of a record, an element of a list, one of a tuple's numbers, a map's entry. A
    /// field that is not there is added where the schema has it. A record or list changes only where it differs.
    Set {
        /// Such as `offense[2].strength`.
        path: NodePath,
        /// What it is to be.
        value: Value,
    },
    /// Takes an optional field out; nothing happens if it is not there.
    Clear {
        /// Such as `offense[2].note`.
        path: NodePath,
    },
    /// Puts an element into a list; a list that is not there is added.
    Insert {
        /// The list, such as `defense`.
        list: NodePath,
        /// Where in it.
        at: At,
        /// The element.
        value: Value,
    },
    /// Takes an element out of a list, with its comments. What refers to it stays as it is.
    Remove {
        /// The list.
        list: NodePath,
        /// The element, from 0.
        index: usize,
    },
    /// Moves an element within its list, with its comments.
    Move {
        /// The list.
        list: NodePath,
        /// The element, from 0.
        from: usize,
        /// Its number afterwards.
        to: usize,
    },
    /// Puts a copy of an element behind it, without the comments around it.
    Duplicate {
        /// The list.
        list: NodePath,
        /// The element, from 0.
        index: usize,
        /// The copy's id, where elements have one.
        id: Option<String>,
    },
    /// Gives something another id, wherever the file names it.
    Rename {
        /// What it is.
        what: Named,
        /// Its id so far.
        from: String,
        /// Its new id.
        to: String,
    },
}

impl Change {
    /// Sets a place to a value.
    #[must_use]
    pub fn set(path: NodePath, value: impl Into<Value>) -> Self {
        Self::Set { path, value: value.into() }
    }

    /// Puts an element into a list.
    #[must_use]
    pub fn insert(list: NodePath, at: At, value: impl Into<Value>) -> Self {
        Self::Insert { list, at, value: value.into() }
    }
}

/// The edit of `text` that makes all of `changes`, one after the other; nothing happens unless all can be made.
///
/// # Errors
/// Any [`EditError`]: a text with syntax errors, a place that is not there, a value that the schema does not allow, an
/// id used twice, too many things. References to what is not there are no error here: reading reports them.
pub fn edit(text: &str, changes: &[Change]) -> Result<TextEdit, EditError> {
    let before = Tree::parse(text);
    if let Some(error) = before.errors().first() {
        let line = 1 + text.get(..error.span.start as usize).unwrap_or("").matches('\n').count();
        return Err(EditError::Syntax { line });
    }
    document(&before)?;
    let mut editing = Editing { tree: before.clone(), done: TextEdit::default() };
    for change in changes {
        editing.change(change)?;
    }
    if !editing.done.is_empty() {
        after::check(&before, &editing.tree)?;
    }
    Ok(editing.done)
}

/// More steps than this to one place's value are a mistake of ours.
const MAX_STEPS: usize = 20_000;

/// A text on its way.
struct Editing {
    tree: Tree,
    done: TextEdit,
}

impl Editing {
    fn apply(&mut self, edit: &TextEdit) -> Result<(), EditError> {
        if edit.is_empty() {
            return Ok(());
        }
        self.tree = Tree::from_arc(edit.apply(self.tree.text())?.into());
        self.done = self.done.compose(edit)?;
        Ok(())
    }

    fn change(&mut self, change: &Change) -> Result<(), EditError> {
        let edit = match change {
            Change::Set { path, value } => return self.set(path, value),
            Change::Clear { path } => clear(&self.tree, path)?,
            Change::Insert { list, at, value } => return self.insert(list, *at, value),
            Change::Remove { list, index } => {
                let (node, _) = element(&self.tree, list, *index)?;
                remove(node, *index)?
            }
            Change::Move { list, from, to } => {
                let (node, _) = element(&self.tree, list, *from)?;
                element(&self.tree, list, *to)?;
                move_item(node, *from, *to)?
            }
            Change::Duplicate { list, index, id } => duplicate(&self.tree, list, *index, id.as_deref())?,
            Change::Rename { what, from, to } => rename(&self.tree, *what, from, to)?,
        };
        self.apply(&edit)
    }

    fn set(&mut self, path: &NodePath, value: &Value) -> Result<(), EditError> {
        let (path, value) = within_what_is_there(&self.tree, path, value.clone())?;
        let Place { kind, .. } = find(&self.tree, &path)?;
        fits::check(&value, &kind, &path)?;
        for _ in 0..MAX_STEPS {
            let edit = step(&self.tree, &path, &value)?;
            if edit.is_empty() {
                return Ok(());
            }
            self.apply(&edit)?;
        }
        Err(EditError::Unreadable)
    }

    fn insert(&mut self, list: &NodePath, at: At, value: &Value) -> Result<(), EditError> {
        let Place { node, kind, .. } = find(&self.tree, list)?;
        let Kind::List(inner) = kind else { return Err(no_such_place(list)) };
        let count = node.map_or(0, |node| node.item_count());
        let (index, beside) = match at {
            At::Before(index) => (index, Beside::Before(index)),
            At::After(index) => (index, Beside::After(index)),
            At::End => (count, Beside::End),
        };
        let place = list.clone().index(index);
        if index >= count && at != At::End {
            return Err(no_such_place(&place));
        }
        let Some(node) = node else { return self.set(list, &Value::List(vec![value.clone()])) };
        if node.kind() != NodeKind::List {
            return Err(no_such_place(list));
        }
        fits::check(value, inner, &place)?;
        let edit = insert(node, beside, New::Value { key: "", value })?;
        self.apply(&edit)
    }
}

/// The place and value to set where the record that the place is in is not there yet and may be left out: that record.
fn within_what_is_there(tree: &Tree, path: &NodePath, value: Value) -> Result<(NodePath, Value), EditError> {
    let Some((Segment::Field(name), outer)) = path.segments().split_last() else {
        return Ok((path.clone(), value));
    };
    let outer: NodePath = outer.iter().cloned().collect();
    let Ok(Place { node: None, inside: Some(Inside { field: Some(_), .. }), kind: Kind::Record(schema) }) =
        find(tree, &outer)
    else {
        return Ok((path.clone(), value));
    };
    let field = schema.fields.iter().find(|field| field.name == name).ok_or_else(|| no_such_place(path))?;
    let field = FieldValue { name: field.name, value: Some(value), is_default: false };
    Ok((outer, Value::Record(None, vec![field])))
}

fn clear(tree: &Tree, path: &NodePath) -> Result<TextEdit, EditError> {
    let Place { inside, .. } = find(tree, path)?;
    let Some(Inside { parent, item, field: Some((field, _)) }) = inside else {
        return Err(no_such_place(path));
    };
    if field.need == Need::Required {
        return Err(fits::required(path));
    }
    item.map_or_else(|| Ok(TextEdit::default()), |item| remove(parent, item.index()))
}

/// A list and one of its elements.
fn element<'t>(tree: &'t Tree, list: &NodePath, index: usize) -> Result<(Node<'t>, Node<'t>), EditError> {
    let Place { node, kind, .. } = find(tree, list)?;
    let node = node.filter(|node| matches!(kind, Kind::List(_)) && node.kind() == NodeKind::List);
    let node = node.ok_or_else(|| no_such_place(list))?;
    let item = node.item(index).ok_or_else(|| no_such_place(&list.clone().index(index)))?;
    Ok((node, item.value()))
}

fn duplicate(tree: &Tree, list: &NodePath, index: usize, id: Option<&str>) -> Result<TextEdit, EditError> {
    let (node, element) = element(tree, list, index)?;
    let mut copy = element.text().to_owned();
    match (element.field("id"), id) {
        (Some(old), Some(id)) => {
            fits::check(&id.into(), &Kind::Id, &list.clone().index(index).field("id"))?;
            let at = element.span().start as usize;
            let span = old.span().range();
            let edit = Edit {
                span: crate::play_file::Span::new(span.start - at, span.end - at),
                text: super::write::quoted(id),
            };
            copy = TextEdit::new([edit])?.apply(&copy)?;
        }
        (None, Some(_)) => return Err(no_such_place(&list.clone().index(index).field("id"))),
        (_, None) => {}
    }
    insert(node, Beside::After(index), New::Piece(Piece::text(copy)))
}
