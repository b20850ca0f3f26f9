//! A handout as a PDF: vector, with text that can be selected, and tagged so that it can be read aloud.
//!
//! The file is checked against PDF/UA-1 while it is written. The same handout always gives the same bytes: no date is in
//! it and no number by chance.

use std::num::NonZeroU16;

use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point as PdfPoint, Rect as PdfRect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page as PdfPage, PageSettings};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::{Handout, Leads, Page, Part, Row};
use crate::picture::pdf::{Lettering, draw_scene, draw_shape};
use crate::picture::{Point, Rect, Shape};

/// What it is written in.
const LANGUAGE: &str = "en-GB";

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The bundled fonts cannot be used.
    #[error("the fonts of the handout cannot be read")]
    Fonts,
    /// The pages have no size.
    #[error("a page of {0} by {1} points cannot be made")]
    Size(f32, f32),
    /// The file format refused.
    #[error("the handout could not be written: {0}")]
    Write(String),
}

/// The handout as a PDF file.
///
/// # Errors
/// If the fonts cannot be read or the library refuses what it is given.
pub fn pdf(handout: &Handout) -> Result<Vec<u8>, PdfError> {
    let lettering = Lettering::new().ok_or(PdfError::Fonts)?;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Write(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for page in &handout.pages {
        for node in draw(&mut document, page, handout, &lettering)? {
            tree.push(node);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(handout));
    let title = if handout.title.trim().is_empty() { "Handout" } else { &handout.title };
    let metadata = Metadata::new()
        .title(plain(title))
        .language(LANGUAGE.to_owned())
        .creator(concat!("Downfield ", env!("CARGO_PKG_VERSION")).to_owned());
    let metadata = match handout.summary.trim() {
        "" => metadata,
        summary => metadata.description(plain(summary)),
    };
    document.set_metadata(metadata);
    document.finish().map_err(|error| PdfError::Write(error.to_string()))
}

/// A text as what describes a file may have it: without control characters.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c })
        .collect()
}

/// What was drawn, before links can be laid over it.
enum Drawn<'a> {
    Node(Node),
    Contents(Vec<(Identifier, &'a Leads)>),
}

/// Draws a page; gives its part of the tree of tags.
fn draw(
    document: &mut Document,
    page: &Page,
    handout: &Handout,
    lettering: &Lettering,
) -> Result<Vec<Node>, PdfError> {
    let (width, height) = handout.size;
    let settings = PageSettings::from_wh(width, height).ok_or(PdfError::Size(width, height))?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    if let Some(color) = handout.backdrop {
        let rect = Rect::new(0.0, 0.0, width, height);
        let shape = Shape::Rect { rect, corner: 0.0, fill: Some(color), stroke: None };
        ornament(&mut surface, &[shape], ArtifactType::Layout, lettering);
    }
    let mut drawn: Vec<Drawn<'_>> = Vec::new();
    for part in &page.parts {
        drawn.extend(draw_part(&mut surface, part, lettering));
    }
    surface.finish();
    let nodes = drawn.into_iter().map(|drawn| match drawn {
        Drawn::Node(node) => node,
        Drawn::Contents(lines) => contents(&mut sheet, &lines),
    });
    let nodes = nodes.collect();
    sheet.finish();
    Ok(nodes)
}

fn draw_part<'a>(surface: &mut Surface<'_>, part: &'a Part, lettering: &Lettering) -> Option<Drawn<'a>> {
    let node = match part {
        Part::Heading { level, text, shapes } => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            let words = words(surface, shapes, lettering);
            TagGroup::with_children(Tag::Hn(level, Some(text.clone())), vec![Node::Leaf(words)])
        }
        Part::Text(shapes) => {
            let words = words(surface, shapes, lettering);
            TagGroup::with_children(Tag::P, vec![Node::Leaf(words)])
        }
        Part::Picture { scene, at, told } => {
            let id = surface.start_tagged(ContentTag::Other);
            draw_scene(surface, scene, Point { x: at.min.x, y: at.min.y }, lettering);
            surface.end_tagged();
            TagGroup::with_children(Tag::Figure(Some(told.clone())), vec![Node::Leaf(id)])
        }
        Part::Table(rows) => table(surface, rows, lettering),
        Part::Contents(lines) => {
            let lines = lines.iter().map(|line| (words(surface, &line.shapes, lettering), line));
            return Some(Drawn::Contents(lines.collect()));
        }
        Part::Ornament(shapes) => {
            ornament(surface, shapes, ArtifactType::PaginationOther, lettering);
            return None;
        }
    };
    Some(Drawn::Node(Node::Group(node)))
}

fn words(surface: &mut Surface<'_>, shapes: &[Shape], lettering: &Lettering) -> Identifier {
    let id = surface.start_tagged(ContentTag::Other);
    for shape in shapes {
        draw_shape(surface, shape, 1.0, lettering);
    }
    surface.end_tagged();
    id
}

fn ornament(surface: &mut Surface<'_>, shapes: &[Shape], kind: ArtifactType, lettering: &Lettering) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    for shape in shapes {
        draw_shape(surface, shape, 1.0, lettering);
    }
    surface.end_tagged();
}

fn table(surface: &mut Surface<'_>, rows: &[Row], lettering: &Lettering) -> TagGroup {
    let mut table = TagGroup::new(Tag::Table);
    let mut body = TagGroup::new(Tag::TBody);
    for (number, row) in rows.iter().enumerate() {
        let mut set = TagGroup::new(Tag::TR);
        for (column, cell) in row.iter().enumerate() {
            let leaf = vec![Node::Leaf(words(surface, cell, lettering))];
            set.push(match (number, column) {
                (0, _) => TagGroup::with_children(Tag::TH(TableHeaderScope::Column), leaf),
                (_, 0) => TagGroup::with_children(Tag::TH(TableHeaderScope::Row), leaf),
                _ => TagGroup::with_children(Tag::TD, leaf),
            });
        }
        if number == 0 {
            table.push(TagGroup::with_children(Tag::THead, vec![Node::Group(set)]));
        } else {
            body.push(set);
        }
    }
    table.push(body);
    table
}

/// Lays links over the lines of the contents.
fn contents(sheet: &mut PdfPage<'_>, lines: &[(Identifier, &Leads)]) -> Node {
    let mut toc = TagGroup::new(Tag::TOC);
    for (words, line) in lines {
        let area = &line.area;
        let rect = PdfRect::from_ltrb(area.min.x, area.min.y, area.max.x, area.max.y);
        let mut children = Vec::new();
        if let Some(rect) = rect {
            let to = XyzDestination::new(line.page, PdfPoint::from_xy(0.0, 0.0));
            let link = LinkAnnotation::new(rect, Target::Destination(to.into()));
            let told = format!("{}, page {}", line.text, line.page + 1);
            children.push(Node::Leaf(sheet.add_tagged_annotation(Annotation::new_link(link, Some(told)))));
        }
        children.push(Node::Leaf(*words));
        let link = TagGroup::with_children(Tag::Link, children);
        let reference = TagGroup::with_children(Tag::Reference, vec![Node::Group(link)]);
        toc.push(TagGroup::with_children(Tag::TOCI, vec![Node::Group(reference)]));
    }
    Node::Group(toc)
}

/// The list of pages that readers show beside a file.
fn outline(handout: &Handout) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (at, page) in handout.pages.iter().enumerate() {
        let Some((level, text)) = &page.entry else { continue };
        let text = if text.trim().is_empty() { format!("Page {}", at + 1) } else { text.clone() };
        let node = OutlineNode::new(text, XyzDestination::new(at, PdfPoint::from_xy(0.0, 0.0)));
        match &mut open {
            Some(parent) if *level > 1 => parent.push_child(node),
            _ => {
                if let Some(before) = open.replace(node) {
                    outline.push_child(before);
                }
            }
        }
    }
    if let Some(last) = open {
        outline.push_child(last);
    }
    outline
}
