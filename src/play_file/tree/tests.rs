//! The laws of the tree: it prints as it was, its spans nest, and `ron` reads a text exactly when it has no errors.
//!
//! More cases: `PROPTEST_CASES=200000 cargo test tree`.

use proptest::prelude::*;
use ron::extensions::Extensions;
use serde::de::IgnoredAny;

use super::SyntaxErrorKind as Kind;
use super::*;

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

const CORNERS: &[(&str, bool)] = &[
    // Nothing, and only blanks
    ("", false),
    ("  \n", false),
    ("// only a comment", false),
    ("/* only a comment */", false),
    ("\u{feff}", false),
    ("\u{feff}1", true),
    ("\u{feff}\u{feff}1", false),
    (" \u{feff}1", false),
    // Blanks and comments
    ("1 // end", true),
    ("1 /* a /* b */ c */", true),
    ("1 /* a /* b */", false),
    ("1 /*/", false),
    ("1 /", false),
    ("/x 1", false),
    ("(\r\n  a: 1,\r\n)\r\n", true),
    ("\u{85}\u{200E}\u{200F}\u{2028}\u{2029}\u{b}\u{c}1", true),
    ("\u{a0}1", false),
    ("1 2", false),
    ("1,", false),
    ("1)", false),
    // Extensions
    ("#![enable(implicit_some)]\n1", true),
    ("#![enable(implicit_some, unwrap_newtypes,)] 1", true),
    ("# ! [ enable ( r#implicit_some ) ] 1", true),
    ("#![enable(implicit_some)]#![enable(unwrap_newtypes)]1", true),
    ("#![enable(explicit_struct_names)] (a: 1)", true),
    ("#![enable(nonsense)] 1", false),
    ("#![enable()] 1", false),
    ("#![enable(implicit_some unwrap_newtypes)] 1", false),
    ("#![enable(implicit_some,,)] 1", false),
    ("#![type = \"a\"] 1", true),
    ("#![schema = r#\"a\"#]1", true),
    ("#![other = \"a\"] 1", false),
    ("#![enable(implicit_some)]", false),
    ("1 #![enable(implicit_some)]", false),
    ("#1", false),
    // Integers
    ("0", true),
    ("+1", true),
    ("-1", true),
    ("--1", false),
    ("- 1", false),
    ("1_000", true),
    ("1__0_", true),
    ("_1", true), // a name
    ("-_1", false),
    ("0xFF", true),
    ("0xff_ff", true),
    ("0x", false),
    ("0x_1", false),
    ("0xG", false),
    ("0b101", true),
    ("0b102", false),
    ("0o17", true),
    ("0o18", false),
    ("0X1", false),
    ("-0x1F", true),
    ("18446744073709551615", true),
    ("18446744073709551616", true), // read as a float
    ("99999999999999999999999999999999999999999", true),
    ("0xFFFFFFFFFFFFFFFFFF", false),
    ("-9223372036854775809", true),
    ("1_u8", true),
    ("255u8", true),
    ("256u8", false),
    ("-1u8", false),
    ("-0u8", true),
    ("-128i8", true),
    ("-129i8", false),
    ("1i128", false),
    ("1u", false),
    ("1usize", false),
    ("0x1u8", true),
    ("0b2i8", false),
    ("1u8u8", false),
    ("5yards", false),
    // Floats
    ("1.5", true),
    ("1.", true),
    (".5", true),
    (".", false),
    ("1e5", true),
    ("1e", false),
    ("1.5e-3", true),
    ("1E+3", true),
    ("1_0.5", true),
    ("1._5", false),
    ("1.5_", true),
    ("1e_5", true),
    ("1.2.3", false),
    ("1f32", true),
    ("1.5f64", true),
    ("1.5f16", false),
    ("1.5_f32", true),
    ("0b1f32", false),
    ("1e400", true),
    ("inf", true),
    ("-inf", true),
    ("+inf", true),
    ("NaN", true),
    ("-NaN", true),
    ("inff32", true),
    ("-NaNf64", true),
    ("inff16", true), // a name
    ("-infx", false),
    ("nan", true), // a name
    ("-nan", false),
    ("1-2", false),
    ("1+", false),
    // Ranges
    ("..", true),
    ("1..", true),
    ("..5", true),
    ("1..5", true),
    ("1..=5", true),
    ("1..=", false),
    ("..=5", true),
    ("..=", false),
    ("1.5..2.5", true),
    ("1..5..9", false),
    ("1 ..5", false),
    ("1...5", true),
    ("1....5", false),
    ("inf..NaN", true),
    ("..inf", true),
    ("..x", false),
    ("b'a'..b'z'", true),
    // Characters and bytes
    ("'a'", true),
    ("'é'", true),
    ("'''", true),
    ("''", false),
    ("'ab'", false),
    ("'a", false),
    ("'", false),
    ("'\\n'", true),
    ("'\\''", true),
    ("'\\x41'", true),
    ("'\\xe9'", false),
    ("'\\u{e9}'", true),
    ("'\n'", true),
    ("b'a'", true),
    ("b'''", true),
    ("b'é'", false),
    ("b'\\xff'", true),
    ("b'\\u{41}'", false),
    ("b''", false),
    ("b'ab'", false),
    // Strings
    ("\"\"", true),
    ("\"a\nb\"", true),
    ("\"a", false),
    ("\"a\\\"", false),
    ("\"\\\\\"", true),
    ("\"\\q\"", false),
    ("\"\\x41\\xc3\\xa9\"", true),
    ("\"\\xc3\"", false),
    ("\"\\xc3a\"", false),
    ("\"\\xf0\\x9f\\x98\\x80\"", true),
    ("\"\\x4\"", false),
    ("\"\\u{1F600}\"", true),
    ("\"\\u{}\"", false),
    ("\"\\u{D800}\"", false),
    ("\"\\u{1234567}\"", false),
    ("\"\\u{110000}\"", false),
    ("\"\\u41\"", false),
    ("\"\\u", false),
    ("'\\u", false),
    ("b\"\\u\u{feff}\"", false),
    ("\"a\\\n   b\"", true),
    ("\"a\\\r\n   b\"", true),
    ("\"a\\\rb\"", false),
    ("\"a\\\n\n\t b\\n\"", true),
    ("r\"a\\q\"", true),
    ("r#\"a\"b\"#", true),
    ("r##\"a\"#b\"##", true),
    ("r#\"a\"", false),
    ("r#", false),
    ("r##", false),
    ("r", true), // a name
    ("b\"a\\xff\"", true),
    ("b\"\\u{e9}\"", true),
    ("b\"a", false),
    ("br\"a\\\"", true),
    ("br#\"a\"b\"#", true),
    ("br#a", false),
    // Names
    ("Play", true),
    ("Größe", true),
    ("r#type", true),
    ("r#a.b-c+d", true),
    ("r#1", true),
    ("a.b", false),
    ("a-b", false),
    ("(r#type: 1)", true),
    ("(r#a-b: 1)", true),
    ("(a-b: 1)", false),
    ("(a: 1, r#a-b: 1)", true),
    ("(1a: 1)", false),
    ("(\"a\": 1)", false),
    ("(true: 1, inf: 2, Some: 3)", true),
    ("true", true),
    ("true()", false),
    ("None(1)", false),
    ("trues(1)", true),
    // Records and tuples
    ("()", true),
    ("( )", true),
    ("(/**/)", true),
    ("A()", true),
    ("A ( )", true),
    ("A(,)", false),
    ("(,)", false),
    ("(1)", true),
    ("(1,)", true),
    ("(1,,)", false),
    ("(1, 2)", true),
    ("(1 2)", false),
    ("(a: 1)", true),
    ("(a : 1 , )", true),
    ("(a: 1, a: 2)", true),
    ("(a: 1 b: 2)", false),
    ("(a: 1; b: 2)", false),
    ("(a = 1)", false),
    ("(a: )", false),
    ("(a:, b: 1)", false),
    ("(a: 1, 2)", false),
    ("(a: 1, b)", false),
    ("(1, a: 2)", false),
    ("(a, b: 2)", false),
    ("(a, b)", true),
    ("(a)", true),
    ("(a(1))", true),
    ("(a", false),
    ("a)", false),
    ("(a]", false),
    ("A(a: B(b: C(c: [D, E(1), {F: G()}])))", true),
    // Lists and maps
    ("[]", true),
    ("[1, 2,]", true),
    ("[1 2]", false),
    ("[,]", false),
    ("[a: 1]", false),
    ("[1", false),
    ("{}", true),
    ("{a: 1, \"b\": 2, 3: 4, (5, 6): 7, [8]: 9,}", true),
    ("{a}", false),
    ("{a:}", false),
    ("{: 1}", false),
    ("{a: 1, a: 2}", true),
    ("{a = 1}", false),
    // Some
    ("Some(1)", true),
    ("Some (1,)", true),
    ("Some()", false),
    ("Some(())", true),
    ("Some(1, 2)", false),
    ("Some(a: 1)", false),
    ("Some((a: 1))", true),
    ("Some(Some(None))", true),
    ("Some 1", true),
    ("Some Some [1]", true),
    ("Some", false),
    ("[Some, 1]", false),
    ("{Some 1: Some 2}", true),
    ("r#Some()", true),
    ("#![enable(unwrap_variant_newtypes)] Some(a: 1)", true),
    ("#![enable(unwrap_variant_newtypes)] Some(1, 2)", true),
    ("#![enable(unwrap_variant_newtypes)] Some(a, b,)", true),
    ("#![enable(unwrap_variant_newtypes)] Some()", true),
    ("#![enable(unwrap_variant_newtypes)] Some(1,)", true),
    ("#![enable(unwrap_variant_newtypes)] Some(,)", false),
    ("#![enable(unwrap_variant_newtypes)] Some([1, 2], \"),\")", true),
    ("#![enable(unwrap_variant_newtypes)] [Some(Some(a: 1, b: 2))]", true),
];

#[test]
fn corners_of_ron() {
    for (text, reads) in CORNERS {
        assert_eq!(ron_reads(text), *reads, "ron on {text:?}");
        let errors = Tree::parse(text).errors().to_vec();
        assert_eq!(errors.is_empty(), *reads, "tree on {text:?}: {errors:#?}");
        check(text);
    }
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
    for (text, reads) in CORNERS {
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

/// Pieces of RON, those that meet often first.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    " ",
    "\n",
    "a",
    "b:",
    "A(",
    "x: ",
    "1",
    "2.5",
    "\"t\"",
    "'c'",
    "Some",
    "Some(",
    "None",
    "true",
    "false",
    "()",
    "/",
    "//c\n",
    "/*c*/",
    "/*",
    "*/",
    "r#",
    "r#\"",
    "\"#",
    "\"",
    "'",
    "\\",
    "b'",
    "b\"",
    "br#\"",
    "r\"",
    "..",
    "..=",
    ".",
    "+",
    "-",
    "_",
    "e",
    "E5",
    "0x",
    "0b",
    "0o",
    "f32",
    "f64",
    "i8",
    "u8",
    "u64",
    "i",
    "u",
    "inf",
    "NaN",
    "9",
    "255",
    "300",
    "18446744073709551615",
    "0",
    "F",
    "\\n",
    "\\x41",
    "\\xc3\\xa9",
    "\\u{e9}",
    "\\\n",
    "\\\r\n",
    "\\q",
    "\r\n",
    "\t",
    "\u{feff}",
    "é",
    "\u{2028}",
    "\u{a0}",
    "#",
    "#![enable(implicit_some)]",
    "#![enable(unwrap_variant_newtypes)]",
    "#![type = \"t\"]",
    "enable",
    "implicit_some",
    "!",
    "=",
    ";",
    "@",
    "r#type",
    "r#a-b",
    "nan",
    "Infinity",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(&PIECES[..24]).prop_map(str::to_owned),
        4 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..24).prop_map(|pieces| pieces.concat())
}

fn numberish() -> impl Strategy<Value = String> {
    ("[+-]?(0[xbo])?[0-9a-fE_.+-]{0,6}(\\.\\.=?)?[0-9_.]{0,3}(i8|u8|i16|u32|i64|u64|f32|f64|inf|NaN|u|i|f)?", "[ ,)x]?")
        .prop_map(|(number, after)| number + &after)
}

fn stringish() -> impl Strategy<Value = String> {
    let inside = prop::sample::select(vec![
        "a",
        "\\n",
        "\\\"",
        "\\\\",
        "\\x41",
        "\\x",
        "\\xc3\\xa9",
        "\\xc3",
        "\\xf0\\x9f\\x98\\x80",
        "\\u{e9}",
        "\\u{",
        "}",
        "\\q",
        "\\\n  ",
        "\\\r\n",
        "\n",
        "\r",
        "é",
        "'",
        "\"",
        "#",
        "\\0",
        "\\'",
        " ",
        "\\u{d800}",
        "\\u{0}",
        "4",
    ]);
    let open = prop::sample::select(vec!["\"", "'", "b\"", "b'", "r\"", "r#\"", "br\"", "br##\"", "r##\""]);
    let close = prop::sample::select(vec!["\"", "'", "\"#", "\"##", ""]);
    (open, prop::collection::vec(inside, 0..5), close)
        .prop_map(|(open, inside, close)| format!("{open}{}{close}", inside.concat()))
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec!["1", "-2.5", "\"t\"", "A", "true", "None", "()", "'c'", "inf", "..3", "b'x'", "r#\"a\"#", "r#type"])
            .prop_map(str::to_owned),
        1 => numberish(),
        1 => stringish(),
    ]
}

fn blank() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", "", " ", "\n  ", "// c\n", "/* c */", "\r\n"])
}

fn value() -> impl Strategy<Value = String> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let spaced = (blank(), inner, blank()).prop_map(|(a, value, b)| format!("{a}{value}{b}"));
        let spaced = spaced.boxed();
        let key = prop::sample::select(vec!["a", "b", "r#type", "Some", "true", "title"]);
        let field =
            (key, blank(), spaced.clone()).prop_map(|(key, blank, value)| format!("{key}{blank}:{value}"));
        let entry = (spaced.clone(), spaced.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
        let name = prop::sample::select(vec!["", "", "A", "Some", "Some ", "b", "r#x"]);
        let comma = prop::sample::select(vec!["", ","]);
        prop_oneof![
            (name.clone(), prop::collection::vec(field, 0..4), comma.clone())
                .prop_map(|(name, items, comma)| format!("{name}({}{comma})", items.join(","))),
            (name.clone(), prop::collection::vec(spaced.clone(), 0..4), comma.clone())
                .prop_map(|(name, items, comma)| format!("{name}({}{comma})", items.join(", "))),
            (prop::collection::vec(spaced.clone(), 0..4), comma.clone())
                .prop_map(|(items, comma)| format!("[{}{comma}]", items.join(","))),
            (prop::collection::vec(entry, 0..4), comma)
                .prop_map(|(items, comma)| format!("{{{}{comma}}}", items.join(","))),
            (name, spaced).prop_map(|(name, value)| format!("{name} {value}")),
        ]
    })
}

fn document() -> impl Strategy<Value = String> {
    let head = prop::sample::select(vec![
        "",
        "",
        "",
        "\u{feff}",
        "#![enable(unwrap_variant_newtypes)]\n",
        "#![enable(unwrap_variant_newtypes)]\n",
        "#![enable(implicit_some)]",
        "// c\n",
    ]);
    (head, value()).prop_map(|(head, value)| format!("{head}{value}"))
}

/// A text with a stretch of it taken out and another piece put in, near a place.
fn mutated(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let edit =
        (any::<prop::sample::Index>(), 0_usize..4, prop_oneof![1 => Just(String::new()), 3 => piece()]);
    (text, prop::collection::vec(edit, 0..3)).prop_map(|(mut text, edits)| {
        for (at, length, piece) in edits {
            let floor = |mut at: usize| {
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let start = floor(at.index(text.len() + 1));
            let end = floor((start + length).min(text.len())).max(start);
            text.replace_range(start..end, &piece);
        }
        text
    })
}

const PLAY: &str = include_str!("tests/exemplar.ron");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn token_soup(text in soup()) {
        check(&text);
    }

    #[test]
    fn numbers(text in numberish()) {
        check(&text);
    }

    #[test]
    fn strings(text in stringish()) {
        check(&text);
    }

    #[test]
    fn documents(text in document()) {
        check(&text);
    }

    #[test]
    fn mutated_documents(text in mutated(document())) {
        check(&text);
    }

    #[test]
    fn mutated_plays(text in mutated(Just(PLAY.to_owned()))) {
        check(&text);
    }
}
