//! The colours of a GIF, chosen as they appear.
//!
//! A scene is painted in few colours; all others are mixes of two of them, along edges and while something fades. So what
//! covers an area gets its own place in the palette, and a mix gets one only if nothing close is there yet. What counts as
//! close widens as the palette fills, so that a colour never seen before still finds room late in a play.

use std::collections::HashMap;

/// The place of pixels that stay as they are.
pub(super) const UNCHANGED: u8 = 0;

/// How many colours there is room for.
const ROOM: usize = 255;

/// How many pixels of one colour in one picture make an area: less is an edge.
const AREA: u32 = 64;

/// How far off a channel may be, of 255, when the palette is empty and when it is full.
const AREA_TOLERANCE: (f32, f32) = (0.0, 10.0);
const EDGE_TOLERANCE: (f32, f32) = (6.0, 36.0);

/// Colours and their places; place 0 is [`UNCHANGED`].
pub(super) struct Palette {
    colors: Vec<[u8; 3]>,
    /// The place of every colour seen so far, by its 24 bits; 0 if it was not. Once given, a place stays.
    places: Vec<u8>,
}

impl Palette {
    pub(super) fn new() -> Self {
        Self { colors: Vec::with_capacity(ROOM), places: vec![UNCHANGED; 1 << 24] }
    }

    /// Finds places for all colours of a picture.
    pub(super) fn learn(&mut self, pixels: impl Iterator<Item = [u8; 3]>) {
        let mut unseen: HashMap<[u8; 3], u32> = HashMap::new();
        let mut last = None;
        for color in pixels.filter(|&color| self.places[bits(color)] == UNCHANGED) {
            // Areas are long runs of one colour: ask the map once for each.
            match &mut last {
                Some((same, count)) if *same == color => *count += 1,
                _ => {
                    if let Some((color, count)) = last.replace((color, 1)) {
                        *unseen.entry(color).or_default() += count;
                    }
                }
            }
        }
        if let Some((color, count)) = last {
            *unseen.entry(color).or_default() += count;
        }
        let mut unseen: Vec<_> = unseen.into_iter().collect();
        // The largest areas first; by colour where they are equal, so that the order is always the same.
        unseen.sort_unstable_by_key(|&(color, count)| (std::cmp::Reverse(count), color));
        for (color, count) in unseen {
            self.places[bits(color)] = self.find_place(color, count >= AREA);
        }
    }

    /// The place of a colour that was learnt.
    pub(super) fn place(&self, color: [u8; 3]) -> u8 {
        self.places[bits(color)]
    }

    /// All 256 colours as the file wants them.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = vec![0; 3];
        bytes.extend(self.colors.iter().flatten());
        bytes.resize(3 * (ROOM + 1), 0);
        bytes
    }

    fn find_place(&mut self, color: [u8; 3], area: bool) -> u8 {
        let fullness = self.colors.len() as f32 / ROOM as f32;
        let (empty, full) = if area { AREA_TOLERANCE } else { EDGE_TOLERANCE };
        let tolerance = ((full - empty) * fullness).mul_add(fullness, empty) as u32;
        let nearest = self
            .colors
            .iter()
            .enumerate()
            .map(|(index, &known)| (distance(known, color), index))
            .min()
            .filter(|&(distance, _)| {
                distance <= tolerance * tolerance * WEIGHTS || self.colors.len() == ROOM
            });
        let index = nearest.map_or_else(
            || {
                self.colors.push(color);
                self.colors.len() - 1
            },
            |(_, index)| index,
        );
        (index + 1) as u8
    }
}

fn bits([r, g, b]: [u8; 3]) -> usize {
    usize::from(r) << 16 | usize::from(g) << 8 | usize::from(b)
}

/// How different two colours look: the channels' squares, weighted roughly as the eye does.
fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let [r, g, b] = [0, 1, 2].map(|channel: usize| u32::from(one[channel].abs_diff(other[channel])).pow(2));
    2 * r + 4 * g + 3 * b
}

/// What the weights add up to.
const WEIGHTS: u32 = 9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_keep_their_colour_and_edges_take_a_close_one() {
        let mut palette = Palette::new();
        let [ground, turf, edge] = [[47, 125, 91], [48, 125, 91], [46, 122, 90]];
        let pixels = [[ground; 200], [turf; 200]].concat().into_iter().chain([edge; 3]);
        palette.learn(pixels);
        assert_eq!(palette.bytes()[3..9], [ground, turf].concat());
        assert_eq!(palette.place(ground), palette.place(edge));
        assert_ne!(palette.place(ground), palette.place(turf));
    }

    #[test]
    fn any_number_of_colours_finds_places_and_those_seen_first_keep_theirs() {
        let mut palette = Palette::new();
        let area = [200, 10, 90];
        palette.learn([area; 100].into_iter());
        let place = palette.place(area);
        for step in 0..50_u8 {
            palette.learn((0..=255_u8).flat_map(|r| [[r, step * 5, 255 - r], [r, r, step * 3]]));
        }
        assert_eq!(palette.place(area), place);
        for r in 0..=255_u8 {
            let place = usize::from(palette.place([r, 100, 255 - r]));
            assert!((1..=ROOM).contains(&place));
        }
        assert_eq!(palette.bytes().len(), 768);
    }
}
