//! Any text: the tree prints as it was, its spans nest, and it has errors exactly when `ron` rejects the text.

#![no_main]

use downfield::play_file::tree::{Node, Span, SyntaxErrorKind, Tree};
use libfuzzer_sys::fuzz_target;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

fn check(node: Node<'_>) {
    let span = node.span();
    let mut end = span.start;
    let mut follows = |inner: Span| {
        assert!(end <= inner.start && inner.start <= inner.end && inner.end <= span.end);
        end = inner.end;
    };
    node.name_span().into_iter().for_each(&mut follows);
    node.open().into_iter().for_each(&mut follows);
    for item in node.items() {
        item.key_span().into_iter().for_each(&mut follows);
        for inner in item.key_node().into_iter().chain([item.value()]) {
            follows(inner.span());
            check(inner);
        }
        item.comma().into_iter().for_each(&mut follows);
    }
    node.close().into_iter().for_each(&mut follows);
    let _ = (node.as_str(), node.as_f64(), node.as_i64(), node.as_char(), node.insertion_point());
}

fuzz_target!(|text: &str| {
    let tree = Tree::parse(text);
    assert_eq!(tree.print(), text);
    if let Some(root) = tree.root() {
        check(root);
    }
    for error in tree.errors() {
        assert!(text.get(error.span.range()).is_some());
        assert!(error.fix.as_ref().is_none_or(|fix| text.get(fix.span.range()).is_some()));
    }
    if tree.errors().iter().all(|error| error.kind != SyntaxErrorKind::TooDeep) {
        let read = ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
            .from_str::<IgnoredAny>(text.strip_prefix('\u{feff}').unwrap_or(text));
        assert_eq!(read.is_ok(), tree.errors().is_empty(), "{read:?} {:#?}", tree.errors());
    }
});
