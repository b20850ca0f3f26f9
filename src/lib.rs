//! Downfield draws an organisation's operating model as a field, runs *plays* (tactics) on it, and shows what a tactic
//! gains and what it leaves open.

pub mod play_file;
