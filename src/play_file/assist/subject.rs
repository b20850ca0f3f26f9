//! Between places of a text and what can be pointed at.
//!
//! In: a tree and an offset, or a [`Subject`]. Out: the one for the other. Where a thing is only named, not given (a
//! target, a carrier), the place belongs to what names it.

use crate::model::{AssumptionId, ChannelId, PlayerId, Subject};
use crate::play_file::edit::{Named, path_of};
use crate::play_file::tree::{Item, Node, NodeKind, Tree};
use crate::play_file::{DocumentKind, Span};

/// What a caret is in: a player, an assumption, a channel (of a model, or of a plan's or show's start), or else the play. `None`
/// where a plan or model has nothing that can be pointed at, and where there is no document.
#[must_use]
pub fn subject_at(tree: &Tree, offset: usize) -> Option<Subject> {
    let root = tree.root()?;
    let kind = DocumentKind::ALL.into_iter().find(|kind| Some(kind.name()) == root.name())?;
    let whole = (kind == DocumentKind::Play).then_some(Subject::Play);
    let Some(field) = item_at(root, offset) else { return whole };
    let list = field.value();
    let Some(element) = item_at(list, offset) else { return whole };
    let id = || element.value().field("id").and_then(|id| id.as_str()).filter(|id| !id.is_empty());
    let found = match (kind, field.key()?) {
        (DocumentKind::Play, "offense" | "defense") => id().map(|id| Subject::Player(PlayerId::from(&*id))),
        (DocumentKind::Play, "assumptions") => id().map(|id| Subject::Assumption(AssumptionId::from(&*id))),
        (DocumentKind::OperatingModel, "channels") => id().map(|id| Subject::Channel(ChannelId::from(&*id))),
        (DocumentKind::GamePlan | DocumentKind::Show, "start") if list.kind() == NodeKind::Map => {
            let key = element.key_node().and_then(|key| key.as_str());
            key.map(|key| Subject::Channel(ChannelId::from(&*key)))
        }
        _ => None,
    };
    found.or(whole)
}

/// The whole element that gives a thing: a player with all its fields, without the comma behind. `None` if this
/// document does not give it.
#[must_use]
pub fn place_of(tree: &Tree, subject: &Subject) -> Option<Span> {
    let element = |what, id: &str| -> Option<Span> {
        let node = tree.at(&path_of(tree, what, id)?)?;
        Some(node.span().into())
    };
    match subject {
        Subject::Play => {
            let root = tree.root().filter(|root| root.name() == Some(DocumentKind::Play.name()))?;
            Some(root.span().into())
        }
        Subject::Player(id) | Subject::HeadToHead(id) => element(Named::Player, id.as_str()),
        Subject::Assumption(id) => element(Named::Assumption, id.as_str()),
        Subject::Channel(id) => element(Named::Channel, id.as_str()).or_else(|| {
            let start = tree.root()?.field("start").filter(|start| start.kind() == NodeKind::Map)?;
            let mut entries = start.items();
            let entry = entries.find(|entry| {
                entry.key_node().and_then(|key| key.as_str()).is_some_and(|key| key == id.as_str())
            })?;
            Some(entry.span().into())
        }),
    }
}

/// The item at an offset, its comma included; of two that touch there, the second.
fn item_at(node: Node<'_>, offset: usize) -> Option<Item<'_>> {
    let holds = |item: &Item<'_>| {
        let end = item.comma().map_or(item.span().end, |comma| comma.end);
        (item.span().start as usize..=end as usize).contains(&offset)
    };
    node.items().rfind(holds)
}
