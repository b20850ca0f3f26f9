//! The table of quantiles against exact ones.

use statrs::function::beta::{beta_reg, inv_beta_reg};

use crate::rules::trials::beta::Quantiles;
use crate::rules::trials::luck::{Key, Purpose, trial, uniform};

/// How far the table is from the truth for one share and draw: the truth lies between the quantiles of near parts, so
/// the table is right if it lies within `error` of where the exact distribution says the part is.
fn is_close(certainty: f64, share: f64, uniform: f64, won: f64, error: f64) -> bool {
    let (a, b) = (certainty * share, certainty * (1.0 - share));
    let part = |x: f64| {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            beta_reg(a, b, x)
        }
    };
    // Parts near 1 are told from above, where they keep their digits.
    let above = |x: f64| {
        if x <= 0.0 {
            1.0
        } else if x >= 1.0 {
            0.0
        } else {
            beta_reg(b, a, 1.0 - x)
        }
    };
    let low = won - error;
    let high = won + error;
    if uniform < 0.5 {
        (low <= 0.0 || part(low) <= uniform) && (high >= 1.0 || part(high) >= uniform)
    } else {
        (low <= 0.0 || above(low) >= 1.0 - uniform) && (high >= 1.0 || above(high) <= 1.0 - uniform)
    }
}

#[test]
fn the_table_is_within_a_thousandth_everywhere() {
    let key = |id| Key::new(Purpose::Share, id, 0);
    let (share_key, draw_key, side) = (key("share"), key("draw"), key("side"));
    for certainty in [1.0, 1.3, 2.0, 3.3, 5.0, 8.0, 14.0, 30.0, 65.0, 100.0] {
        let table = Quantiles::new(certainty);
        for number in 0..20_000 {
            let luck = trial(7, number);
            let (one, other) = (uniform(luck, share_key), uniform(luck, draw_key));
            // Half of them anywhere, the others in the corners: shares down to 2^-20, draws down to 2^-32.
            let corner = |one: f64, octaves: f64| 0.5 * libm::exp2(-one * one * octaves);
            let (mut share, mut draw) = (one, other);
            if number % 2 == 1 {
                (share, draw) = (corner(one, 20.0), corner(other, 32.0));
                let sides = (uniform(luck, side) * 4.0) as u32;
                share = if sides & 1 == 1 { 1.0 - share } else { share };
                draw = if sides & 2 == 2 { 1.0 - draw } else { draw };
            }
            let won = table.quantile(share, draw);
            assert!((0.0..=1.0).contains(&won));
            assert!(
                is_close(certainty, share, draw, won, 1e-3),
                "certainty {certainty}, share {share}, draw {draw}: {won} for {}",
                inv_beta_reg(certainty * share, certainty * (1.0 - share), draw)
            );
        }
    }
}
