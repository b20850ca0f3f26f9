//! Play files inside a web page: packed so that any text survives, and found again to the byte.
//!
//! Texts and paths go in and come out as elements of a page that no browser runs or shows; or a page's bytes come in and
//! its files go out, or a sentence that says what is wrong. Where a page lies and who asks for it is
//! [`super::unpacked`]'s.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What a page of ours says of itself near its beginning; the version follows.
pub const MADE_BY: &str = "<meta name=\"generator\" content=\"downfield ";

/// Within how many bytes of a page's beginning that stands.
const BEGINNING: usize = 4096;
/// How a packed file begins; its path follows, then [`THEN`].
const OPENS: &str = "<script type=\"application/ron\" data-path=\"";
const THEN: &str = "\">";
const CLOSES: &str = "</script>";

/// A page with more bytes is not read.
pub(super) const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// More files than this are in no page.
const MOST_FILES: usize = 2000;
/// A path's longest, in bytes, and how many names it may have.
const LONGEST_PATH: usize = 200;
const DEEPEST: usize = 6;

/// Files in the order they stand in a page.
pub(super) type Packed = Vec<(PathBuf, Vec<u8>)>;

/// A file as an element of a page; `path` is relative, with `/` between its names.
///
/// # Errors
/// If no page can hold a file of that path, with a sentence.
pub fn pack(path: &str, text: &str) -> Result<String, String> {
    let path = checked(path)?;
    let mut packed = String::with_capacity(text.len() + text.len() / 16 + 96);
    packed.push_str(OPENS);
    escape(path, &mut packed);
    packed.push_str(THEN);
    escape(text, &mut packed);
    packed.push_str(CLOSES);
    Ok(packed)
}

/// The files in a page.
///
/// # Errors
/// If it is no page of ours or was broken since, with a sentence.
pub(super) fn unpack(page: &[u8]) -> Result<Packed, String> {
    let beginning = page.get(..page.len().min(BEGINNING)).unwrap_or_default();
    if !contains(beginning, MADE_BY) {
        return Err("it is no page made by `downfield render`".to_owned());
    }
    let page = std::str::from_utf8(page).map_err(|error| {
        format!("it is not UTF-8 text from byte {} on: make the page anew", error.valid_up_to())
    })?;
    let mut files = Packed::new();
    let mut known = BTreeMap::new();
    let mut folders = BTreeSet::new();
    let mut rest = page;
    while let Some((_, opened)) = rest.split_once(OPENS) {
        let number = files.len() + 1;
        let (path, then) = opened
            .split_once(THEN)
            .filter(|(path, _)| path.len() <= 2 * LONGEST_PATH && !path.contains('<'))
            .ok_or_else(|| format!("file {number} in it has no end to its path: make the page anew"))?;
        let path = unescape(path).and_then(|path| checked(&path).map(str::to_owned));
        let path = path.map_err(|reason| format!("file {number} in it cannot be taken: {reason}"))?;
        // Nothing packed has this sign by itself: the first one ends the file.
        let (text, end) = then.split_at(then.find('<').unwrap_or(then.len()));
        rest = end
            .strip_prefix(CLOSES)
            .ok_or_else(|| format!("`{path}` in it does not end where it should: make the page anew"))?;
        let text = unescape(text).map_err(|reason| format!("`{path}` in it is broken: {reason}"))?;
        if known.insert(path.to_lowercase(), number).is_some() {
            return Err(format!("`{path}` is in it twice, and one of them would be lost"));
        }
        folders.extend(path.match_indices('/').filter_map(|(at, _)| Some(path.get(..at)?.to_lowercase())));
        if files.len() == MOST_FILES {
            return Err(format!("there are more than {MOST_FILES} files in it"));
        }
        files.push((PathBuf::from(path), text.into_bytes()));
    }
    if let Some(both) = folders.iter().find(|folder| known.contains_key(*folder)) {
        return Err(format!("`{both}` is both a file and a folder in it"));
    }
    if files.is_empty() {
        return Err("no play files are in it: make the page anew".to_owned());
    }
    Ok(files)
}

/// The path, if it is one that leads nowhere but into the page.
fn checked(path: &str) -> Result<&str, String> {
    let good = |name: &str| {
        !name.starts_with('.')
            && !name.ends_with(['.', ' '])
            && !name.is_empty()
            && !name.contains(|c: char| c.is_control() || "\\:*?\"<>|".contains(c))
    };
    if path.len() > LONGEST_PATH || path.split('/').count() > DEEPEST {
        return Err("its path is too long".to_owned());
    }
    if !path.split('/').all(good) || Path::new(path).extension().is_none_or(|ending| ending != "ron") {
        return Err(format!("`{}` is no path of a play file inside a page", path.escape_debug()));
    }
    Ok(path)
}

/// Neither sign that means something in a page, nor the line end that one changes when it is saved again.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            '\r' | '\0' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "&#{};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
}

fn unescape(text: &str) -> Result<String, String> {
    const ESCAPES: [(&str, char); 5] =
        [("&amp;", '&'), ("&lt;", '<'), ("&quot;", '"'), ("&#13;", '\r'), ("&#0;", '\0')];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, escaped) = rest.split_at(at);
        plain.push_str(before);
        let known = ESCAPES.into_iter().find_map(|(name, c)| Some((escaped.strip_prefix(name)?, c)));
        let Some((after, c)) = known else {
            let line = plain.matches('\n').count() + 1;
            return Err(format!("line {line} has an & that stands for nothing: make the page anew"));
        };
        plain.push(c);
        rest = after;
    }
    plain.push_str(rest);
    Ok(plain)
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(inside: &str) -> Vec<u8> {
        format!("<!doctype html><html><head>{MADE_BY}1\">{inside}</head></html>").into_bytes()
    }

    proptest! {
        #[test]
        fn any_text_comes_out_as_it_went_in(texts in prop::collection::vec(any::<String>(), 1..6)) {
            let packed: Vec<String> = texts
                .iter()
                .enumerate()
                .map(|(number, text)| pack(&format!("plays/p{number}.ron"), text).unwrap())
                .collect();
            let files = unpack(&page(&packed.join("\n"))).unwrap();
            let out: Vec<&[u8]> = files.iter().map(|(_, text)| text.as_slice()).collect();
            prop_assert_eq!(out, texts.iter().map(String::as_bytes).collect::<Vec<_>>());
        }

        #[test]
        fn whatever_stands_in_a_page_is_read_or_refused(inside: String, cut in 0usize..400) {
            let whole = page(&format!("{}{inside}{}", pack("a.ron", "Play(").unwrap(), OPENS));
            let _ = unpack(whole.get(..cut).unwrap_or(&whole));
        }
    }

    #[test]
    fn a_text_that_looks_like_the_page_stays_a_text() {
        let text = "\u{feff}// </script><script>alert(1)</script> <!-- <script\r\n&lt;&amp;#13;\r\0\"";
        let packed = pack("plays/plans/a b.ron", text).unwrap();
        assert_eq!(packed.matches('<').count(), 2);
        let files = unpack(&page(&packed)).unwrap();
        assert_eq!(files, [(PathBuf::from("plays/plans/a b.ron"), text.as_bytes().to_vec())]);
    }

    #[test]
    fn what_is_broken_is_refused_with_its_reason() {
        let one = pack("plays/a.ron", "Play()").unwrap();
        let with = |path: &str| format!("{OPENS}{path}{THEN}Play(){CLOSES}");
        let cases: [(Vec<u8>, &str); 15] = [
            (one.clone().into_bytes(), "no page made by"),
            (page(""), "no play files"),
            (page(&format!("{one}{one}")), "twice"),
            (page(&format!("{one}{}", with("plays/A.ron"))), "twice"),
            (page(&with("../a.ron")), "no path of a play file"),
            (page(&with("/etc/a.ron")), "no path of a play file"),
            (page(&with("a/./b.ron")), "no path of a play file"),
            (page(&with("c:a.ron")), "no path of a play file"),
            (page(&with("a\\b.ron")), "no path of a play file"),
            (page(&with("plays/.a.ron")), "no path of a play file"),
            (page(&with("a.txt")), "no path of a play file"),
            (page(&format!("{}{}", with("a.ron"), with("a.ron/b.ron"))), "both a file and a folder"),
            (page(&one.replace("Play", "&copy;")), "line 1 has an &"),
            (page(&one.replace(CLOSES, "")), "does not end"),
            (page(&with(&"a/".repeat(90))), "too long"),
        ];
        for (page, reason) in cases {
            let error = unpack(&page).unwrap_err();
            assert!(error.contains(reason), "{error} for {reason}");
        }
        assert!(unpack(&[page(&one), vec![0xff]].concat()).unwrap_err().contains("UTF-8"));
    }
}
