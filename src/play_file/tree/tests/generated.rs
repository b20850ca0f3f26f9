//! Texts nobody wrote: near-RON made of pieces, values and mutations, held to the laws of the tree.

use proptest::prelude::*;

use super::{PLAY, check};

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
