//! Whether draws look drawn.

use crate::rules::trials::luck::{Key, Purpose, Triangle, trial, uniform};

const MANY: u64 = 40_000;

/// The correlation of two series of draws, in standard errors.
fn correlation(one: impl Fn(u64) -> f64, other: impl Fn(u64) -> f64) -> f64 {
    let sum: f64 = (0..MANY).map(|n| (one(n) - 0.5) * (other(n) - 0.5)).sum();
    sum * 12.0 / (MANY as f64).sqrt()
}

fn share(id: &str) -> Key {
    Key::new(Purpose::Share, id, 0)
}

#[test]
fn draws_are_even() {
    let key = share("services");
    let along: [fn(Key, u64) -> f64; 3] = [
        |key, n| uniform(trial(1, n), key.in_down(1)),
        |key, n| uniform(trial(1, 0), key.in_down(n as u32)),
        |key, n| uniform(trial(n, 0), key.in_down(1)),
    ];
    for (number, draw) in along.into_iter().enumerate() {
        let mut bins = [0_u32; 100];
        for n in 0..MANY {
            let draw = draw(key, n);
            assert!(draw > 0.0 && draw < 1.0);
            bins[(draw * 100.0) as usize] += 1;
        }
        let each = MANY as f64 / 100.0;
        let squares: f64 = bins.iter().map(|bin| (f64::from(*bin) - each).powi(2) / each).sum();
        // 99 degrees of freedom: beyond these once in ten thousand.
        assert!((55.0..160.0).contains(&squares), "{number}: {squares}");
    }
}

#[test]
fn near_keys_have_nothing_in_common() {
    let draw = |seed, n, key: Key| uniform(trial(seed, n), key);
    let key = share("a").in_down(1);
    let others = [
        ("the next down", share("a").in_down(2)),
        ("another channel", share("b").in_down(1)),
        ("another purpose", Key::new(Purpose::Strength, "a", 0).in_down(1)),
        ("the same name again", Key::new(Purpose::Share, "a", 1).in_down(1)),
    ];
    for (name, other) in others {
        let together = correlation(|n| draw(1, n, key), |n| draw(1, n, other));
        assert!(together.abs() < 4.0, "{name}: {together}");
    }
    let next = correlation(|n| draw(1, n, key), |n| draw(1, n + 1, key));
    let seed = correlation(|n| draw(1, n, key), |n| draw(2, n, key));
    assert!(next.abs() < 4.0 && seed.abs() < 4.0, "the next trial {next}, the next seed {seed}");
}

#[test]
fn the_same_key_draws_the_same_for_ever() {
    // Anybody's results depend on these: changing them changes every published trial.
    let draws = [
        uniform(trial(1, 0), share("services").in_down(1)),
        uniform(trial(1, 1), Key::new(Purpose::Strength, "legacy-technology", 0)),
    ];
    assert_eq!(draws, [0.621_400_078_863_374_8, 0.513_178_997_160_721_6]);
}

#[test]
fn strengths_are_triangular() {
    let triangle = Triangle::new(2.0, 3.0, 6.0);
    assert!((triangle.quantile(0.25) - 3.0).abs() < 1e-12);
    assert!(triangle.quantile(1e-12) < 2.001 && triangle.quantile(1.0 - 1e-12) > 5.999);
    // Half of it: 6 - sqrt(0.5 * 4 * 3).
    assert!((triangle.quantile(0.5) - (6.0 - 6.0_f64.sqrt())).abs() < 1e-12);
    let key = Key::new(Purpose::Strength, "x", 0);
    let mean = (0..MANY).map(|n| triangle.quantile(uniform(trial(3, n), key))).sum::<f64>() / MANY as f64;
    assert!((mean - 11.0 / 3.0).abs() < 4.0 * 0.85 / (MANY as f64).sqrt(), "{mean}");
    for certain in [Triangle::new(4.0, 4.0, 4.0), Triangle::new(5.0, 4.0, 3.0)] {
        assert_eq!((certain.quantile(0.01), certain.quantile(0.99)), (4.0, 4.0));
    }
    for (steep, at) in [(Triangle::new(2.0, 2.0, 6.0), 2.0), (Triangle::new(2.0, 6.0, 6.0), 6.0)] {
        assert!((steep.quantile(if at == 2.0 { 1e-14 } else { 1.0 - 1e-14 }) - at).abs() < 1e-5);
    }
}
