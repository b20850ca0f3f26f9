use super::{Catalogue, FluentValue, Language, filled, plain, speak_here, spoken};

#[test]
fn a_name_says_itself_in_the_language_spoken_here() {
    assert_eq!(spoken(), Language::English);
    assert_eq!(plain("language-name"), "English");
    speak_here(Language::German);
    assert_eq!(plain("language-name"), "Deutsch");
}

#[test]
fn what_nobody_knows_says_its_name() {
    assert_eq!(plain("nobody-knows-this"), "nobody-knows-this");
    assert_eq!(filled("nobody-knows-this", &[("count", FluentValue::from(2))]), "nobody-knows-this");
}

#[test]
fn one_and_many_and_a_blank_that_is_not_given() {
    let text =
        "plays = { $count ->\n    [one] one play\n   *[other] { $count } plays\n}\n    .hint = of {$whose}\n";
    let catalogue = Catalogue::read(Language::English, text);
    assert_eq!(catalogue.faults(), [""; 0]);
    let say = |count: usize| catalogue.filled("plays", &[("count", count.into())]);
    assert_eq!((say(1).as_deref(), say(3).as_deref()), (Some("one play"), Some("3 plays")));
    assert_eq!(catalogue.filled("plays.hint", &[("whose", "ours".into())]).as_deref(), Some("of ours"));
    assert_eq!(catalogue.filled("plays", &[]), None);
    assert_eq!(catalogue.plain("plays"), None);
    let blanks: Vec<_> = catalogue.names()["plays"].iter().collect();
    assert_eq!(blanks, ["count"]);
}

#[test]
fn a_message_that_cannot_be_read_is_a_fault_and_the_others_stay() {
    let catalogue = Catalogue::read(Language::English, "one = { $ \ntwo = Two\n");
    assert_eq!(catalogue.faults().len(), 1);
    assert_eq!(catalogue.plain("two"), Some("Two"));
}

#[test]
fn languages_go_by_the_names_systems_give_them() {
    assert_eq!(Language::named("de_CH.UTF-8"), Some(Language::German));
    assert_eq!(Language::named("de-AT"), Some(Language::German));
    assert_eq!(Language::named("C"), None);
    assert_eq!(Language::named(""), None);
    assert_eq!(Language::of_names(["fr-FR", "de-DE", "en-GB"]), Language::German);
    assert_eq!(Language::of_names(["fr-FR"]), Language::English);
    for language in Language::ALL {
        assert_eq!(Language::named(language.code()), Some(language));
        assert_ne!(language.next(), language);
    }
}
