//! Players and what they do, in the words of a step.

use crate::model::{Assignment, Play, PlayerId};
use crate::rules::words::{is_plural, list};

/// What a player of either side is called in `plays`, the first that has it; its id where none does.
pub(super) fn player(plays: &[&Play], id: &PlayerId) -> String {
    let name = plays.iter().find_map(|play| {
        let offense = play.offense.iter().map(|player| (&player.id, &player.name));
        let mut both = offense.chain(play.defense.iter().map(|player| (&player.id, &player.name)));
        both.find(|(other, _)| *other == id).map(|(_, name)| name)
    });
    name.map(|name| on_one_line(name)).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}

/// "Service redesign team", "User research and Cloud hosting", "3 players".
pub(super) fn players(play: &Play, ids: &[PlayerId]) -> String {
    match ids {
        [] => "nobody".to_owned(),
        [_] | [_, _] => {
            let names: Vec<String> = ids.iter().map(|id| player(&[play], id)).collect();
            list(&names.iter().map(String::as_str).collect::<Vec<_>>(), "and")
        }
        _ => format!("{} players", ids.len()),
    }
}

/// A text as it can stand in a line: blanks, line ends and what cannot be seen become one blank.
pub(super) fn on_one_line(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.split(blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// "Service redesign team now confronts Legacy technology instead of running into open ground".
pub(super) fn now_does(plays: &[&Play], id: &PlayerId, before: &Assignment, after: &Assignment) -> String {
    let name = player(plays, id);
    format!("{name} now {} instead of {}", does(plays, after, is_plural(&name)), doing(plays, before))
}

/// What a player does, behind its name.
fn does(plays: &[&Play], assignment: &Assignment, many: bool) -> String {
    let form = |one: &str, several: &str| (if many { several } else { one }).to_owned();
    let player = |id| player(plays, id);
    match assignment {
        Assignment::Confront(id) => format!("{} {}", form("confronts", "confront"), player(id)),
        Assignment::Bypass(id) => format!("{} in behind {}", form("gets", "get"), player(id)),
        Assignment::Block(id) => format!("{} off {} for others", form("holds", "hold"), player(id)),
        Assignment::Support(id) => format!("{} to {}", form("adds", "add"), player(id)),
        Assignment::Advance => form("runs into open ground", "run into open ground"),
        Assignment::Hold => form("stays where it is", "stay where they are"),
    }
}

/// The same behind "instead of".
fn doing(plays: &[&Play], assignment: &Assignment) -> String {
    let player = |id| player(plays, id);
    match assignment {
        Assignment::Confront(id) => format!("confronting {}", player(id)),
        Assignment::Bypass(id) => format!("getting behind {}", player(id)),
        Assignment::Block(id) => format!("holding off {} for others", player(id)),
        Assignment::Support(id) => format!("adding to {}", player(id)),
        Assignment::Advance => "running into open ground".to_owned(),
        Assignment::Hold => "staying put".to_owned(),
    }
}

/// An assignment as something to choose: "Push back Departmental silos", "Run into open ground".
pub(super) fn label(play: &Play, assignment: &Assignment) -> String {
    let player = |id| player(&[play], id);
    match assignment {
        Assignment::Confront(id) => format!("Push back {}", player(id)),
        Assignment::Bypass(id) => format!("Get in behind {}", player(id)),
        Assignment::Block(id) => format!("Hold off {} for others", player(id)),
        Assignment::Support(id) => format!("Add to {}", player(id)),
        Assignment::Advance => "Run into open ground".to_owned(),
        Assignment::Hold => "Stay where it is".to_owned(),
    }
}
