//! What moves when.

use std::sync::Arc;

use super::captions::Captions;
use super::gone_round::{Force, forces};
use super::lanes::{self, Lane};
use super::moment::{self, Moment};
use super::phases::{Happenings, spans};
use super::series::{GOAL, Series};
use super::stops::Everyone;
use super::tokens::{Token, short_of};
use super::{BallFrame, BattleFrame, Caption, Frame, PhaseSpan, RunFrame};
use crate::model::{Assignment, GamePlan, OperatingModel, Phase, Place, Play, PlayerId, Side, Subject};
use crate::rules::{self, BattleKind, Lineup, Run};

/// How far from its defender the bar of a head-to-head stands at most, in yards.
const BAR_AWAY: f64 = 4.0;

/// A play over time: the last of several runs in a row, with the earlier ones as ghosts.
#[derive(Clone, Debug)]
pub struct Timeline {
    phases: Vec<PhaseSpan>,
    title: String,
    headlines: Headlines,
    model: Arc<OperatingModel>,
    lanes: Vec<Lane>,
    /// The offense in the play's order, then the defense.
    tokens: Vec<Token>,
    meetings: Vec<Meeting>,
    forces: Vec<Force>,
    ball: Ball,
    series: Series,
    times: u32,
    captions: Captions,
    /// Whether anything is visibly pulled back.
    dragged: bool,
}

/// What the header says, by how much of the play has been seen.
#[derive(Clone, Debug)]
pub(super) struct Headlines {
    /// Before anything has come of it.
    pub(super) before: String,
    /// While the fronts are pushed.
    pub(super) gain: String,
    /// From the drag on.
    pub(super) result: String,
}

/// What a play stands in: what it is called there, and what it is measured against.
pub(super) struct Setting {
    pub(super) title: String,
    pub(super) headlines: Headlines,
    pub(super) series: Series,
    /// How often the play has been run, with this time.
    pub(super) times: u32,
}

impl Headlines {
    fn new(lineup: &Lineup, runs: &[Run]) -> Self {
        if runs.is_empty() {
            let summary = || lineup.play.summary.clone();
            return Self { before: summary(), gain: summary(), result: summary() };
        }
        Self {
            before: rules::headline_before(lineup, runs),
            gain: rules::headline_of_gain(lineup, runs),
            result: rules::headline(lineup, runs),
        }
    }

    fn at(&self, phase: Phase) -> &str {
        match phase {
            Phase::LineUp | Phase::StepBack | Phase::Battles => &self.before,
            Phase::Advance => &self.gain,
            Phase::DragBack | Phase::ReadOut => &self.result,
        }
    }
}

/// A head-to-head and where it is met.
#[derive(Clone, Debug)]
struct Meeting {
    /// The defender's place among the tokens.
    defender: usize,
    offense: Vec<PlayerId>,
    kind: BattleKind,
    share: f64,
    /// Where the bar stands, from the defender: yards, and across the lane.
    offset: Place,
}

/// Who has the ball.
#[derive(Clone, Debug)]
struct Ball {
    carrier: PlayerId,
    /// Its place among the tokens; nothing where the play does not have it.
    token: Option<usize>,
}

impl Timeline {
    /// Spreads the last of `runs` over time; the earlier ones are ghosts. Without runs nothing happens.
    #[must_use]
    pub fn new(lineup: &Lineup, runs: &[Run]) -> Self {
        let lanes = (0..lineup.model.channels.len()).map(|index| Lane::new(index, runs)).collect();
        let setting = Setting {
            title: rules::title(lineup, runs),
            headlines: Headlines::new(lineup, runs),
            series: Series::of(runs, &lineup.model.constants),
            times: runs.len().max(1) as u32,
        };
        Self::within(setting, lineup, runs, lanes)
    }

    /// Spreads the last of `runs` over time, on these lanes.
    pub(super) fn within(setting: Setting, lineup: &Lineup, runs: &[Run], lanes: Vec<Lane>) -> Self {
        let (play, model) = (&*lineup.play, &*lineup.model);
        let constants = &model.constants;
        let everyone = Everyone::new(play, model, &lanes, runs);
        let last = runs.last();
        let most = |value: fn(&Lane) -> f64| lanes.iter().map(value).fold(0.0, f64::max);
        let dragged = lanes.iter().any(Lane::is_dragged);
        let phases = spans(&Happenings {
            step_back: super::easing::drawable(play.ball.step_back, 0.0, GOAL),
            head_to_heads: last.map_or(0, |run| run.outcome.battles.len()),
            largest_gain: most(|lane| (lane.pushed - lane.start).abs()),
            largest_drag: if dragged { most(Lane::dragged) } else { 0.0 },
            farthest: everyone.farthest(),
            apart: lanes::apart(&lanes),
        });
        let (tokens, meetings) = cast(play, everyone, last);
        Self {
            title: setting.title,
            headlines: setting.headlines,
            model: Arc::clone(&lineup.model),
            forces: last.map_or_else(Vec::new, |run| forces(run, &lanes, &tokens, constants)),
            ball: Ball {
                carrier: play.ball.carrier.clone(),
                token: tokens.iter().position(|token| token.carrier),
            },
            series: setting.series,
            times: setting.times,
            captions: Captions::new(play, model, &phases),
            phases,
            lanes,
            tokens,
            meetings,
            dragged,
        }
    }

    /// Takes the names of forces that only other plays know.
    pub(super) fn naming_from<'a>(&mut self, plays: impl Iterator<Item = &'a Play> + Clone) {
        let forces = std::mem::take(&mut self.forces);
        self.forces = forces.into_iter().map(|force| force.known_from(plays.clone())).collect();
    }

    /// Takes a plan's words for what down `number` comes to.
    pub(super) fn captioned_by(&mut self, plan: &GamePlan, number: u32) {
        self.captions = std::mem::take(&mut self.captions).within(plan, number, &self.phases);
    }

    /// How long the play lasts, in seconds.
    #[must_use]
    pub fn duration_secs(&self) -> f64 {
        self.phases.last().map_or(0.0, PhaseSpan::end_secs)
    }

    /// The parts of the play in order; all six are always there.
    #[must_use]
    pub fn phases(&self) -> &[PhaseSpan] {
        &self.phases
    }

    /// The part a moment lies in.
    #[must_use]
    pub fn phase_at(&self, time_secs: f64) -> PhaseSpan {
        moment::span_at(&self.phases, time_secs)
    }

    /// The presenter's steps: the part each belongs to, when it begins in seconds, its words, and what to look at.
    #[must_use]
    pub fn beats(&self) -> Vec<(Phase, f64, Caption, Vec<Subject>)> {
        let beats = self.captions.all();
        beats.map(|(from, caption, focus)| (self.phase_at(from).phase, from, caption, focus)).collect()
    }

    /// The moment that shows a phase at its most telling: what `--at battles` and reduced motion show.
    #[must_use]
    pub fn still_of(&self, phase: Phase) -> f64 {
        moment::still_of(&self.phases, phase, self.dragged)
    }

    /// Everything's place and state at a moment; before 0 is 0, after the end is the end.
    #[must_use]
    pub fn frame(&self, time_secs: f64) -> Frame {
        let moment = Moment::new(&self.phases, time_secs, self.dragged);
        let (channels, tethers) = lanes::frames(&self.lanes, &moment, self.model.constants.cover);
        let spot = self.model.weighted_mean(channels.iter().map(|channel| channel.front));
        let places: Vec<Place> = self.tokens.iter().map(|token| token.at(&moment)).collect();
        let (caption, focus) = self.captions.at(moment.time_secs);
        let mut frame = Frame {
            time_secs: moment.time_secs,
            phase: moment.phase,
            phase_progress: moment.progress,
            title: self.title.clone(),
            headline: self.headlines.at(moment.phase).to_owned(),
            model: Arc::clone(&self.model),
            tokens: self.tokens.iter().map(|token| token.frame(&moment)).collect(),
            routes: self.tokens.iter().filter_map(|token| token.route(&moment)).collect(),
            battles: self.battles(&moment, &places),
            gone_round: self
                .forces
                .iter()
                .filter_map(|force| force.frame(&moment, &self.tokens, &places))
                .collect(),
            tethers,
            ball: self.ball(&places),
            run: RunFrame {
                spot,
                series_start: self.series.start,
                line_to_gain: self.series.line_to_gain,
                goal: self.series.goal,
                down: self.series.down,
                downs: self.series.downs,
                times: self.times,
            },
            channels,
            caption,
            focus,
            dim: moment.dim,
        };
        if moment.settle > 0.0 {
            self.settle(&mut frame, &moment);
        }
        frame
    }

    /// Players, and what they left behind, go with fronts that what follows from the play moves.
    fn settle(&self, frame: &mut Frame, moment: &Moment) {
        let moved: Vec<f64> = self.lanes.iter().map(|lane| lane.settled(moment)).collect();
        let moved = |lane: usize| moved.get(lane).copied().unwrap_or(0.0);
        for token in &mut frame.tokens {
            token.at.yards += moved(token.channel);
        }
        for battle in &mut frame.battles {
            battle.at.yards += moved(battle.channel);
        }
        for force in &mut frame.gone_round {
            force.at.yards += moved(force.channel);
        }
        frame.ball.at.yards += moved(frame.ball.channel);
    }

    fn battles(&self, moment: &Moment, places: &[Place]) -> Vec<BattleFrame> {
        let frame = |meeting: &Meeting| {
            let (defender, at) = (self.tokens.get(meeting.defender)?, places.get(meeting.defender)?);
            Some(BattleFrame {
                defender: defender.id.clone(),
                offense: meeting.offense.clone(),
                kind: meeting.kind,
                channel: defender.stops.lane,
                at: Place {
                    yards: at.yards + meeting.offset.yards,
                    across: (at.across + meeting.offset.across).clamp(-1.0, 1.0),
                },
                share: meeting.share,
                filled: moment.fill,
            })
        };
        self.meetings.iter().filter_map(frame).collect()
    }

    fn ball(&self, places: &[Place]) -> BallFrame {
        let carried = self.ball.token.and_then(|index| Some((self.tokens.get(index)?, *places.get(index)?)));
        let (channel, at) = carried.map_or_else(
            || {
                let yards = self.lanes.first().map_or(0.0, |lane| lane.start);
                (0, Place { yards, across: 0.0 })
            },
            |(token, at)| (token.stops.lane, at),
        );
        BallFrame { carrier: self.ball.carrier.clone(), channel, at }
    }
}

/// The players with their names, and who meets whom; places in lists become places among the tokens.
fn cast(play: &Play, everyone: Everyone, run: Option<&Run>) -> (Vec<Token>, Vec<Meeting>) {
    let battles = run.map_or(&[][..], |run| &run.outcome.battles);
    let count = play.offense.len() + play.defense.len();
    let short = |short: &Option<String>, name: &str| short.clone().unwrap_or_else(|| short_of(name));
    let mut tokens = Vec::with_capacity(count);
    for (index, (player, stops)) in play.offense.iter().zip(everyone.offense).enumerate() {
        let Some(stops) = stops else { continue };
        tokens.push(Token {
            id: player.id.clone(),
            side: Side::Offense,
            name: player.name.clone(),
            short: short(&player.short, &player.name),
            carrier: player.id == play.ball.carrier,
            engaged: battles.iter().any(|battle| battle.offense.contains(&index)),
            assignment: Some(player.assignment.clone()),
            kind: match player.assignment {
                Assignment::Confront(_) => Some(BattleKind::Confront),
                Assignment::Bypass(_) => Some(BattleKind::Bypass),
                Assignment::Block(_) => Some(BattleKind::Block),
                Assignment::Support(_) | Assignment::Advance | Assignment::Hold => None,
            },
            stops,
            turn: (index, count),
        });
    }
    let mut among_tokens = vec![None; play.defense.len()];
    for (index, (defender, stops)) in play.defense.iter().zip(everyone.defense).enumerate() {
        let Some(stops) = stops else { continue };
        among_tokens[index] = Some(tokens.len());
        tokens.push(Token {
            id: defender.id.clone(),
            side: Side::Defense,
            name: defender.name.clone(),
            short: short(&defender.short, &defender.name),
            carrier: false,
            engaged: battles.iter().any(|battle| battle.defender == index),
            assignment: None,
            kind: None,
            stops,
            turn: (play.offense.len() + index, count),
        });
    }
    let meetings = battles
        .iter()
        .filter_map(|battle| {
            let defender = among_tokens.get(battle.defender).copied().flatten()?;
            let ids: Vec<&PlayerId> =
                battle.offense.iter().filter_map(|index| Some(&play.offense.get(*index)?.id)).collect();
            Some(Meeting {
                defender,
                offset: meeting_place(&tokens, defender, &ids),
                offense: ids.into_iter().cloned().collect(),
                kind: battle.kind,
                share: super::easing::drawable(battle.share, 0.0, 1.0),
            })
        })
        .collect();
    (tokens, meetings)
}

/// Half-way from the defender to the middle of those of its lane who meet it, but near it.
fn meeting_place(tokens: &[Token], defender: usize, offense: &[&PlayerId]) -> Place {
    let Some(stops) = tokens.get(defender).map(|token| &token.stops) else { return Place::default() };
    let (mut sum, mut count) = (Place::default(), 0.0);
    for token in tokens {
        if token.side == Side::Offense && token.stops.lane == stops.lane && offense.contains(&&token.id) {
            sum.yards += token.stops.met.yards - stops.met.yards;
            sum.across += token.stops.met.across - stops.met.across;
            count += 2.0;
        }
    }
    if count == 0.0 {
        return Place::default();
    }
    Place { yards: (sum.yards / count).clamp(-BAR_AWAY, BAR_AWAY), across: sum.across / count }
}
