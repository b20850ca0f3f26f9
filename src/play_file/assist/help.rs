//! What fields and variants are, in a sentence.
//!
//! In: a tree and an offset, or an entry of the schema. Out: words. Ranges and units are the schema's; those of the
//! rules' constants are the table's in [`crate::model`]. What a number came to is explained elsewhere.

use crate::model::Constants;
use crate::play_file::edit::place::find;
use crate::play_file::schema::{Choice, Field, Kind, Need, Record, Variant};
use crate::play_file::tree::Tree;
use crate::play_file::wording::expected;

/// One line about the field the caret is in: what it is, and what may stand there. `None` outside of fields, and where
/// the schema does not have the field.
#[must_use]
pub fn help_at(tree: &Tree, offset: usize) -> Option<String> {
    let mut node = tree.node_at(offset)?;
    // A variant's own words say more than its field's.
    let mut chosen = None;
    loop {
        let place = find(tree, &node.path()).ok();
        if let Some((place, inside)) = place.and_then(|place| Some((place, place.inside?))) {
            if let (Kind::Choice(choice), None, Some(name)) = (place.kind, chosen, node.name()) {
                let variant = choice.variants.iter().find(|variant| variant.name == name);
                chosen = variant.map(|variant| (choice, variant));
            }
            if let Some((field, record)) = inside.field {
                return Some(match chosen {
                    Some((choice, variant)) => {
                        format!("{}: {}", variant.name, self::variant(choice, variant))
                    }
                    None => sentence(record, field),
                });
            }
        }
        node = node.parent()?;
    }
}

fn sentence(record: &Record, field: &Field) -> String {
    let optional = if field.need == Need::Required { "" } else { "; may be left out" };
    let range = range(&field.kind);
    let range = if range.is_empty() { range } else { format!("; {range}") };
    format!("{}: {}{range}{optional}", field.name, meaning(record, field))
}

/// What may stand in a place of that kind, where it is more than words.
pub(super) fn range(kind: &Kind) -> String {
    match kind {
        Kind::Number(range) => range.words(),
        Kind::Strength => "one number or (low, likely, high), above 0 to 10".to_owned(),
        Kind::Place => "(yards from the line, -30 to 100; place across, -1 to 1)".to_owned(),
        Kind::Short => "one to three letters".to_owned(),
        Kind::Id => "lower-case letters and digits, words joined by hyphens".to_owned(),
        Kind::Text | Kind::Name | Kind::List(_) | Kind::Record(_) | Kind::Choice(_) => String::new(),
        Kind::Yards(range) => format!("{{channel: yards, …}}, {} each", range.words()),
        Kind::Point => "(across from the left, down from the top), 0 to 1 each".to_owned(),
        Kind::Whole(..) | Kind::Flag | Kind::Start => expected(kind),
    }
}

/// What a field is.
pub(super) fn meaning(record: &Record, field: &Field) -> &'static str {
    match (record.name, field.name) {
        ("Constants", name) => {
            Constants::TABLE.iter().find(|constant| constant.name == name).map_or("", |found| found.meaning)
        }
        (_, "format") => "the version of the file format, which is 1",
        ("Play", "title") => "what the play is called on screen",
        ("GamePlan", "title") => "what the plan is called on screen",
        ("OperatingModel", "title") => "what the operating model is called on screen",
        ("Play", "summary") => "what the play is, in a sentence",
        ("GamePlan", "summary") => "what the plan is, in a sentence",
        ("Play", "source") => "where the idea is from",
        ("Play", "tags") => "words to find it by",
        ("Play" | "GamePlan", "model") => {
            "the operating model it is played on; five-channels if it is left out"
        }
        ("Play", "tactic") => {
            "what counts as the same tactic when it is called again; the file's name if it is left out"
        }
        ("Play", "ball") => "who carries the ball, and how far it steps back first",
        ("Play", "offense") => "those moving us forward",
        ("Play", "defense") => "what is holding us back",
        ("Play", "assumptions") => "the conditions the play rests on",
        ("Play" | "GamePlan", "beats") => "the presenter's steps",
        ("Ball", "carrier") => "the player of our side that has the ball",
        ("Ball", "step_back") => "yards spent understanding user needs",
        ("Assumption" | "Channel" | "OffensePlayer" | "Defender", "id") => "the name other places call it by",
        ("OffensePlayer" | "Defender" | "Channel", "name") => "what it is called on screen",
        (_, "short") => "what stands on a small token",
        ("OffensePlayer", "team") => "groups players of one team across channels",
        ("Defender", "team") => "groups forces of one kind across channels",
        ("OffensePlayer" | "Defender", "channel") => "the channel it plays in",
        ("OffensePlayer" | "Defender", "at") => "where it lines up, from its channel's line of scrimmage",
        ("OffensePlayer" | "Defender", "strength") => "how strong it is judged to be",
        (_, "assignment") => "what it sets out to do; Hold if it is left out",
        (_, "stance") => "how it behaves; Hold if it is left out",
        (_, "route") => {
            "where it runs, point by point; straight to 5 yards beyond the line if it is left out"
        }
        (_, "note") => "a line about it",
        ("Assumption", "channel") => "the channel it is about",
        ("Assumption", "text") => "the condition, in a sentence",
        (_, "effects") => "what follows while it holds",
        ("Switched", "holds") => "whether the room thinks it holds",
        (_, "holds") => "whether it holds unless the what-if switch says otherwise",
        ("Beat", "phase") => "when it is shown",
        ("Beat" | "PlanBeat", "caption") => "what the room reads",
        ("Beat" | "PlanBeat", "notes") => "what only the presenter reads",
        ("Beat", "focus") => "ids of players, channels or assumptions to look at",
        ("PlanBeat", "down") => "the try it is shown at, counted from 1",
        ("GamePlan", "start") => "how far every channel has come before the first play",
        ("GamePlan", "goal") => "how far the whole organisation is to come; 100 if it is left out",
        ("GamePlan", "calls") => "the plays in turn, and the events between them",
        ("GamePlan", "risks") => "shocks that may come at any try",
        ("Call", "play") => "the play to run, by its file's name",
        ("Call", "times") => "how often it is run in a row; once if it is left out",
        ("Event" | "Risk", "name") => "what happens",
        ("Event" | "Risk", "severity") => "how hard it hits",
        ("Event", "channels") => "the channels it hits; all if it is left out",
        ("Risk", "chance") => "how likely it is at each try",
        ("OperatingModel", "channels") => "the lanes of the field, two to nine",
        ("OperatingModel", "rules") => "constants of the rules that differ here",
        ("Channel", "goal") => "what done looks like",
        ("Channel", "marks") => "what some yards on the way look like",
        ("Channel", "weight") => "how much it counts for the whole organisation; 1 if it is left out",
        ("Mark", "at") => "the yard it stands at",
        ("Mark", "text") => "what having come that far looks like",
        (record, field) => of_a_workshop(record, field),
    }
}

/// The same for shows, records and ink.
fn of_a_workshop(record: &str, field: &str) -> &'static str {
    match (record, field) {
        ("Show", "title") => "what the show is called on screen",
        ("Show", "summary") => "what the show is for, in a sentence",
        ("Show", "start") => {
            "how far every channel has come until the room says otherwise; 20 if it is left out"
        }
        ("Show", "minutes") => {
            "how long the session is meant to take; the sum of its items if it is left out"
        }
        ("Show", "items") => "what comes, in order",
        ("WorkshopRecord", "title") => "what the workshop was called",
        ("WorkshopRecord", "show") => "the show it was held with, by its file's name",
        ("WorkshopRecord", "date") => "when it was held, as the room writes it",
        ("WorkshopRecord", "fronts") => "where the room put the channels",
        ("WorkshopRecord", "guesses") => "what was guessed before something was run",
        ("WorkshopRecord", "switched") => "assumptions that were argued about, and switched",
        ("WorkshopRecord", "judged") => "strengths that were argued about, and changed",
        ("WorkshopRecord", "calls") => "what groups called",
        ("WorkshopRecord", "arguments") => "what was argued, a sentence each",
        ("WorkshopRecord", "decisions") => "what was decided, a sentence each",
        ("Guess", "of") => "the play or plan that was guessed about, by its file's name",
        ("Guess", "times") => "how often it was to be run in a row; once if it is left out",
        ("Guess" | "GroupCalls", "group") => "who",
        ("Guess", "yards") => "yards each channel was guessed to gain",
        ("Guess", "came_to") => "yards each channel gained when it was run",
        ("Switched" | "Judged", "play") => "the play it is about, by its file's name",
        ("Switched", "assumption") => "which assumption, by its id",
        ("Judged", "player") => "whose strength, by the id",
        ("Judged", "strength") => "what the room thinks",
        ("Switched" | "Judged", "effect") => "what that changed, in a sentence",
        ("GroupCalls", "plays") => "the plays in order, by their files' names",
        ("GroupCalls", "spot") => "where the whole organisation ended",
        ("GroupCalls", "exposure") => "how far it was out on its own in the mean",
        ("Ink", "of") => "what it was drawn over, by its file's name",
        ("Ink", "pages") => "one page for each step that has ink",
        ("InkPage", "step") => "the step it belongs to",
        ("InkPage", "strokes") => "its lines, the oldest first",
        ("InkStroke", "pen") => "which of the three colours; Red if it is left out",
        ("InkStroke", "width") => "how thick; Thin if it is left out",
        ("InkStroke", "form") => "what it is drawn as; Free if it is left out",
        ("InkStroke", "points") => "where it goes, as parts of the picture's width and height",
        ("PlayItem", "play") => "the play to run, by its file's name",
        ("PlayItem", "times") => "how often in a row, one after the other; once if it is left out",
        ("PlanItem", "plan") => "the game plan to go through, by its file's name",
        ("PlayItem" | "PlanItem", "guess") => "whether the room guesses before the first run",
        ("Compare", "of") => "two to four plays or plans, by their files' names",
        ("Calls", "plays") => "the two to nine plays to choose from, by their files' names",
        ("Calls", "calls") => "how many calls a group has; four if it is left out",
        ("Section", "text") => "a sentence or two below the heading",
        ("Calls", "text") => "the task, in a sentence or two",
        ("Decide", "text") => "the question, in a sentence or two",
        (_, "title") => "the heading; the usual one if it is left out",
        (_, "notes") => "what only the presenter reads",
        (_, "minutes") => "how long it is meant to take",
        _ => "",
    }
}

/// What a variant does.
pub(super) fn variant(choice: &Choice, variant: &Variant) -> &'static str {
    match (choice.called, variant.name) {
        ("assignment", "Confront") => "push a defender of its channel back",
        ("assignment", "Bypass") => "get in behind a defender of its channel, which is then still there",
        ("assignment", "Block") => "hold a defender of its channel off for others",
        ("assignment", "Support") => "add to a team-mate",
        ("assignment", "Advance") => "run into open ground",
        ("assignment", "Hold") => "stay where it is",
        ("stance", "Hold") => "stands firm",
        ("stance", "Press") => "comes at the carrier while it steps back",
        ("effect", "Strengthen") => "multiplies a player's strength by a factor of 0 to 10",
        ("effect", "Cap") => "a gain cannot carry the channel past this yard",
        ("effect", "Reach") => "multiplies how far the channel can gain by a factor of 0 to 10",
        ("effect", "Drag") => {
            "multiplies what the channel loses when it is out on its own by a factor of 0 to 10"
        }
        ("phase", "LineUp") => "everyone takes their place",
        ("phase", "StepBack") => "the ball moves back first",
        ("phase", "Battles") => "head to head",
        ("phase", "Advance") => "fronts push forward",
        ("phase", "DragBack") => "what is out on its own is pulled back",
        ("phase", "ReadOut") => "what it came to",
        ("call", "Call") => "runs a play, once or several times",
        ("call", "Event") => "a shock between plays",
        ("item", "Section") => "a card with words: the beginning of a part",
        ("item", "Fronts") => "the room says where each channel stands",
        ("item", "Play") => "a play, run once or again and again",
        ("item", "Plan") => "a game plan, try by try",
        ("item", "Compare") => "two to four plays or plans side by side",
        ("item", "Calls") => "groups build their own sequence of calls",
        ("item", "Decide") => "the room decides, and it is written down",
        ("pen", "Red") => "stands out most",
        ("pen", "Yellow") => "a second colour",
        ("pen", "Blue") => "a third colour",
        ("width", "Thin") => "for words and arrows",
        ("width", "Thick") => "for marking",
        ("form", "Free") => "as the hand went",
        ("form", "Arrow") => "straight, with a head at its end",
        ("form", "Circle") => "round what lies between its first and last point",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::play_file::DocumentKind;

    fn visit(kind: &Kind, silent: &mut Vec<String>) {
        match kind {
            Kind::Record(record) => visit_record(record, silent),
            Kind::List(inner) => visit(inner, silent),
            Kind::Choice(choice) => {
                for each in choice.variants {
                    if variant(choice, each).is_empty() {
                        silent.push(format!("{} {}", choice.called, each.name));
                    }
                    if let crate::play_file::schema::Holds::Fields(record) = each.holds {
                        visit_record(record, silent);
                    }
                }
            }
            _ => {}
        }
    }

    fn visit_record(record: &Record, silent: &mut Vec<String>) {
        for field in record.fields {
            if meaning(record, field).is_empty() {
                silent.push(format!("{}.{}", record.name, field.name));
            }
            visit(&field.kind, silent);
        }
    }

    #[test]
    fn every_field_and_variant_says_what_it_is() {
        let mut silent = Vec::new();
        for kind in DocumentKind::ALL {
            visit_record(kind.schema(), &mut silent);
        }
        assert!(silent.is_empty(), "nothing is said of {silent:?}");
    }
}
