//! Downfield draws an organisation's operating model as an American-football field, runs *plays* (tactics) on it, and
//! shows both the ground a tactic gains and the flanks it leaves open.
//!
//! What flows where; each layer knows only those to its left:
//!
//! ```text
//! plays/*.ron ──> play_file ──> model ──────> rules ──> timeline ──> Frame ──> picture ──> app     (window)
//!                 text, tree,   Play,         Outcome,  tracks over  at t      a scene     cli     (SVG, PNG, text …)
//!       │  ▲      problems      GamePlan,     Drive,    time                   of shapes
//!       │  │                    Operating     Trials
//!       │  │                    Model           └──> compare ──> measures, changes, sentences ──> cli, app
//!       │  │                      └──> arrange ──> steps with a name ──> app
//!       │  └── drafts: texts being changed, with the way back <── edits <──┘
//!       └── keeping <── texts that are saved or kept from a crash <─────────────────────────────── cli, app
//! ```
//!
//! * [`model`] says what a play is; [`play_file`] reads one from text and reports everything that is wrong with it;
//! * [`rules`] is the arithmetic that turns a play into an outcome and a plan into a drive, every number with its reasons,
//!   and runs them with chance; what matters most and what could be called next are made from that;
//! * [`arrange`] makes what a person does to a play one named step: the changes of its file, and what follows from them;
//! * [`compare`] sets one thing beside another: what two files say, and what two plans come to;
//! * [`timeline`] spreads an outcome over a few seconds; a frame is everything's place at one moment, in yards;
//! * [`show`] makes a programme of plays and plans the steps a presenter goes through, with what the room says to them;
//! * [`picture`] lays a frame out as shapes, which every export and the live window draw alike;
//! * [`deck`] makes a show one web page that plays it in any browser, with the files it was made of inside;
//! * [`handout`] sets the steps of a presentation as printed pages, and writes them as a PDF;
//! * [`drafts`] holds texts that are being changed, with one list of what was done and the way back;
//! * [`keeping`] writes files whole or not at all, and holds unsaved work where the next start finds it;
//! * [`cli`] and `app` (with the feature of that name) are the two ways in.
//!
//! Everything but the last three is pure: no clock, no window, no global state, and files only through
//! [`play_file::Files`]. What writes files does so through [`keeping::Disk`].

pub mod arrange;
pub mod cli;
pub mod compare;
pub mod deck;
pub mod drafts;
pub mod handout;
pub mod keeping;
pub mod model;
pub mod picture;
pub mod play_file;
pub mod rules;
pub mod show;
pub mod timeline;

#[cfg(feature = "app")]
pub mod app;
