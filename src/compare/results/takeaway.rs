//! What to take away from a comparison, in sentences.

use super::Comparison;
use super::measures::{CLEAR, kept};
use crate::compare::chances::in_trials;
use crate::rules::words::{NOTHING, list, whole, yards};
use crate::rules::{Against, WORTH_SAYING};

/// Of so many yards between what is expected and the middle trial a sentence speaks.
const CHANCE_MATTERS: i64 = 2;

/// What to take away: a sentence, and what comes with it.
pub struct Takeaway {
    /// Who ends furthest, and how sure that is.
    pub headline: String,
    /// What it costs against the next best: ground out on its own, and control. May be empty.
    pub price: String,
}

/// Says who ends furthest and at what price.
#[must_use]
pub fn takeaway(comparison: &Comparison) -> Takeaway {
    let contenders = &comparison.contenders;
    let mut order: Vec<usize> = (0..contenders.len()).collect();
    // Where the trials were stopped before the first, the expected drives are all there is.
    let spot = |at: &usize| match contenders[*at].trials.count {
        0 => contenders[*at].expected.spot,
        _ => contenders[*at].trials.spot.mean,
    };
    order.sort_by(|a, b| spot(b).total_cmp(&spot(a)).then(a.cmp(b)));
    let [best, next, ..] = order[..] else {
        return Takeaway { headline: String::new(), price: String::new() };
    };
    let (close, behind): (Vec<usize>, Vec<usize>) =
        order[1..].iter().partition(|other| !is_clear(comparison.against(best, **other)));
    let headline = if comparison.count().0 == 0 {
        let ends: Vec<String> = order.iter().map(|at| comparison.ends_at(*at)).collect();
        format!("No trial was run; as expected, {}.", listed(&ends))
    } else if close.is_empty() {
        comparison.furthest(best, &behind)
    } else {
        comparison.too_close(best, &close, &behind)
    };
    let who = if close.is_empty() { "It".to_owned() } else { comparison.who(best) };
    Takeaway { headline, price: comparison.price(&who, best, next).join(" ") }
}

/// A sentence for each two: which ends further in how many of the trials, or that nobody can say.
#[must_use]
pub fn pairs(comparison: &Comparison) -> Vec<String> {
    let count = comparison.contenders.len();
    let letter = |at: usize| comparison.contenders[at].letter;
    let mut sentences = Vec::new();
    for a in 0..count {
        for b in a + 1..count {
            let ahead = comparison.against(a, b).spot.mean_difference >= 0.0;
            let (first, second) = if ahead { (a, b) } else { (b, a) };
            let (against, back) = (comparison.against(first, second), comparison.against(second, first));
            let (a, b) = (letter(first), letter(second));
            sentences.push(if comparison.count().0 == 0 {
                format!("{a} and {b}: no trial was run.")
            } else if against.further.chance == 0.0 && back.further.chance == 0.0 {
                format!("{a} and {b} end at the same place in all of the trials.")
            } else if is_clear(against) {
                let (trials, by) = (in_trials(&against.further), on_average(against));
                format!("{a} ends further than {b} {trials}, {by} on average.")
            } else {
                let (ours, theirs) = (in_trials(&against.further), in_trials(&back.further));
                format!("{a} and {b} are too close to call: {a} ends further {ours}, {b} {theirs}.")
            });
        }
    }
    sentences
}

/// Whether the trials tell the two apart, by as much as can be seen.
#[must_use]
pub fn is_clear(against: Against) -> bool {
    let by = against.spot.mean_difference;
    // Ahead on average, and in most of the trials: a few bad ones must not make a winner of who mostly loses.
    let agree = (by > 0.0) == (against.further.chance >= 0.5);
    by.abs() > CLEAR * against.spot.error && by.abs() >= WORTH_SAYING && agree
}

impl Comparison {
    /// How `a` does against `b`.
    #[must_use]
    pub fn against(&self, a: usize, b: usize) -> Against {
        self.against.get(a).and_then(|row| row.get(b)).copied().unwrap_or_default()
    }

    /// One contender by its name.
    fn who(&self, at: usize) -> String {
        self.contenders[at].name.clone()
    }

    fn ends_at(&self, at: usize) -> String {
        format!("{} ends at {} of 100", self.who(at), self.at(at))
    }

    /// Where the expected drive ends: the number that fields and charts show.
    fn at(&self, at: usize) -> i64 {
        whole(self.contenders[at].expected.spot)
    }

    /// Where chance takes one clearly elsewhere than expected.
    fn by_chance(&self, at: usize) -> Option<String> {
        let one = &self.contenders[at];
        let middle = whole(one.trials.spot.p50);
        let apart = middle - self.at(at);
        if one.trials.count == 0 || apart.abs() < CHANCE_MATTERS {
            return None;
        }
        let way = if apart < 0 { "below" } else { "above" };
        Some(format!("With chance half of the trials of {} end at {middle} or {way}.", self.who(at)))
    }

    fn furthest(&self, best: usize, others: &[usize]) -> String {
        if let [other] = others {
            let against = self.against(best, *other);
            let ends = if self.at(best) == self.at(*other) {
                format!("As expected both end at {} of 100", self.at(best))
            } else {
                format!("As expected it ends at {} of 100 against {}", self.at(best), self.at(*other))
            };
            return format!(
                "{} ends further than {} {}, {} on average. {ends}.",
                self.who(best),
                self.who(*other),
                in_trials(&against.further),
                on_average(against)
            );
        }
        let than = others.iter().map(|other| {
            let trials = in_trials(&self.against(best, *other).further);
            format!("than {} ({}) {trials}", self.who(*other), self.at(*other))
        });
        let than = listed(&than.collect::<Vec<_>>());
        format!("{} ends furthest, as expected at {} of 100: further {than}.", self.who(best), self.at(best))
    }

    fn too_close(&self, best: usize, close: &[usize], behind: &[usize]) -> String {
        let front: Vec<usize> = [best].iter().chain(close).copied().collect();
        let who = listed(&front.iter().map(|at| self.who(*at)).collect::<Vec<_>>());
        let at = listed(&front.iter().map(|at| self.at(*at).to_string()).collect::<Vec<_>>());
        if behind.is_empty() {
            return format!("{who} are too close to call: as expected they end at {at} of 100.");
        }
        let behind = behind.iter().map(|at| format!("{} behind at {}", self.who(*at), self.at(*at)));
        let behind = listed(&behind.collect::<Vec<_>>());
        format!("{who} end furthest and are too close to call, as expected at {at} of 100, {behind}.")
    }

    /// What the one that ends furthest has more or less of than another, as far as that is clear.
    fn price(&self, best_is: &str, best: usize, other: usize) -> Vec<String> {
        let (ours, theirs) = (&self.contenders[best], &self.contenders[other]);
        let other_is = self.who(other);
        let mut sentences: Vec<String> =
            [best, other].into_iter().filter_map(|at| self.by_chance(at)).collect();
        let more = ours.expected.exposure - theirs.expected.exposure;
        if more.abs() >= WORTH_SAYING {
            let word = if more > 0.0 { "more" } else { "less" };
            let (ours, theirs) = (ours.expected.exposure, theirs.expected.exposure);
            let amounts = match (whole(ours), whole(theirs)) {
                (0, theirs) if ours < NOTHING => format!("none against {} a channel", yards(theirs)),
                (0, theirs) => format!("less than a yard a channel against {theirs}"),
                (ours, theirs) => format!("{} a channel against {theirs}", yards(ours)),
            };
            sentences
                .push(format!("{best_is} leaves {word} ground out on its own than {other_is}: {amounts}."));
        }
        let control = self.against(best, other).kept;
        if control.mean_difference.abs() > CLEAR * control.error {
            let (ours, theirs) = (in_trials(&kept(ours)), in_trials(&kept(theirs)));
            sentences.push(format!("{best_is} keeps control {ours}, {other_is} {theirs}."));
        }
        sentences
    }
}

/// "24 yards", "less than a yard".
fn on_average(against: Against) -> String {
    match whole(against.spot.mean_difference.abs()) {
        0 => "less than a yard".to_owned(),
        by => yards(by),
    }
}

fn listed(parts: &[String]) -> String {
    list(&parts.iter().map(String::as_str).collect::<Vec<_>>(), "and")
}
