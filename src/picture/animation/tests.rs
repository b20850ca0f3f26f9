use super::*;
use crate::model::PlayId;
use crate::picture::{Color, Item, Layer, Rect, Shape, Themes, View, draw, rasterize};
use crate::play_file::Playbook;
use crate::rules::{Lineup, State, Switches, repeat};
use crate::timeline::Timeline;

const GIF: AnimationFormat = AnimationFormat::Gif;
const APNG: AnimationFormat = AnimationFormat::Apng;

/// A decoded animation: what a viewer shows, and for how long, in seconds.
struct Film {
    frames: Vec<(Vec<u8>, f64)>,
    loops: bool,
}

impl Film {
    fn secs(&self) -> f64 {
        self.frames.iter().map(|frame| frame.1).sum()
    }
}

fn made(scenes: &[Scene], format: AnimationFormat, fps: u32, scale: f32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut heard = Vec::new();
    let animation = Animation { format, fps, scale };
    animate(&mut scenes.iter().cloned(), animation, &mut file, &mut |done| heard.push(done)).unwrap();
    assert!(heard.into_iter().eq(1..=scenes.len()));
    file
}

fn shown(file: &[u8], format: AnimationFormat) -> Film {
    match format {
        GIF => shown_gif(file),
        APNG => shown_apng(file),
    }
}

fn shown_gif(file: &[u8]) -> Film {
    let mut options = ::gif::DecodeOptions::new();
    options.set_color_output(::gif::ColorOutput::RGBA);
    let mut decoder = options.read_info(file).unwrap();
    let width = usize::from(decoder.width());
    let mut canvas = vec![0; width * usize::from(decoder.height()) * 4];
    let mut frames = Vec::new();
    while let Some(frame) = decoder.read_next_frame().unwrap() {
        assert_eq!(frame.palette, None);
        assert_eq!(frame.dispose, ::gif::DisposalMethod::Keep);
        let place = [frame.left, frame.top, frame.width].map(usize::from);
        compose(&mut canvas, width, place, &frame.buffer);
        frames.push((canvas.clone(), f64::from(frame.delay) / 100.0));
    }
    Film { frames, loops: decoder.repeat() == ::gif::Repeat::Infinite }
}

fn shown_apng(file: &[u8]) -> Film {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let control = *reader.info().animation_control().unwrap();
    let width = reader.info().width as usize;
    let mut canvas = vec![0; width * reader.info().height as usize * 4];
    let mut frames = Vec::new();
    for _ in 0..control.num_frames {
        let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut buffer).unwrap();
        let frame = *reader.info().frame_control().unwrap();
        let place = [frame.x_offset, frame.y_offset, frame.width].map(|pixels| pixels as usize);
        compose(&mut canvas, width, place, &buffer[..info.buffer_size()]);
        frames.push((canvas.clone(), f64::from(frame.delay_num) / f64::from(frame.delay_den)));
    }
    assert!(reader.next_frame(&mut vec![0; canvas.len()]).is_err());
    Film { frames, loops: control.num_plays == 0 }
}

fn compose(canvas: &mut [u8], width: usize, [left, top, across]: [usize; 3], rgba: &[u8]) {
    for (y, row) in rgba.chunks_exact(across * 4).enumerate() {
        let start = ((top + y) * width + left) * 4;
        for (old, new) in canvas[start..].chunks_exact_mut(4).zip(row.chunks_exact(4)) {
            if new[3] == 255 {
                old.copy_from_slice(new);
            }
        }
    }
}

/// `count` moments of the exemplar's fourth run, from its first to its last.
fn play(count: usize) -> Vec<Scene> {
    let playbook = Playbook::built_in();
    let play = playbook.find("exemplar").unwrap().play().unwrap();
    let model = playbook.find(play.model.as_str()).unwrap().operating_model().unwrap();
    let lineup = Lineup::new(PlayId::from("exemplar"), play.clone(), model.clone());
    let runs = repeat(&lineup, &State::level(model, 20.0), &Switches::of(play), 4);
    let timeline = Timeline::new(&lineup, &runs);
    let view = View {
        size: (960.0, 540.0),
        from_yard: 5.0,
        to_yard: 55.0,
        text_scale: 0.75,
        standalone: true,
        hovered: None,
        selected: None,
    };
    let last = count.max(2) - 1;
    let moment = |frame: usize| timeline.frame(timeline.duration_secs() * frame as f64 / last as f64);
    (0..count).map(|frame| draw(&moment(frame), &view, Themes::Night.theme())).collect()
}

/// The same scene again and again, with one square that moves at some frames.
fn square(places: &[f32]) -> Vec<Scene> {
    let one = |&x: &f32| Scene {
        size: (200.0, 40.0),
        items: vec![Item {
            layer: Layer::Tokens,
            shape: Shape::Rect {
                rect: Rect::new(x, 10.0, x + 10.0, 20.0),
                corner: 0.0,
                fill: Some(Color { r: 200, g: 30, b: 60, a: 255 }),
                stroke: None,
            },
            opacity: 1.0,
        }],
        ..Scene::default()
    };
    places.iter().map(one).collect()
}

#[test]
fn an_animated_png_shows_every_frame_exactly() {
    let scenes = play(8);
    let film = shown(&made(&scenes, APNG, 15, 0.5), APNG);
    assert_eq!(film.frames.len(), 8);
    assert!(film.loops);
    for (scene, (frame, _)) in scenes.iter().zip(&film.frames) {
        assert!(rasterize(scene, 0.5).unwrap().rgba == *frame);
    }
}

#[test]
fn a_gif_shows_every_frame_closely() {
    let scenes = play(40);
    let film = shown(&made(&scenes, GIF, 15, 0.5), GIF);
    assert_eq!(film.frames.len(), 40);
    assert!(film.loops);
    for (scene, (frame, _)) in scenes.iter().zip(&film.frames) {
        let meant = rasterize(scene, 0.5).unwrap().rgba;
        let off = |tolerance| meant.iter().zip(frame).filter(|(a, b)| a.abs_diff(**b) > tolerance).count();
        assert!(off(12) * 50 < meant.len(), "{} of {}", off(12), meant.len());
        assert!(off(24) * 1000 < meant.len(), "{} of {}", off(24), meant.len());
        assert_eq!(off(60), 0);
    }
}

#[test]
fn a_gif_has_colours_left_for_a_fade_and_for_what_comes_after_it() {
    let mut scenes = play(30);
    for (frame, scene) in scenes.iter_mut().enumerate() {
        let dim = 1.0 - 0.7 * (frame as f32 / 29.0 * std::f32::consts::PI).sin();
        scene.items.iter_mut().skip(1).for_each(|item| item.opacity *= dim);
    }
    let film = shown(&made(&scenes, GIF, 15, 0.5), GIF);
    for (scene, (frame, _)) in scenes.iter().zip(&film.frames) {
        let meant = rasterize(scene, 0.5).unwrap().rgba;
        let off = |tolerance| meant.iter().zip(frame).filter(|(a, b)| a.abs_diff(**b) > tolerance).count();
        assert!(off(12) * 50 < meant.len(), "{} of {}", off(12), meant.len());
        assert_eq!(off(64), 0);
    }
}

#[test]
fn delays_add_up_to_the_duration_at_every_pace() {
    for format in [GIF, APNG] {
        for fps in [1, 7, 15, 24, 30, 48, 60] {
            let places: Vec<f32> = (0..37_u16).map(f32::from).collect();
            let film = shown(&made(&square(&places), format, fps, 1.0), format);
            let secs = 37.0 / f64::from(fps) + 2.0;
            assert!((film.secs() - secs).abs() <= 0.02, "{format:?} {fps}: {} for {secs}", film.secs());
            assert!(film.frames.iter().all(|frame| frame.1 >= 0.0166), "{format:?} {fps}");
            let last = rasterize(&square(&[36.0])[0], 1.0).unwrap().rgba;
            assert!(film.frames.last().unwrap().0 == last, "{format:?} {fps}");
        }
    }
}

#[test]
fn what_stays_is_shown_longer_and_not_written_again() {
    for format in [GIF, APNG] {
        let film = shown(&made(&square(&[5.0, 5.0, 5.0, 90.0, 90.0, 5.0]), format, 10, 1.0), format);
        let secs: Vec<f64> = film.frames.iter().map(|frame| frame.1).collect();
        assert_eq!(secs, [0.3, 0.2, 2.1], "{format:?}");
        assert!(film.frames[0].0 == film.frames[2].0);
        let still = shown(&made(&square(&[5.0; 4]), format, 10, 1.0), format);
        assert_eq!(still.frames.len(), 1);
        assert_eq!(still.secs(), 2.4);
    }
}

#[test]
fn only_the_rectangle_that_changed_is_written() {
    let file = made(&square(&[5.0, 15.0]), GIF, 10, 1.0);
    let mut decoder = ::gif::DecodeOptions::new().read_info(file.as_slice()).unwrap();
    decoder.read_next_frame().unwrap();
    let frame = decoder.read_next_frame().unwrap().unwrap();
    assert_eq!((frame.left, frame.top, frame.width, frame.height), (5, 10, 20, 10));
}

#[test]
fn the_same_scenes_make_the_same_bytes() {
    for format in [GIF, APNG] {
        assert!(made(&play(5), format, 20, 0.4) == made(&play(5), format, 20, 0.4));
    }
}

#[test]
fn no_scenes_scenes_of_two_sizes_and_a_full_disk_are_errors() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in [GIF, APNG] {
        let tried = |scenes: Vec<Scene>, out: &mut dyn Write| {
            animate(&mut scenes.into_iter(), Animation { format, fps: 10, scale: 1.0 }, out, &mut |_| ())
        };
        assert!(matches!(tried(Vec::new(), &mut Vec::new()), Err(RasterError::Encode(_))));
        let mut two = square(&[1.0, 2.0]);
        two[1].size.0 = 100.0;
        assert!(matches!(tried(two, &mut Vec::new()), Err(RasterError::Draw(_))));
        assert!(matches!(tried(square(&[1.0]), &mut Full), Err(RasterError::Encode(_))));
        let mut small = square(&[1.0]);
        small[0].size.0 = 3.0;
        assert!(matches!(tried(small, &mut Vec::new()), Err(RasterError::Size(3, 40))));
    }
}
