//! `render`.

use crate::{Place, stderr, stdout};

#[test]
fn the_ending_says_what_is_made() {
    let place = Place::with_forms();
    let starts: [(&str, &[u8]); 4] =
        [("svg", b"<svg"), ("png", b"\x89PNG\r\n\x1a\n"), ("gif", b"GIF89a"), ("apng", b"\x89PNG\r\n\x1a\n")];
    for (ending, start) in starts {
        let file = format!("forms.{ending}");
        place.run(&format!("render forms.ron -o {file} --size 320x180 --fps 2")).code(0);
        let bytes = place.read(&file);
        assert!(bytes.starts_with(start) || (ending == "svg" && bytes.starts_with(b"<?xml")), "{file}");
        let animated = bytes.windows(4).any(|window| window == b"acTL");
        assert_eq!(animated, ending == "apng", "{file}");
    }
}

#[test]
fn the_same_play_gives_the_same_bytes() {
    let place = Place::with_forms();
    for file in ["a.svg", "b.svg", "a.png", "b.png", "a.gif", "b.gif", "a.apng", "b.apng"] {
        place.run(&format!("render forms.ron --times 2 -o {file} --size 320x180 --fps 2")).code(0);
    }
    for ending in ["svg", "png", "gif", "apng"] {
        assert_eq!(place.read(&format!("a.{ending}")), place.read(&format!("b.{ending}")), "{ending}");
    }
}

#[test]
fn a_moment_a_theme_and_the_field_can_be_chosen() {
    let place = Place::with_forms();
    let svg = |arguments: &str| {
        let run = place.run(&format!("render forms.ron -o - --as svg {arguments}")).code(0);
        run.get_output().stdout.clone()
    };
    let plain = svg("");
    for arguments in
        ["--at line-up", "--at 3.5s", "--theme paper", "--size 1280x720", "--whole-field", "--start 40"]
    {
        assert_ne!(svg(arguments), plain, "{arguments}");
    }
    assert_eq!(svg("--at read-out"), plain);
    assert_eq!(svg("--at 600s"), svg("--at 601s"));
}

/// Every font size of a picture, as a share of its height.
fn shares(svg: &str, height: f64) -> Vec<f64> {
    let sizes = svg.split("font-size=\"").skip(1).filter_map(|rest| rest.split('"').next());
    sizes.map(|size| size.trim_end_matches("px").parse::<f64>().unwrap() / height).collect()
}

#[test]
fn text_keeps_its_share_of_the_picture_at_every_size() {
    let place = Place::with_forms();
    let shares_at = |size: &str, height: f64| {
        let run = place.run(&format!("render forms.ron -o - --as svg --size {size}")).code(0);
        shares(&stdout(&run), height)
    };
    let small = shares_at("1280x720", 720.0);
    assert!(small.len() > 10, "{small:?}");
    for (size, height) in [("1920x1080", 1080.0), ("3840x2160", 2160.0)] {
        let large = shares_at(size, height);
        assert_eq!(small.len(), large.len(), "{size}");
        // Written with two decimals.
        let same = |(a, b): (&f64, &f64)| (a - b).abs() < 0.01 / 720.0;
        assert!(small.iter().zip(&large).all(same), "{size}: {small:?} {large:?}");
    }
}

#[test]
fn a_file_that_is_there_is_left_alone_without_force() {
    let place = Place::with_forms();
    place.write("mine.svg", "mine");
    let run = place.run("render forms.ron -o mine.svg").code(2);
    assert!(stderr(&run).contains("--force"));
    assert_eq!(place.read("mine.svg"), b"mine");
    place.run("render forms.ron -o mine.svg --force").code(0);
    assert_ne!(place.read("mine.svg"), b"mine");
}

#[test]
fn what_cannot_be_made_is_bad_usage() {
    let place = Place::with_forms();
    let cases = [
        ("-o forms.jpg", ".png"),
        ("-o forms", ".png"),
        ("-o -", "--as"),
        ("-o forms.png --size 0x10", "16"),
        ("-o forms.png --size big", "1920x1080"),
        ("-o forms.png --at half-time", "drag-back"),
        ("-o forms.gif --at battles", "--at"),
        ("-o forms.png --theme pink", "paper"),
        ("-o forms.gif --fps 0", "0"),
        ("-o nowhere/forms.svg", "no folder `nowhere`"),
        ("", "--output"),
    ];
    for (arguments, says) in cases {
        let run = place.run(&format!("render forms.ron {arguments}")).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
    }
    // Nothing half made is left lying around.
    assert_eq!(std::fs::read_dir(place.path(".")).unwrap().count(), 1);
}
