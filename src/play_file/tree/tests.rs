//! The laws of the tree: it prints as it was, its spans nest, and `ron` reads a text exactly when it has no errors.
//!
//! More cases: `PROPTEST_CASES=200000 cargo test tree`.

mod corners;
mod generated;

use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use super::SyntaxErrorKind as Kind;
use super::*;

/// A shipped play, as it once was.
const PLAY: &str = include_str!("tests/exemplar.ron");

fn ron_reads(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES)
        .from_str::<IgnoredAny>(text)
        .is_ok()
}

fn check_node(tree: &Tree, node: Node<'_>) {
    let span = node.span();
    assert!(tree.text().get(span.range()).is_some(), "{span:?}");
    let mut end = span.start;
    let mut follows = |inner: Span| {
        assert!(
            end <= inner.start && inner.start <= inner.end && inner.end <= span.end,
            "{inner:?} {end} {span:?}"
        );
        end = inner.end;
    };
    if let Some(name) = node.name_span() {
        follows(name);
    }
    if let Some(open) = node.open() {
        follows(open);
    }
    for item in node.items() {
        if let Some(key) = item.key_span() {
            follows(key);
        }
        for inner in item.key_node().into_iter().chain([item.value()]) {
            follows(inner.span());
            assert_eq!(inner.parent(), Some(node));
            check_node(tree, inner);
        }
        if let Some(comma) = item.comma() {
            assert_eq!(tree.slice(comma), ",");
            follows(comma);
        }
    }
    if let Some(close) = node.close() {
        assert!(matches!(tree.slice(close), ")" | "]" | "}"));
        follows(close);
        assert_eq!(close.end, span.end);
    }
}

/// Everything that holds for any text.
fn check(text: &str) -> Tree {
    let tree = Tree::parse(text);
    assert_eq!(tree.print(), text);
    if let Some(root) = tree.root() {
        check_node(&tree, root);
    }
    for error in tree.errors() {
        assert!(text.get(error.span.range()).is_some(), "{error:?}");
        if let Some(fix) = &error.fix {
            assert!(text.get(fix.span.range()).is_some(), "{error:?}");
        }
    }
    for node in tree.nodes() {
        let _ = (node.as_str(), node.as_f64(), node.as_i64(), node.as_char(), node.insertion_point());
        if tree.errors().is_empty() {
            match node.kind() {
                NodeKind::String => assert!(node.as_str().is_some()),
                NodeKind::Char => assert!(node.as_char().is_some()),
                NodeKind::Error => panic!("an error node without an error"),
                _ => (),
            }
        }
    }
    for offset in 0..=text.len().min(64) {
        let _ = tree.node_at(offset);
    }
    // The one exception: nested deeper than the limit is ours to reject.
    if tree.errors().iter().all(|e| e.kind != SyntaxErrorKind::TooDeep) {
        let read = ron_reads(text);
        assert_eq!(read, tree.errors().is_empty(), "{text:?}\nron reads it: {read}\n{:#?}", tree.errors());
    }
    tree
}

/// One mistake each: its kind, what stands at the fix-applied text, and a place that is still read.
const MISTAKES: &[(&str, SyntaxErrorKind, Option<&str>, &str)] = &[
    ("A(a: 1 b: 2)", Kind::MissingComma, Some("A(a: 1, b: 2)"), "b = 2"),
    ("A(a: 1\n  b: 2)", Kind::MissingComma, Some("A(a: 1,\n  b: 2)"), "b = 2"),
    ("A(a: 1; b: 2)", Kind::MissingComma, Some("A(a: 1, b: 2)"), "b = 2"),
    ("A(a: 1,, b: 2)", Kind::StrayCharacter, Some("A(a: 1, b: 2)"), "b = 2"),
    ("A(a: [1 2], b: 2)", Kind::MissingComma, Some("A(a: [1, 2], b: 2)"), "a[1] = 2"),
    ("A(a = 1, b: 2)", Kind::MissingColon, Some("A(a : 1, b: 2)"), "a = 1"),
    ("A(a \"x\", b: 2)", Kind::MissingColon, Some("A(a: \"x\", b: 2)"), "a = \"x\""),
    ("A(b: 2, a \"x\")", Kind::MissingColon, Some("A(b: 2, a: \"x\")"), "a = \"x\""),
    ("A(\"a\": 1, b: 2)", Kind::BadName, Some("A(a: 1, b: 2)"), "a = 1"),
    ("A(step-back: 1, b: 2)", Kind::BadName, Some("A(step_back: 1, b: 2)"), "b = 2"),
    ("A(a: , b: 2)", Kind::MissingValue, None, "b = 2"),
    ("A(a:\n  b: 2)", Kind::MissingValue, None, "b = 2"),
    ("A(a: 1, 7, b: 2)", Kind::MissingFieldName, None, "b = 2"),
    ("A(a: @, b: 2)", Kind::StrayCharacter, None, "b = 2"),
    ("A(a: “x y”, b: 2)", Kind::StrayCharacter, Some("A(a: \"x y\", b: 2)"), "b = 2"),
    ("A(a: «x», b: 2)", Kind::StrayCharacter, Some("A(a: \"x\", b: 2)"), "b = 2"),
    ("A(a:\u{a0}1, b: 2)", Kind::StrayCharacter, Some("A(a: 1, b: 2)"), "a = 1"),
    ("A(\u{200b}a: 1, b: 2)", Kind::StrayCharacter, Some("A(a: 1, b: 2)"), "a = 1"),
    ("A(a: 1, b: 2)\u{a0}", Kind::StrayCharacter, Some("A(a: 1, b: 2) "), "b = 2"),
    ("A(@ a: 1, b: 2)", Kind::StrayCharacter, None, "b = 2"),
    ("@ A(a: 1, b: 2)", Kind::StrayCharacter, None, "b = 2"),
    ("A(a: 5yards, b: 2)", Kind::BadNumber, None, "b = 2"),
    ("A(a: 1.2.3, b: 2)", Kind::BadNumber, None, "b = 2"),
    ("A(a: 'text', b: 2)", Kind::BadCharacter, Some("A(a: \"text\", b: 2)"), "b = 2"),
    ("A(a: \"C:\\play\", b: 2)", Kind::BadEscape, None, "b = 2"),
    ("A(a: \"x,\n  b: \"y\")", Kind::UnclosedString, Some("A(a: \"x\",\n  b: \"y\")"), "b = \"y\""),
    ("A(\n  b: 2,\n  a: \"x)\n", Kind::UnclosedString, Some("A(\n  b: 2,\n  a: \"x\")\n"), "b = 2"),
    ("A(b: 2, a: [(c: 1)", Kind::Unclosed, Some("A(b: 2, a: [(c: 1)])"), "a[0].c = 1"),
    ("A(a: [1, 2, b: 2)", Kind::Unclosed, Some("A(a: [1, 2,], b: 2)"), "b = 2"),
    ("A(a: [c: 1, d: 2], b: 2)", Kind::UnexpectedFieldName, None, "b = 2"),
    ("A(\n  a: [\n    1,\n  b: 2,\n)", Kind::Unclosed, Some("A(\n  a: [\n    1,],\n  b: 2,\n)"), "b = 2"),
    ("A(a: [(c: 1, (c: 2)], b: 2)", Kind::Unclosed, Some("A(a: [(c: 1,), (c: 2)], b: 2)"), "a[1].c = 2"),
    ("A(a: [(c: 1], b: 2)", Kind::Unclosed, Some("A(a: [(c: 1)], b: 2)"), "b = 2"),
    (
        "A(a: [(c: 1)), (c: 2)], b: 2)",
        Kind::UnexpectedClose,
        Some("A(a: [(c: 1), (c: 2)], b: 2)"),
        "a[1].c = 2",
    ),
    ("A(a: [(c: 1) ) ], b: 2)", Kind::UnexpectedClose, Some("A(a: [(c: 1)  ], b: 2)"), "b = 2"),
    ("A(a: 1)), b: 2)", Kind::UnexpectedClose, None, "b = 2"),
    ("A(a: 1), b: 2)", Kind::TrailingText, None, "b = 2"),
    ("A(a: 1) B(b: 2)", Kind::TrailingText, None, "a = 1"),
    (
        "A(a: {\"x\" 1, \"y\": 2}, b: 2)",
        Kind::MissingColon,
        Some("A(a: {\"x\": 1, \"y\": 2}, b: 2)"),
        "b = 2",
    ),
    ("A(a: {\"x\" = 1}, b: 2)", Kind::MissingColon, Some("A(a: {\"x\" : 1}, b: 2)"), "a[\"x\"] = 1"),
    ("A(a: Some(), b: 2)", Kind::BadSome, None, "b = 2"),
    ("A(a: Some, b: 2)", Kind::BadSome, None, "b = 2"),
    ("A(a: / b, b: 2)", Kind::StrayCharacter, None, "b = 2"),
    ("#![enable(thing)]\nA(b: 2)", Kind::UnknownExtension, None, "b = 2"),
    ("A(b: 2) /* end", Kind::UnclosedComment, None, "b = 2"),
    ("// nothing\n", Kind::Empty, None, ""),
];

#[test]
fn mistakes_are_named_and_cured() {
    for (text, kind, fixed, place) in MISTAKES {
        let tree = check(text);
        let errors = tree.errors();
        assert_eq!(errors.first().map(|e| e.kind), Some(*kind), "{text:?}: {errors:#?}");
        assert_eq!(errors.len(), 1, "{text:?}: {errors:#?}");
        let cured = errors[0].fix.as_ref().map(|fix| {
            let mut text = (*text).to_owned();
            text.replace_range(fix.span.range(), &fix.replacement);
            text
        });
        assert_eq!(cured.as_deref(), *fixed, "{text:?}");
        if let Some(cured) = cured {
            assert!(ron_reads(&cured), "{cured:?}");
        }
        if let Some((path, value)) = place.split_once(" = ") {
            let found = tree.nodes().find(|node| node.path().to_string() == path && node.text() == value);
            let found = found.unwrap_or_else(|| panic!("{path} in {text:?}: {tree:#?}"));
            assert_eq!(tree.at(&found.path()), Some(found));
        }
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(check(&nested(MAX_DEPTH)).errors().is_empty());
    let deeper = Tree::parse(&nested(MAX_DEPTH + 1));
    assert_eq!(deeper.errors().len(), 1);
    assert_eq!(deeper.errors()[0].kind, SyntaxErrorKind::TooDeep);
    assert!(!ron_reads(&nested(MAX_DEPTH + 1)));
    // `Some` counts half as much for `ron`.
    let somes = format!("{}1{}", "Some(".repeat(100), ")".repeat(100));
    assert_eq!(Tree::parse(&somes).errors()[0].kind, SyntaxErrorKind::TooDeep);
    assert!(ron_reads(&somes));
    // The rest is still read.
    let text = format!("(a: {}, b: 2)", nested(100));
    assert_eq!(Tree::parse(&text).errors().len(), 1);
    assert_eq!(Tree::parse(&text).root().unwrap().field("b").unwrap().as_i64(), Some(2));
    // `ron` counts differently where the contents of `Some` have no parentheses of their own.
    for depth in 1..60 {
        for (open, close) in
            [("Some(a: ", ")"), ("Some(1, ", ")"), ("Some(", ")"), ("Some ", ""), ("(", ")"), ("{", ": 1}")]
        {
            for inner in ["1", "[]", "()", "(a: 1)"] {
                let value = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
                for text in [format!("#![enable(unwrap_variant_newtypes)]{value}"), value] {
                    let errors = Tree::parse(&text).errors().len();
                    assert_eq!(errors == 0, ron_reads(&text), "{text}");
                }
            }
        }
    }
}

#[test]
fn hostile_texts_end() {
    for piece in [
        "(",
        "[",
        "{",
        ")",
        "(]",
        "[)",
        "(a:",
        "\na:",
        "[a:1 ",
        "a ",
        "\"\n",
        "\"\\\"\n",
        "'",
        "'a ",
        "b'",
        "r#\" ",
        "r#",
        "/*",
        "[/*",
        "/",
        "Some ",
        "Some(",
        "Some(1 ",
        "Some({],",
        "@ ",
        ",",
        ".",
        "1_",
        "\\q",
        "a-",
        ") , ",
        "\"a\nb\"c ",
        "#![",
    ] {
        for before in ["", "[", "(", "([", "(a: 1, ", "#![enable(unwrap_variant_newtypes)][", "\""] {
            let text = format!("{before}{}", piece.repeat(20_000));
            assert_eq!(Tree::parse(&text).print(), text);
        }
    }
}

#[test]
fn a_play_can_be_walked() {
    let tree = check(PLAY);
    assert!(tree.errors().is_empty());
    let root = tree.root().unwrap();
    assert_eq!((root.kind(), root.name()), (NodeKind::Struct, Some("Play")));
    assert_eq!(root.field("title").unwrap().as_str().unwrap(), "Exemplar");
    let path = NodePath::root().field("offense").index(0).field("strength").index(2);
    assert_eq!(path.to_string(), "offense[0].strength[2]");
    let high = tree.at(&path).unwrap();
    assert_eq!((high.as_i64(), high.as_u32(), high.as_f64()), (Some(6), Some(6), Some(6.0)));
    assert_eq!(high.path(), path);
    assert_eq!(tree.node_at(high.span().start as usize), Some(high));
    let name = PLAY.find("strength").unwrap();
    assert_eq!(tree.node_at(name).unwrap().path().to_string(), "offense[0].strength");
    let bypass = root.field("offense").unwrap().item(0).unwrap().value().field("assignment").unwrap();
    assert_eq!((bypass.kind(), bypass.name()), (NodeKind::Tuple, Some("Bypass")));
    assert_eq!(bypass.only().unwrap().as_str().unwrap(), "statutory-guidance");
    let effect = tree.at(&NodePath::root().field("assumptions").index(0).field("holds")).unwrap();
    assert_eq!((effect.kind(), effect.as_bool()), (NodeKind::Ident, Some(true)));

    let offense = root.field("offense").unwrap().insertion_point().unwrap();
    assert_eq!(
        (offense.needs_comma, offense.indent, offense.outer_indent),
        (false, Some("        "), "    ")
    );
    let ball = root.field("ball").unwrap().insertion_point().unwrap();
    assert_eq!((ball.needs_comma, ball.indent), (true, None));
    assert_eq!(&PLAY[..ball.at as usize][ball.at as usize - 12..], "step_back: 5");
}

#[test]
fn values_read_as_ron_reads_them() {
    for text in [
        "1",
        "-1",
        "+1",
        "1.5",
        "1e5",
        "1_000",
        "0x1F",
        "-0b11",
        "0o17",
        "1u32",
        "1i64",
        "300",
        "1f32",
        "1f64",
        "1_f64",
        "inf",
        "-inf",
        "NaN",
        "inff32",
        "inff64",
        "18446744073709551615",
        "-9223372036854775808",
        "9223372036854775808",
        "4294967296",
        "b'a'",
        "1..2",
        "true",
        "\"1\"",
        "99999999999999999999999",
        ".5",
        "5.",
    ] {
        let tree = check(text);
        let node = tree.root().unwrap();
        assert_eq!(
            node.as_f64().map(f64::to_bits),
            ron::from_str::<f64>(text).ok().map(f64::to_bits),
            "{text} as f64"
        );
        assert_eq!(node.as_u32(), ron::from_str::<u32>(text).ok(), "{text} as u32");
        if node.kind() != NodeKind::Byte {
            assert_eq!(node.as_i64(), ron::from_str::<i64>(text).ok(), "{text} as i64");
        }
        assert_eq!(node.as_bool(), ron::from_str::<bool>(text).ok(), "{text} as bool");
    }
    for (text, reads) in corners::CORNERS {
        if *reads
            && let Some(node) = Tree::parse(text).root()
            && node.parent().is_none()
        {
            if node.kind() == NodeKind::String {
                assert_eq!(node.as_str().unwrap(), ron::from_str::<String>(text).unwrap());
            }
            if node.kind() == NodeKind::Char {
                assert_eq!(node.as_char(), ron::from_str::<char>(text).ok());
            }
        }
    }
}
