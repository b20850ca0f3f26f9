//! Draws keyed by what they are for, not by their order.
//!
//! A trial has a number of 64 bits, `mix(mix(seed) + trial * GOLDEN)`; a purpose has another, made of its name, its
//! id and its down. A draw is `mix(trial ^ purpose)`, with `mix` the finaliser of `SplitMix64` (Steele, Lea & Flood
//! 2014; Stafford's thirteenth variant). Nothing is carried from draw to draw: any draw can be made alone, on any
//! thread and machine.

/// How often a plan is run, and with which chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck {
    /// How many trials; more than `u32::MAX` count as that many.
    pub trials: u64,
    /// The same seed gives the same trials.
    pub seed: u64,
}

/// The odd number nearest to 2^64 by the golden ratio: steps by it visit every number.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a draw is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// How strong a player is, in the whole trial.
    Strength,
    /// Whether the carrier is caught, in a down.
    Caught,
    /// How much of a channel is won, in a down.
    Share,
    /// Whether a risk comes, in a down.
    Risk,
}

/// One thing that is drawn for, by its 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// The key of `purpose` for the player, channel or risk called `id`; `again` tells those of the same name apart.
    pub(super) fn new(purpose: Purpose, id: &str, again: u64) -> Self {
        // FNV-1a, then mixed: ids are short, and near ones must not have near keys.
        let byte = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let named = id.bytes().fold(0xcbf2_9ce4_8422_2325, byte);
        let purpose = match purpose {
            Purpose::Strength => 1,
            Purpose::Caught => 2,
            Purpose::Share => 3,
            Purpose::Risk => 4,
        };
        Self(mix(mix(named).wrapping_add(GOLDEN.wrapping_mul(purpose + 8 * again))))
    }

    /// The key of the same thing in one down, counted from 1.
    pub(super) const fn in_down(self, down: u32) -> Self {
        Self(mix(self.0.wrapping_add(GOLDEN.wrapping_mul(down as u64))))
    }
}

/// One trial's 64 bits.
pub(super) const fn trial(seed: u64, number: u64) -> u64 {
    mix(mix(seed.wrapping_add(GOLDEN)).wrapping_add(GOLDEN.wrapping_mul(number)))
}

/// The draw for `key` in a trial: uniform, above 0 and below 1, on the odd multiples of 2^-53.
pub(super) const fn uniform(trial: u64, key: Key) -> f64 {
    // 52 bits behind the point of a number from 1 to 2, less one, and half a step more.
    f64::from_bits((mix(trial ^ key.0) >> 12) | (0x3ff << 52)) - (1.0 - f64::EPSILON / 2.0)
}

const fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A strength's judgement, made ready to be drawn from: a triangular distribution by its inverse.
#[derive(Clone, Copy, Debug)]
pub(super) struct Triangle {
    low: f64,
    high: f64,
    /// The chance to be below the likely value.
    below: f64,
    /// What a draw is multiplied by under the root, on either side of the likely value.
    rise: f64,
    fall: f64,
}

impl Triangle {
    pub(super) fn new(low: f64, likely: f64, high: f64) -> Self {
        let span = high - low;
        if span > 0.0 {
            let (rise, fall) = (span * (likely - low), span * (high - likely));
            Self { low, high, below: (likely - low) / span, rise, fall }
        } else {
            // A strength without a range is its value.
            Self { low: likely, high: likely, below: 0.0, rise: 0.0, fall: 0.0 }
        }
    }

    /// The value below which a share `uniform` of all draws lies.
    pub(super) fn quantile(&self, uniform: f64) -> f64 {
        let rises = uniform < self.below;
        let root = if rises { uniform * self.rise } else { (1.0 - uniform) * self.fall }.sqrt();
        if rises { self.low + root } else { self.high - root }
    }
}
