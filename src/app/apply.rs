//! Carries actions out. The only place that changes the [`Session`]; what needs the window or the system comes back as
//! a [`Request`].

use std::path::PathBuf;

use super::actions::{Action, ChannelStep, Command};
use super::lens::{WHOLE_FIELD, Window};
use super::session::presenting::{ArgueBoard, Argued, Board, GuessBoard, InkStep, PresentStep, Tool, Veil};
use super::session::{About, Adding, Asking, Decided, NUDGE, New, NewFile, Of, Screen, Session};
use super::settings::SCALES;
use super::words::{Language, say, spoken};
use crate::keeping::Disk;
use crate::model::{Phase, Subject};
use crate::picture::Themes;

/// One step in time, in seconds.
const STEP_SECS: f64 = 0.25;
/// One step of the scale of text.
const SCALE_STEP: f32 = 0.1;

/// What only the window or the system can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Let the user choose a file.
    ChooseFile,
    /// Let the user choose a folder.
    ChooseFolder,
    /// Watch this path from now on; nothing to stop watching.
    Watch(Option<PathBuf>),
    /// Fill the screen, or not.
    FullScreen,
    /// Say everything in this language.
    Speak(Language),
    /// Close the program.
    Quit,
}

/// Carries one action out.
pub fn apply(action: Action, session: &mut Session, files: &dyn Disk) -> Option<Request> {
    if is_deliberate(&action) {
        session.news = None;
    }
    match action {
        Action::Do(command) => return run(command, session, files),
        Action::ShowPlay(stem) => {
            if !session.show(&stem) {
                let at = session
                    .problems()
                    .position(|problem| session.entry_of(problem).is_some_and(|entry| *entry.stem == *stem));
                session.panels.problem = at;
                if at.is_none() {
                    session.notice = Some(say!("opening-model-errors", stem = stem));
                }
            }
        }
        Action::Open(path) => {
            session.panels.path = None;
            match session.open(&path, files) {
                Ok(()) => return Some(Request::Watch(session.watched())),
                Err(sentence) => session.notice = Some(sentence),
            }
        }
        Action::Search(words) => {
            session.panels.search = words;
            session.panels.focus_search = false;
        }
        Action::Tag(tag) => session.panels.tag = tag,
        Action::Select(subject) => {
            session.panels.inspector |= subject.is_some();
            session.panels.change.leave_model();
            session.select(subject);
        }
        Action::Pick(id) => session.pick(&id),
        Action::PickAll(ids) => session.picked = ids,
        Action::Grab(what, from) => session.grab(what, from),
        Action::Drag(to, free) => session.drag(to, free),
        Action::Drop => session.drop_held(),
        Action::PutBack => session.put_back(),
        Action::Paste(text) => session.paste(&text),
        Action::DropPoint(id, index) => session.arrange_play(|arrange| Ok(arrange.drop_point(&id, index))),
        Action::Edit(edit) => {
            session.change(&edit);
            session.note_argued();
        }
        Action::Type(path, name, edit, joins) => session.type_in(&path, name, edit, joins),
        Action::ShowSource(path) => session.panels.source = Some(path),
        Action::Own(of) => session.edit_source(of),
        Action::Channels(ChannelStep::Add) => session.add_channel(),
        Action::Channels(ChannelStep::Remove(id)) => session.remove_channel(&id),
        Action::Channels(ChannelStep::Rename(from, to)) => session.rename_channel(&from, &to),
        Action::GoBackTo(count) => session.go_back_to(count),
        Action::Reread(reread) => session.take_reread(reread),
        Action::AskAbout(path) => session.panels.asking = Some(Asking::Conflict(path)),
        Action::GoToUnsaved(path) => {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            if session.playbook.at(&path).is_none() {
                if let Err(sentence) = session.open(&path, files) {
                    session.notice = Some(sentence);
                }
                return Some(Request::Watch(session.watched()));
            }
            if let Some(stem) = stem {
                session.show(&stem);
            }
        }
        Action::Decide(decided) => {
            if session.decide(decided, files) {
                return Some(Request::Quit);
            }
        }
        Action::SaveAs(path) => session.save_as(&path, files),
        Action::TypeSaveAs(path) => session.panels.asking = Some(Asking::SaveAs(path)),
        Action::Alarm(sentence) => session.notice = Some(sentence),
        Action::Settle => session.drafts.settle(),
        Action::ShowFields(on) => session.panels.change.show(on),
        Action::ShowFieldsOf(of) => (session.panels.change.on, session.panels.change.of) = (true, of),
        Action::KeyboardTaken => session.panels.change.to_first = false,
        Action::Adding(adding) => session.panels.change.adding = adding,
        Action::Hover(subject) => session.hovered = subject,
        Action::Assume(id, holds) => {
            session.change_shown(|shown| {
                let at = shown.lineup.play.assumptions.iter().position(|assumption| assumption.id == id);
                if let Some(switch) = at.and_then(|at| shown.switches.0.get_mut(at)) {
                    *switch = holds;
                }
            });
            session.note_argued();
        }
        Action::StartAt(channel, yards) => session.start_at(channel, yards),
        Action::About(about) => explain(session, about),
        Action::Seek(time_secs) => {
            session.playback.playing = false;
            session.playback.seek(time_secs, session.duration_secs());
        }
        Action::ToDown(at) => go_to_down(session, at, false),
        Action::AfterDown(at) => go_to_down(session, at, true),
        Action::Speed(speed) => session.playback.speed = speed,
        Action::Pan(yards) => session.lens.pan(yards),
        Action::Zoom(factor, about) => session.lens.zoom(factor, about),
        Action::Screen(screen) => session.go_to(screen),
        Action::Compare(stem) => session.compare(&stem),
        Action::Choose(at) if at < session.comparison.sides.len() => session.comparison.chosen = at,
        Action::Choose(_) => {}
        Action::CompareSheet(sheet) => session.comparison.sheet = sheet,
        Action::CompareTimes(times) => session.compare_times(times),
        Action::Weigh(exposure) => session.weigh(exposure),
        Action::Ask(topic) => session.ask(topic),
        Action::Answered(topic, number, answer) => session.take_answer(topic, number, answer),
        Action::Present(stems) => {
            let stems: Vec<&str> = stems.iter().map(String::as_str).collect();
            session.present_stems(&stems);
        }
        Action::Presenting(step) => session.do_present(step, files),
        Action::Theme(theme) => session.settings.theme = theme.name().into(),
        Action::Scale(scale) => set_scale(session, scale),
        Action::ShowProblem(at) => session.panels.problem = Some(at),
        Action::Fix(at) => session.fix(at, files),
        Action::Palette(words) => session.panels.palette = words,
        Action::Starting(Some(starting)) => session.panels.starting = Some(*starting),
        Action::Starting(None) => session.leave_new(),
        Action::Make => session.make_new(),
        Action::TypePath(path) => session.panels.path = path,
    }
    None
}

/// Whether a person did something, so that what was said of the last thing done is old.
const fn is_deliberate(action: &Action) -> bool {
    matches!(
        action,
        Action::Do(_)
            | Action::ShowPlay(_)
            | Action::Select(_)
            | Action::Grab(..)
            | Action::Edit(_)
            | Action::Type(..)
            | Action::Assume(..)
            | Action::StartAt(..)
            | Action::Seek(_)
            | Action::Screen(_)
    )
}

fn run(command: Command, session: &mut Session, files: &dyn Disk) -> Option<Request> {
    if !command.enabled(session) {
        return None;
    }
    let duration_secs = session.duration_secs();
    match command {
        Command::PlayPause => session.playback.toggle(duration_secs),
        Command::StepForward => step(session, STEP_SECS),
        Command::StepBack => step(session, -STEP_SECS),
        Command::NextPhase => to_phase(session, 1),
        Command::PreviousPhase => to_phase(session, -1),
        Command::ToStart if session.playback.time_secs <= 0.0 && session.down().is_some() => {
            go_to_down(session, 0, false);
        }
        Command::ToStart => seek(session, 0.0),
        Command::ToEnd if session.playback.time_secs >= duration_secs && session.down().is_some() => {
            go_to_down(session, usize::MAX, true);
        }
        Command::ToEnd => seek(session, duration_secs),
        Command::NextDown => to_next_down(session, 1),
        Command::PreviousDown => to_next_down(session, -1),
        Command::Faster => session.playback.change_speed(1),
        Command::Slower => session.playback.change_speed(-1),
        Command::Loop => session.playback.looping = !session.playback.looping,
        Command::RunOnce => run_again(session, 1),
        Command::RunFour => run_again(session, 4),
        Command::RunTen => run_again(session, 10),
        Command::RunFifty => run_again(session, 50),
        Command::ResetWhatIf => session.drop_what_if(),
        Command::WhatIfMode => session.toggle_what_if_mode(),
        Command::KeepWhatIf => session.keep_what_if(),
        Command::CompareWhatIf => session.compare_what_if(),
        Command::FitAction if session.screen == Screen::Compare => session.fit_comparison(),
        Command::FitAction => {
            if let Some(frame) = session.frame() {
                session.lens.show(Window::around(&frame));
            }
        }
        Command::WholeField => session.lens.show(WHOLE_FIELD),
        Command::ZoomIn => zoom(session, 1.25),
        Command::ZoomOut => zoom(session, 0.8),
        Command::PanLeft => session.lens.pan(-5.0),
        Command::PanRight => session.lens.pan(5.0),
        Command::Broadcast => {
            session.lens.seen = session.lens.seen.other();
            session.settings.seen = session.lens.seen;
        }
        Command::NextSubject => select_next(session),
        Command::Deselect => close_or_deselect(session),
        Command::ExplainPlay => explain(session, About::Why),
        Command::Argue => explain(session, About::Argue),
        Command::NextCall => explain(session, About::NextCall),
        Command::Present => session.present_shown(),
        Command::Help if session.presenting.is_some() => {
            if let Some(presenting) = &mut session.presenting {
                presenting.keys = !presenting.keys;
            }
        }
        Command::ToggleCompare => session.go_to(match session.screen {
            Screen::Model => Screen::Compare,
            Screen::Compare => Screen::Model,
        }),
        Command::CompareThis => {
            if let Some(stem) = session.shown().map(|shown| shown.stem.to_string()) {
                session.compare(&stem);
            }
        }
        Command::Overlay => session.comparison.overlaid = !session.comparison.overlaid,
        Command::NextSide => {
            let count = session.comparison.sides.len().max(1);
            session.comparison.chosen = (session.comparison.chosen + 1) % count;
        }
        Command::NewPlay => session.start_new(NewFile::Play),
        Command::NewPlan => session.start_new(NewFile::Plan),
        Command::NewModel => session.start_new(NewFile::Model),
        Command::OpenFile => return Some(Request::ChooseFile),
        Command::OpenFolder => return Some(Request::ChooseFolder),
        Command::OpenPath => session.panels.path = Some(String::new()),
        Command::OpenBuiltIn => {
            session.open_built_in(files);
            return Some(Request::Watch(session.watched()));
        }
        Command::Save => {
            let saved = session.save_all(files);
            // The user's own folder may only be there now.
            return (saved && session.opened().is_none()).then(|| Request::Watch(session.watched()));
        }
        Command::SaveAs => {
            session.decide(Decided::SaveAs, files);
        }
        Command::Source => session.toggle_source(),
        Command::History => session.panels.history = !session.panels.history,
        Command::Reload => session.reload(files),
        Command::NextPlay => show_next(session, 1),
        Command::PreviousPlay => show_next(session, -1),
        Command::FindPlay => session.panels.focus_search = true,
        Command::NextProblem => {
            let count = session.problems().count().max(1);
            session.panels.problem = Some(session.panels.problem.map_or(0, |at| (at + 1) % count));
        }
        Command::FixProblem => {
            if let Some(at) = session.panels.problem {
                session.fix(at, files);
            }
        }
        Command::ChangeIt => {
            session.panels.inspector = true;
            session.panels.change.show(true);
            session.panels.change.to_first = true;
        }
        Command::ChangeModel => {
            session.select(Some(Subject::Play));
            session.panels.inspector = true;
            (session.panels.change.on, session.panels.change.of) = (true, Of::Model);
        }
        Command::AddDefender => session.panels.change.adding = Adding::new(session, New::HoldsBack),
        Command::AddPlayer => session.panels.change.adding = Adding::new(session, New::MovesForward),
        Command::AddAssumption => session.panels.change.adding = Adding::new(session, New::Assumption),
        Command::NudgeForward => session.nudge(NUDGE.0, 0.0),
        Command::NudgeBack => session.nudge(-NUDGE.0, 0.0),
        Command::NudgeUp => session.nudge(0.0, -NUDGE.1),
        Command::NudgeDown => session.nudge(0.0, NUDGE.1),
        Command::PickEveryone => session.pick_everyone(),
        Command::Duplicate => session.duplicate_picked(),
        Command::Mirror => {
            let ids = session.picked_or_selected();
            session.arrange_play(|arrange| Ok(arrange.mirror(&ids)));
        }
        Command::MirrorChannels => {
            let ids = session.picked_or_selected();
            session.arrange_play(|arrange| Ok(arrange.mirror_channels(&ids)));
        }
        Command::Remove => session.remove_picked(),
        Command::GiveBall => {
            if let Some(id) = session.picked_or_selected().first().cloned() {
                session.arrange_play(|arrange| Ok(arrange.carrier(&id)));
            }
        }
        Command::Straighten => {
            if let Some(id) = session.picked_or_selected().first().cloned() {
                session.arrange_play(|arrange| Ok(arrange.straighten(&id)));
            }
        }
        Command::Undo => session.undo(),
        Command::Redo => session.redo(),
        Command::Palette => session.panels.palette = Some(String::new()),
        Command::Help => session.panels.help = !session.panels.help,
        Command::TogglePlaybook => {
            session.panels.playbook = !session.panels.playbook;
            session.settings.playbook_open = session.panels.playbook;
        }
        Command::ToggleInspector => session.panels.inspector = !session.panels.inspector,
        Command::NextTheme => {
            let at = Themes::ALL.iter().position(|theme| *theme == session.settings.theme()).unwrap_or(0);
            session.settings.theme = Themes::ALL[(at + 1) % Themes::ALL.len()].name().into();
        }
        Command::NextLanguage => {
            let language = spoken().next();
            session.settings.language = Some(language.code().into());
            session.news = Some(language.name().to_owned());
            return Some(Request::Speak(language));
        }
        Command::ReducedMotion => session.settings.turn_motion(),
        Command::Larger => set_scale(session, session.settings.scale + SCALE_STEP),
        Command::Smaller => set_scale(session, session.settings.scale - SCALE_STEP),
        Command::NormalSize => set_scale(session, 1.0),
        Command::FullScreen => return Some(Request::FullScreen),
        Command::Quit if session.drafts.unsaved().next().is_some() => {
            session.panels.asking = Some(Asking::Leaving);
        }
        Command::Quit => return Some(Request::Quit),
        // What is left is the presentation's.
        command => {
            if let Some(step) = present_step(command, session) {
                session.do_present(step, files);
            }
        }
    }
    None
}

/// What a command of the presentation does; nothing for those that are about something else.
fn present_step(command: Command, session: &Session) -> Option<PresentStep> {
    let presenting = session.presenting.as_ref()?;
    // A board that is open is closed by the key that opens it.
    let board = |board: Board| {
        let is_open = presenting
            .board
            .as_ref()
            .is_some_and(|open| std::mem::discriminant(open) == std::mem::discriminant(&board));
        PresentStep::Board(if is_open { None } else { Some(board) })
    };
    Some(match command {
        Command::NextStep => PresentStep::Next,
        Command::StepBefore => PresentStep::Back,
        Command::FirstStep => PresentStep::First,
        Command::LastStep => PresentStep::Last,
        Command::StepAgain => PresentStep::Again,
        Command::GoToStep => PresentStep::Going(Some(String::new())),
        Command::AllSteps => PresentStep::Overview,
        Command::Blacken => PresentStep::Veil(Veil::Black),
        Command::Whiten => PresentStep::Veil(Veil::White),
        Command::Light => PresentStep::Tool(Tool::Spotlight),
        Command::Pen => PresentStep::Tool(Tool::Pen),
        Command::Eraser => PresentStep::Tool(Tool::Eraser),
        Command::ClearInk => PresentStep::Ink(InkStep::Clear),
        Command::UndoInk => PresentStep::Ink(InkStep::Undo),
        Command::RedoInk => PresentStep::Ink(InkStep::Redo),
        Command::KeepInk => PresentStep::KeepInk,
        Command::CallIt => board(Board::Guess(GuessBoard::default())),
        Command::ChangeMinds => board(Board::Argue(ArgueBoard::default())),
        Command::WriteDecision => board(Board::Note(Argued::Decision, String::new())),
        Command::WriteArgument => board(Board::Note(Argued::Argument, String::new())),
        Command::NameGroups => {
            let names: Vec<&str> = presenting.room.groups.iter().map(|group| &*group.name).collect();
            board(Board::Groups(names.join(", ")))
        }
        Command::KeepRecord => board(Board::Record(String::new())),
        Command::GiveTime if presenting.clock.timer_secs.is_some() => PresentStep::Timer(None),
        Command::GiveTime => board(Board::Timer(String::new())),
        Command::Notes => PresentStep::Notes,
        Command::SecondWindow => PresentStep::Second(!presenting.second.wanted),
        Command::Inspect => PresentStep::Inspector(!presenting.inspector),
        Command::EndPresenting => PresentStep::Escape,
        _ => return None,
    })
}

fn explain(session: &mut Session, about: About) {
    session.selected = Some(Subject::Play);
    session.panels.inspector = true;
    session.panels.about = about;
    session.panels.change.on = false;
}

fn set_scale(session: &mut Session, scale: f32) {
    if scale.is_finite() {
        let tenths = (scale * 10.0).round() / 10.0;
        session.settings.scale = tenths.clamp(*SCALES.start(), *SCALES.end());
    }
}

fn zoom(session: &mut Session, factor: f64) {
    let aim = session.lens.aim;
    session.lens.zoom(factor, f64::midpoint(aim.from_yard, aim.to_yard));
}

fn seek(session: &mut Session, time_secs: f64) {
    session.playback.playing = false;
    session.playback.seek(time_secs, session.duration_secs());
}

fn step(session: &mut Session, by_secs: f64) {
    seek(session, session.playback.time_secs + by_secs);
}

/// To the next part's most telling moment, or the one before.
fn to_phase(session: &mut Session, by: isize) {
    let now = session.playback.time_secs;
    let stills = Phase::ALL.map(|phase| session.still_of(phase));
    let next = if by > 0 {
        stills.into_iter().find(|still| *still > now + 1e-6)
    } else {
        stills.into_iter().rev().find(|still| *still < now - 1e-6)
    };
    match next {
        Some(time_secs) => seek(session, time_secs),
        None if by > 0 => {
            if let Some((at, _)) = session.down().filter(|(at, count)| at + 1 < *count) {
                go_to_down(session, at + 1, false);
            }
        }
        None => match session.down().filter(|_| now <= 0.0).and_then(|(at, _)| at.checked_sub(1)) {
            Some(at) => go_to_down(session, at, true),
            None => seek(session, 0.0),
        },
    }
}

/// To a try of the plan: its start, or its end.
fn go_to_down(session: &mut Session, at: usize, at_end: bool) {
    let goes_on = session.playback.playing && !at_end;
    let at_end = at_end || session.settings.reduced_motion;
    session.go_to_down(at, if at_end { f64::MAX } else { 0.0 });
    session.playback.playing = goes_on && !session.settings.reduced_motion;
}

fn to_next_down(session: &mut Session, by: isize) {
    if let Some(at) = session.down().and_then(|(at, _)| at.checked_add_signed(by)) {
        go_to_down(session, at, false);
    }
}

fn run_again(session: &mut Session, times: u32) {
    session.change_shown(|shown| shown.times = times);
    if session.settings.reduced_motion {
        session.playback.time_secs = session.duration_secs();
    } else {
        session.playback.time_secs = 0.0;
        session.playback.playing = true;
    }
    if let Some(frame) = session.shown().map(|shown| shown.timeline.frame(f64::MAX)) {
        session.lens.show(Window::around(&frame));
    }
}

fn select_next(session: &mut Session) {
    let subjects = session.subjects();
    let at = session.selected.as_ref().and_then(|now| subjects.iter().position(|subject| subject == now));
    let next = at.map_or(0, |at| (at + 1) % subjects.len().max(1));
    session.select(subjects.get(next).cloned());
    session.panels.inspector = true;
}

fn close_or_deselect(session: &mut Session) {
    if session.hand.is_some() {
        session.put_back();
        return;
    }
    let panels = &mut session.panels;
    if panels.change.adding.take().is_some() {
        return;
    }
    if panels.asking.take().is_some() || std::mem::take(&mut panels.history) {
        return;
    }
    if panels.palette.take().is_some() || panels.path.take().is_some() {
        return;
    }
    if panels.starting.is_some() {
        session.leave_new();
        return;
    }
    if panels.problem.take().is_some() {
        return;
    }
    if std::mem::take(&mut panels.help) || session.notice.take().is_some() || session.news.take().is_some() {
        return;
    }
    session.select(None);
}

fn show_next(session: &mut Session, by: isize) {
    let stems: Vec<_> = session.listed().filter(|row| row.is_good).map(|row| row.stem.clone()).collect();
    if stems.is_empty() {
        return;
    }
    let at = session.shown().and_then(|shown| stems.iter().position(|stem| *stem == shown.stem));
    let next = at.map_or(0, |at| {
        at.cast_signed().wrapping_add(by).rem_euclid(stems.len().cast_signed()).cast_unsigned()
    });
    session.show(&stems[next]);
}
