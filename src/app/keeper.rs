//! Unsaved work is put where the next start finds it, on a thread of its own: within two seconds of an edit, whatever the
//! window does, and once more when the program ends.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bevy::prelude::*;

use super::session::Session;
use super::{Inbox, Order};
use crate::app::actions::Action;
use crate::app::words::say;
use crate::keeping::{OnDisk, Pace, Recovery, Rescue};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Keeper>()
        .add_systems(Startup, start)
        .add_systems(Update, (arrived.in_set(Order::Read), tell.in_set(Order::Draw)));
}

/// Where unsaved work is kept; nothing where it is not.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct RecoveryFolder(pub Option<PathBuf>);

/// What the thread is told.
enum News {
    /// These texts are unsaved now, each with what its file held.
    Unsaved(BTreeMap<PathBuf, Text>),
    /// This work of an earlier run is not wanted any more, or was taken up.
    Settled(Vec<Rescue>),
}

/// A text, and what its file held.
type Text = (Option<Arc<str>>, Arc<str>);

/// The thread's near end.
#[derive(Resource, Default)]
struct Keeper {
    news: Option<Sender<News>>,
    heard: Option<Mutex<Receiver<Action>>>,
    thread: Option<JoinHandle<()>>,
    revision: u64,
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.news = None;
        if let Some(thread) = self.thread.take() {
            // It has nothing left to do but to write what it knows of.
            let _ = thread.join();
        }
    }
}

fn start(folder: Option<Res<RecoveryFolder>>, mut keeper: ResMut<Keeper>, mut session: ResMut<Session>) {
    let Some(folder) = folder.and_then(|folder| folder.0.clone()) else { return };
    let recovery = match Recovery::start(folder) {
        Ok(recovery) => recovery,
        Err(error) => {
            session.notice = Some(say!("saving-not-kept-often", error = error));
            return;
        }
    };
    session.offer(recovery.found(), &OnDisk);
    let (news, told) = channel();
    let (say, heard) = channel();
    keeper.news = Some(news);
    keeper.heard = Some(Mutex::new(heard));
    keeper.thread = Some(std::thread::spawn(move || keep(&recovery, &told, &say)));
}

fn arrived(keeper: Res<Keeper>, mut inbox: ResMut<Inbox>) {
    if let Some(heard) = &keeper.heard {
        let heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        inbox.0.extend(heard.try_iter());
    }
}

/// Tells the thread what is unsaved whenever that has changed.
fn tell(mut session: ResMut<Session>, mut keeper: ResMut<Keeper>) {
    let session = session.bypass_change_detection();
    let revision = session.drafts.revision();
    let Some(news) = &keeper.news else { return };
    // The other end is there for as long as this one is.
    if !session.settled.is_empty() {
        let _ = news.send(News::Settled(std::mem::take(&mut session.settled)));
    }
    if revision != keeper.revision {
        let texts = session
            .drafts
            .unsaved()
            .map(|(path, draft)| (path.to_owned(), (draft.base.clone(), Arc::clone(&draft.text))));
        let _ = news.send(News::Unsaved(texts.collect()));
        keeper.revision = revision;
    }
}

/// The thread: waits for news, and writes when it is time.
fn keep(recovery: &Recovery, told: &Receiver<News>, say: &Sender<Action>) {
    let began = Instant::now();
    let now = || began.elapsed().as_secs_f64();
    let mut pace = Pace::default();
    let mut kept: BTreeMap<PathBuf, Text> = BTreeMap::new();
    let mut wanted: BTreeMap<PathBuf, Text> = BTreeMap::new();
    loop {
        let wait = pace
            .due_at()
            .map_or(Duration::from_hours(1), |due| Duration::from_secs_f64((due - now()).clamp(0.0, 3600.0)));
        let over = match told.recv_timeout(wait) {
            Ok(News::Settled(rescues)) => {
                for rescue in rescues {
                    // It is offered once more next time: nothing is lost by that.
                    let _ = recovery.settle(&rescue);
                }
                false
            }
            Ok(News::Unsaved(texts)) => {
                let is_work = texts.iter().any(|(path, text)| kept.get(path) != Some(text));
                wanted = texts;
                if is_work {
                    pace.edited(now());
                }
                forget(recovery, &mut kept, &wanted);
                false
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => true,
        };
        if over || pace.is_due(now()) {
            let taken = now();
            match write(recovery, &mut kept, &wanted) {
                Ok(()) => pace.kept(taken),
                Err(error) => {
                    pace.failed(taken);
                    let sentence = say!("saving-not-kept-now", error = error);
                    let _ = say.send(Action::Alarm(sentence));
                }
            }
        }
        if over {
            return;
        }
    }
}

/// What is saved or given up is not offered at the next start.
fn forget(recovery: &Recovery, kept: &mut BTreeMap<PathBuf, Text>, wanted: &BTreeMap<PathBuf, Text>) {
    kept.retain(|path, _| {
        let stays = wanted.contains_key(path);
        if !stays {
            // An offer too many at the next start loses nothing.
            let _ = recovery.forget(path);
        }
        stays
    });
}

fn write(
    recovery: &Recovery,
    kept: &mut BTreeMap<PathBuf, Text>,
    wanted: &BTreeMap<PathBuf, Text>,
) -> std::io::Result<()> {
    let saved_secs = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    for (path, text) in wanted {
        if kept.get(path) == Some(text) {
            continue;
        }
        recovery.keep(&Rescue {
            path: path.clone(),
            base: text.0.as_deref().map(str::to_owned),
            text: text.1.to_string(),
            saved_secs,
        })?;
        kept.insert(path.clone(), text.clone());
    }
    Ok(())
}
