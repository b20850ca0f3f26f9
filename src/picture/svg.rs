//! A scene as SVG: real text, with a title and a description for those who listen.
//!
//! The same scene always gives the same bytes. Text stays text, so that it can be searched, read aloud and restyled; it
//! asks for the bundled font by name and falls back to what the reader's machine has.

use std::fmt::{self, Write};

use super::{Align, Color, Item, Layer, Point, Scene, Shape, Stroke, TextRun, Weight, font};

/// The scene as an SVG document; `title` and `description` are what a screen reader says.
#[must_use]
pub fn svg(scene: &Scene, title: &str, description: &str) -> String {
    let mut out = String::with_capacity(256 + scene.items.len() * 120);
    // Writing to a string cannot fail.
    let _ = document(&mut out, scene, title, description);
    out
}

fn document(out: &mut String, scene: &Scene, title: &str, description: &str) -> fmt::Result {
    let (width, height) = (Number(scene.size.0), Number(scene.size.1));
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
         font-family=\"{}, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\">",
        font::FAMILY
    )?;
    writeln!(out, "<title id=\"title\">{}</title>", Escaped(title))?;
    writeln!(out, "<desc id=\"desc\">{}</desc>", Escaped(description))?;
    let mut open = None;
    for item in &scene.items {
        if open != Some(item.layer) {
            if open.is_some() {
                writeln!(out, "</g>")?;
            }
            writeln!(out, "<g id=\"{}\">", group(item.layer))?;
            open = Some(item.layer);
        }
        write_item(out, item)?;
    }
    if open.is_some() {
        writeln!(out, "</g>")?;
    }
    writeln!(out, "</svg>")
}

const fn group(layer: Layer) -> &'static str {
    match layer {
        Layer::Turf => "turf",
        Layer::Ground => "ground",
        Layer::Lines => "lines",
        Layer::Tokens => "tokens",
        Layer::Marks => "marks",
    }
}

/// One shape as an element by itself, without its opacity.
pub(super) fn element(shape: &Shape) -> String {
    let mut out = String::with_capacity(120);
    // Writing to a string cannot fail.
    let _ = write_shape(&mut out, shape, 1.0);
    out.truncate(out.trim_end().len());
    out
}

fn write_item(out: &mut String, item: &Item) -> fmt::Result {
    if item.opacity <= 0.0 {
        return Ok(());
    }
    write_shape(out, &item.shape, item.opacity)
}

fn write_shape(out: &mut String, shape: &Shape, opacity: f32) -> fmt::Result {
    match shape {
        Shape::Rect { rect, corner, fill, stroke } => {
            write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                Number(rect.min.x),
                Number(rect.min.y),
                Number(rect.width().max(0.0)),
                Number(rect.height().max(0.0))
            )?;
            if *corner > 0.0 {
                write!(out, " rx=\"{}\"", Number(*corner))?;
            }
            paint(out, *fill, *stroke)?;
        }
        Shape::Polygon { points, fill, stroke } => {
            out.push_str("<polygon points=\"");
            write_points(out, points)?;
            out.push('"');
            paint(out, *fill, *stroke)?;
        }
        Shape::Line { points, stroke } => {
            if let [from, to] = points.as_slice() {
                write!(
                    out,
                    "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"",
                    Number(from.x),
                    Number(from.y),
                    Number(to.x),
                    Number(to.y)
                )?;
                write_stroke(out, *stroke)?;
            } else {
                out.push_str("<polyline points=\"");
                write_points(out, points)?;
                out.push('"');
                paint(out, None, Some(*stroke))?;
            }
        }
        Shape::Text(run) => return write_text(out, run, opacity),
    }
    write_opacity(out, opacity)?;
    writeln!(out, "/>")
}

fn write_text(out: &mut String, run: &TextRun, opacity: f32) -> fmt::Result {
    write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
        Number(run.at.x),
        Number(run.at.y),
        Number(run.size)
    )?;
    match run.align {
        Align::Left => {}
        Align::Center => out.push_str(" text-anchor=\"middle\""),
        Align::Right => out.push_str(" text-anchor=\"end\""),
    }
    if run.weight == Weight::Bold {
        write!(out, " font-weight=\"{}\"", font::BOLD)?;
    }
    write_color(out, "fill", run.color)?;
    write_opacity(out, opacity)?;
    writeln!(out, ">{}</text>", Escaped(&run.text))
}

fn write_points(out: &mut String, points: &[Point]) -> fmt::Result {
    for (index, point) in points.iter().enumerate() {
        let space = if index == 0 { "" } else { " " };
        write!(out, "{space}{},{}", Number(point.x), Number(point.y))?;
    }
    Ok(())
}

fn paint(out: &mut String, fill: Option<Color>, stroke: Option<Stroke>) -> fmt::Result {
    match fill {
        Some(color) => write_color(out, "fill", color)?,
        None => out.push_str(" fill=\"none\""),
    }
    stroke.map_or(Ok(()), |stroke| write_stroke(out, stroke))
}

fn write_stroke(out: &mut String, stroke: Stroke) -> fmt::Result {
    write_color(out, "stroke", stroke.color)?;
    write!(out, " stroke-width=\"{}\"", Number(stroke.width))?;
    if let Some((dash, gap)) = stroke.dash {
        write!(out, " stroke-dasharray=\"{} {}\"", Number(dash), Number(gap))?;
    }
    Ok(())
}

fn write_color(out: &mut String, attribute: &str, color: Color) -> fmt::Result {
    write!(out, " {attribute}=\"#{:02x}{:02x}{:02x}\"", color.r, color.g, color.b)?;
    if color.a < 255 {
        write!(out, " {attribute}-opacity=\"{}\"", Number(f32::from(color.a) / 255.0))?;
    }
    Ok(())
}

fn write_opacity(out: &mut String, opacity: f32) -> fmt::Result {
    if opacity < 1.0 { write!(out, " opacity=\"{}\"", Number(opacity)) } else { Ok(()) }
}

/// A number with at most two decimals, without trailing zeros; what is not finite is 0.
struct Number(f32);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = if self.0.is_finite() { (f64::from(self.0) * 100.0).round() as i64 } else { 0 };
        if hundredths < 0 {
            f.write_char('-')?;
        }
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        write!(f, "{whole}")?;
        match (rest / 10, rest % 10) {
            (0, 0) => Ok(()),
            (tenth, 0) => write!(f, ".{tenth}"),
            _ => write!(f, ".{rest:02}"),
        }
    }
}

/// Text as XML: markup escaped, what XML 1.0 does not allow left out.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\t' | '\n' | '\r' => f.write_char(' ')?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Rect;

    #[test]
    fn every_string_is_escaped() {
        let run = TextRun {
            at: Point { x: 1.0, y: 2.005 },
            align: Align::Center,
            text: "<b>&\"'\u{1}\u{8}ok".into(),
            size: 12.0,
            weight: Weight::Bold,
            color: Color { r: 255, g: 0, b: 9, a: 255 },
        };
        let scene = Scene {
            size: (10.0, 20.5),
            items: vec![Item { layer: Layer::Turf, shape: Shape::Text(run), opacity: 0.5 }],
            ..Scene::default()
        };
        let text = svg(&scene, "A < B", "\"]]>");
        insta::assert_snapshot!(text, @r##"
        <svg xmlns="http://www.w3.org/2000/svg" width="10" height="20.5" viewBox="0 0 10 20.5" role="img" aria-labelledby="title desc" font-family="Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif">
        <title id="title">A &lt; B</title>
        <desc id="desc">&quot;]]&gt;</desc>
        <g id="turf">
        <text x="1" y="2.01" font-size="12" text-anchor="middle" font-weight="600" fill="#ff0009" opacity="0.5">&lt;b&gt;&amp;&quot;&#39;ok</text>
        </g>
        </svg>
        "##);
    }

    #[test]
    fn numbers_are_short_and_never_odd() {
        let shown = [0.0, -0.001, 1.5, -2.25, 3.999, f32::NAN, f32::INFINITY, 0.05]
            .map(|number| Number(number).to_string());
        assert_eq!(shown, ["0", "0", "1.5", "-2.25", "4", "0", "0", "0.05"]);
    }

    #[test]
    fn a_rectangle_without_corners_or_inside_is_short() {
        let shape = Shape::Rect {
            rect: Rect::new(0.0, 0.0, 4.0, 5.0),
            corner: 0.0,
            fill: None,
            stroke: Some(Stroke {
                width: 1.0,
                color: Color { r: 0, g: 0, b: 0, a: 51 },
                dash: Some((2.0, 3.0)),
            }),
        };
        let mut out = String::new();
        write_item(&mut out, &Item { layer: Layer::Ground, shape, opacity: 1.0 }).unwrap();
        insta::assert_snapshot!(out.trim_end(), @r##"<rect x="0" y="0" width="4" height="5" fill="none" stroke="#000000" stroke-opacity="0.2" stroke-width="1" stroke-dasharray="2 3"/>"##);
    }
}
