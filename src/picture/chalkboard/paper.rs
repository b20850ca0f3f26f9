//! Lines of text that never grow wider than the paper, in the characters that are allowed.

use unicode_width::UnicodeWidthStr;

use super::Charset;

/// What the field is drawn with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyphs {
    pub(super) won: char,
    pub(super) island: char,
    pub(super) ahead: char,
    pub(super) nobody: char,
    pub(super) front: char,
    pub(super) start: char,
    pub(super) rule: char,
    pub(super) points_up: char,
    pub(super) ball: char,
    pub(super) gained: &'static str,
    pub(super) lost: &'static str,
    ellipsis: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    won: '█',
    island: '▒',
    ahead: '·',
    nobody: '╌',
    front: '┃',
    start: '┊',
    rule: '─',
    points_up: '↑',
    ball: '•',
    gained: "▲",
    lost: "▼",
    ellipsis: "…",
};

const ASCII: Glyphs = Glyphs {
    won: '#',
    island: '%',
    ahead: '.',
    nobody: '-',
    front: '|',
    start: ':',
    rule: '-',
    points_up: '^',
    ball: '*',
    gained: "+",
    lost: "-",
    ellipsis: "..",
};

/// A page in the making.
pub(super) struct Paper {
    pub(super) columns: usize,
    pub(super) glyphs: Glyphs,
    charset: Charset,
    text: String,
}

impl Paper {
    pub(super) fn new(columns: usize, charset: Charset) -> Self {
        let glyphs = match charset {
            Charset::Unicode => UNICODE,
            Charset::Ascii => ASCII,
        };
        Self { columns, glyphs, charset, text: String::new() }
    }

    /// Text from a file as it may be printed: one line, in the characters that are allowed.
    pub(super) fn clean(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                _ if c.is_whitespace() || c.is_control() => clean.push(' '),
                _ if c.is_ascii() || self.charset == Charset::Unicode => clean.push(c),
                _ => clean.push_str(fold(c)),
            }
        }
        clean
    }

    /// The text, cut short if it is wider than `room` columns.
    pub(super) fn fit(&self, text: &str, room: usize) -> String {
        if text.width() <= room {
            return text.to_owned();
        }
        let ellipsis = self.glyphs.ellipsis;
        let Some(room) = room.checked_sub(ellipsis.width()) else { return String::new() };
        let mut end = 0;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            if text.get(..next).is_none_or(|start| start.width() > room) {
                break;
            }
            end = next;
        }
        format!("{}{ellipsis}", text.get(..end).unwrap_or_default().trim_end())
    }

    /// The text in exactly `room` columns.
    pub(super) fn pad(&self, text: &str, room: usize) -> String {
        let mut padded = self.fit(text, room);
        let missing = room.saturating_sub(padded.width());
        padded.extend(std::iter::repeat_n(' ', missing));
        padded
    }

    /// A line as it is; what is too wide is cut.
    pub(super) fn line(&mut self, line: &str) {
        let line = self.fit(line.trim_end(), self.columns);
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// Words, broken between them where the paper ends; lines after the first are indented.
    pub(super) fn words(&mut self, words: &str, indent: usize) {
        let mut line = String::new();
        for word in words.split(' ') {
            let is_first = line.trim_start().is_empty();
            let joined = if is_first { format!("{line}{word}") } else { format!("{line} {word}") };
            if joined.width() <= self.columns || is_first {
                // Leading spaces are an indent, and kept.
                line = if word.is_empty() { format!("{line} ") } else { joined };
            } else {
                self.line(&line);
                line = format!("{:indent$}{word}", "");
            }
        }
        self.line(&line);
    }

    /// Things in a row, none of them broken if a line can hold it.
    pub(super) fn row(&mut self, things: &[String]) {
        const GAP: &str = "   ";
        let mut line = String::new();
        for thing in things {
            if line.is_empty() {
                line.clone_from(thing);
            } else if line.width() + GAP.len() + thing.width() <= self.columns {
                line.push_str(GAP);
                line.push_str(thing);
            } else {
                self.line(&line);
                line.clone_from(thing);
            }
        }
        self.line(&line);
    }

    /// An empty line.
    pub(super) fn space(&mut self) {
        self.text.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// The nearest ASCII for characters that names are often written with; a question mark for others.
fn fold(c: char) -> &'static str {
    match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Æ' => "AE",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Č' => "C",
        'ç' | 'ć' | 'č' => "c",
        'È'..='Ë' | 'Ē' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'Ì'..='Ï' | 'Ī' => "I",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'Ł' => "L",
        'ł' => "l",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ñ' | 'ń' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Š' | 'Ş' => "S",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => "U",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'Ý' | 'Ÿ' => "Y",
        'ý' | 'ÿ' => "y",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        '‘' | '’' | '‚' | '′' => "'",
        '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '–' | '—' | '‐' | '‑' | '−' | '▼' => "-",
        '…' => "...",
        '×' => "x",
        '•' | '·' => "*",
        '→' => "->",
        '▲' => "+",
        '✓' => "(yes)",
        // Accents that stand behind their letter.
        '\u{300}'..='\u{36f}' => "",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_to_what_a_reader_would_type() {
        let paper = Paper::new(80, Charset::Ascii);
        assert_eq!(
            paper.clean("Città “più” – Łódź, e\u{301}t\u{e9}\tn\n日"),
            "Citta \"piu\" - Lodz, ete n ?"
        );
        assert_eq!(Paper::new(80, Charset::Unicode).clean("Città\n“più” 日"), "Città “più” 日");
    }

    #[test]
    fn cut_text_says_so_and_fills_its_room() {
        let paper = Paper::new(80, Charset::Unicode);
        assert_eq!(paper.fit("Waterfall procurement", 21), "Waterfall procurement");
        assert_eq!(paper.fit("Waterfall procurement", 11), "Waterfall…");
        assert_eq!(paper.pad("日本語", 6), "日本語");
        assert_eq!(paper.pad("日本語", 5), "日本…");
        assert_eq!(paper.pad("日本語", 4), "日… ");
        assert_eq!(paper.fit("日本語", 0), "");
    }

    #[test]
    fn words_are_broken_between_them_and_indented() {
        let mut paper = Paper::new(12, Charset::Unicode);
        paper.words(" (SR) gets in behind the unbreakable-word", 6);
        assert_eq!(paper.finish(), " (SR) gets\n      in\n      behind\n      the\n      unbre…\n");
    }
}
