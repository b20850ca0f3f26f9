//! What differs between two plays.
//!
//! Players are told by [`super::players`]; here is everything else: the play's own fields, the ball, what it rests on and
//! the presenter's steps.

use super::align::{align, align_in_turn};
use super::phrases::{all, instead, list, moves, named, quoted, reordered, text, yards};
use super::players::{Cast, changes_of_players, follow_renames};
use super::{About, Change, Found, Names, Teller, tell};
use crate::model::{Assumption, Ball, Beat, Effect, Play};

/// What differs between two plays, in the order of a play file; nothing exactly if they are equal.
///
/// A player whose id is new but whose name, channel and side are those of one that is gone has a new id; what refers to
/// it follows without a word.
#[must_use]
pub fn changes_of_play(before: &Play, after: &Play, names: &Names) -> Vec<Change> {
    let mut found = Found::default();
    let (followed, renamed) = follow_renames(before, after);
    let cast = Cast::new(&followed, after, names);
    let Play { format, title, summary, source, tags, model, tactic, ball, .. } = &followed;
    let Play { offense: _, defense: _, assumptions, beats, .. } = &followed;
    let play = About::Play;
    found.field(&play, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&play, "title", (title, &after.title), || {
        format!("Is called {}.", instead(&after.title, title))
    });
    found.field(&play, "summary", (summary, &after.summary), || {
        text("The summary", Some(summary), Some(&after.summary))
    });
    found.field(&play, "source", (source, &after.source), || {
        text("The source", source.as_deref(), after.source.as_deref())
    });
    found.field(&play, "tags", (tags, &after.tags), || {
        format!("The tags are {} instead of {}.", all(&after.tags), all(tags))
    });
    found.field(&play, "model", (model, &after.model), || {
        format!("Is played on the operating model `{}` instead of `{model}`.", after.model)
    });
    found.field(&play, "tactic", (tactic, &after.tactic), || {
        let called = |tactic: &Option<_>| {
            tactic
                .as_ref()
                .map_or_else(|| "a tactic of its own".to_owned(), |tactic| format!("the tactic `{tactic}`"))
        };
        format!("Counts as {} instead of {}.", called(&after.tactic), called(tactic))
    });
    changes_of_ball(&mut found, ball, &after.ball, &cast);
    changes_of_players(&mut found, (&followed, after), &renamed, &cast);
    let alignment = align(assumptions, &after.assumptions, |a, b| a.id == b.id);
    tell(&mut found, &alignment, (assumptions, &after.assumptions), &Assumptions(&cast));
    let alignment = align_in_turn(
        beats,
        &after.beats,
        &[&|a, b| (a.phase, &a.caption) == (b.phase, &b.caption), &|a, b| a.phase == b.phase, &|a, b| {
            a.caption == b.caption
        }],
    );
    tell(&mut found, &alignment, (beats, &after.beats), &Beats(&cast));
    found.0
}

fn changes_of_ball(found: &mut Found, before: &Ball, after: &Ball, cast: &Cast) {
    let Ball { carrier, step_back } = before;
    found.field(&About::Ball, "carrier", (carrier, &after.carrier), || {
        format!("{} has the ball instead of {}.", cast.player(&after.carrier), cast.player(carrier))
    });
    found.field(&About::Ball, "step_back", (step_back, &after.step_back), || {
        format!("The ball steps back {} instead of {step_back}.", yards(after.step_back))
    });
}

struct Assumptions<'a>(&'a Cast<'a>);

impl Teller<Assumption> for Assumptions<'_> {
    fn added(&self, found: &mut Found, item: &Assumption, _: usize) {
        let effects: Vec<String> = item.effects.iter().map(|effect| clause(effect, self.0)).collect();
        let effects: Vec<&str> = effects.iter().map(String::as_str).collect();
        let text = quoted(&item.text);
        let sentence = match (list(&effects, "and"), item.holds) {
            (effects, true) if effects.is_empty() => format!("Adds the assumption {text}."),
            (effects, true) => format!("Adds the assumption {text}: {effects}."),
            (effects, false) if effects.is_empty() => {
                format!("Adds the assumption {text}; it does not hold.")
            }
            (effects, false) => {
                format!("Adds the assumption {text}; it does not hold. If it did: {effects}.")
            }
        };
        found.added(About::Assumption(item.id.clone()), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Assumption, _: usize) {
        let sentence = format!("Removes the assumption {}.", quoted(&item.text));
        found.removed(About::Assumption(item.id.clone()), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Assumption, after: &Assumption, _: (usize, usize)) {
        let Assumption { id, channel, text, effects, holds } = before;
        let about = About::Assumption(id.clone());
        let called = format!("The assumption {}", quoted(&after.text));
        found.field(&about, "channel", (channel, &after.channel), || {
            let about = |channel: &Option<_>| {
                channel.as_ref().map_or("no channel", |channel| self.0.names.channel(channel)).to_owned()
            };
            format!("{called} is about {} instead of {}.", about(&after.channel), about(channel))
        });
        found.field(&about, "text", (text, &after.text), || {
            format!("The assumption `{id}` says {}.", instead(&after.text, text))
        });
        let alignment = align(effects, &after.effects, |a, b| acts_on(a) == acts_on(b));
        let teller = Effects { cast: self.0, of: after, called: &called };
        tell(found, &alignment, (effects, &after.effects), &teller);
        found.field(&about, "holds", (holds, &after.holds), || {
            if after.holds { format!("{called} holds now.") } else { format!("{called} no longer holds.") }
        });
    }

    fn moved(&self, found: &mut Found, item: &Assumption, at: (usize, usize)) {
        let sentence = reordered(&format!("The assumption {}", quoted(&item.text)), at);
        found.moved(About::Assumption(item.id.clone()), at, sentence);
    }
}

struct Effects<'a> {
    cast: &'a Cast<'a>,
    of: &'a Assumption,
    called: &'a str,
}

impl Effects<'_> {
    fn about(&self, at: usize) -> About {
        About::Effect(self.of.id.clone(), at + 1)
    }
}

impl Teller<Effect> for Effects<'_> {
    fn added(&self, found: &mut Found, item: &Effect, at: usize) {
        let sentence = format!("{} has a new effect: {}.", self.called, clause(item, self.cast));
        found.added(self.about(at), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Effect, at: usize) {
        let sentence = format!("{} loses an effect: {}.", self.called, clause(item, self.cast));
        found.removed(self.about(at), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Effect, after: &Effect, (_, at): (usize, usize)) {
        let field = match after {
            Effect::Cap(..) => "yards",
            Effect::Strengthen(..) | Effect::Reach(..) | Effect::Drag(..) => "factor",
        };
        let (from, to) = (amount(before), amount(after));
        found.field(&self.about(at), field, (&from, &to), || {
            format!("{} has another effect: {} instead of {from}.", self.called, clause(after, self.cast))
        });
    }

    fn moved(&self, found: &mut Found, item: &Effect, at: (usize, usize)) {
        let effect = format!("{}: the effect that {}", self.called, clause(item, self.cast));
        found.moved(self.about(at.1), at, reordered(&effect, at));
    }
}

/// What an effect acts on, and in which way.
fn acts_on(effect: &Effect) -> (u8, &str) {
    match effect {
        Effect::Strengthen(id, _) => (0, id.as_str()),
        Effect::Cap(id, _) => (1, id.as_str()),
        Effect::Reach(id, _) => (2, id.as_str()),
        Effect::Drag(id, _) => (3, id.as_str()),
    }
}

const fn amount(effect: &Effect) -> f64 {
    match effect {
        Effect::Strengthen(_, amount)
        | Effect::Cap(_, amount)
        | Effect::Reach(_, amount)
        | Effect::Drag(_, amount) => *amount,
    }
}

/// An effect as part of a sentence, its amount last or nearly so.
fn clause(effect: &Effect, cast: &Cast) -> String {
    match effect {
        Effect::Strengthen(id, factor) => format!("the strength of {} counts × {factor}", cast.player(id)),
        Effect::Cap(id, yards) => format!("{} gets no further than yard {yards}", cast.names.channel(id)),
        Effect::Reach(id, factor) => format!("the ambition in {} counts × {factor}", cast.names.channel(id)),
        Effect::Drag(id, factor) => {
            format!("{}, out on its own, slips back × {factor}", cast.names.channel(id))
        }
    }
}

struct Beats<'a>(&'a Cast<'a>);

impl Teller<Beat> for Beats<'_> {
    fn added(&self, found: &mut Found, item: &Beat, at: usize) {
        let Beat { phase, caption, .. } = item;
        let sentence = format!("Adds beat {} at “{}”: {}.", at + 1, phase.label(), quoted(caption));
        found.added(About::Beat(at + 1), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &Beat, at: usize) {
        let Beat { phase, caption, .. } = item;
        let sentence = format!("Removes beat {} at “{}”: {}.", at + 1, phase.label(), quoted(caption));
        found.removed(About::Beat(at + 1), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &Beat, after: &Beat, (_, at): (usize, usize)) {
        let Beat { phase, caption, notes, focus } = before;
        let (about, beat) = (About::Beat(at + 1), format!("Beat {}", at + 1));
        found.field(&about, "phase", (phase, &after.phase), || {
            format!("{beat} comes at “{}” instead of “{}”.", after.phase.label(), phase.label())
        });
        found.field(&about, "caption", (caption, &after.caption), || {
            format!("{beat} says {}.", instead(&after.caption, caption))
        });
        found.field(&about, "notes", (notes, &after.notes), || {
            text(
                &format!("The presenter's note at beat {}", at + 1),
                notes.as_deref(),
                after.notes.as_deref(),
            )
        });
        found.field(&about, "focus", (focus, &after.focus), || {
            let shown = |focus: &[String]| {
                let focus: Vec<String> = focus.iter().map(|id| self.0.anything(id)).collect();
                named(&focus.iter().map(String::as_str).collect::<Vec<_>>(), "nothing in particular")
            };
            format!("{beat} points at {} instead of {}.", shown(&after.focus), shown(focus))
        });
    }

    fn moved(&self, found: &mut Found, item: &Beat, at: (usize, usize)) {
        let sentence = moves(&quoted(&item.caption), "beat", at);
        found.moved(About::Beat(at.1 + 1), at, sentence);
    }
}
