//! The words of one language: a file of messages goes in, what each says comes out. It doesn't know which language is
//! spoken now.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::Language;

/// The words of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// What has no blanks to fill, made once: a window asks for hundreds of these for every frame.
    plain: BTreeMap<String, String>,
    names: BTreeMap<String, BTreeSet<String>>,
    faults: Vec<String>,
}

impl Catalogue {
    /// Reads a file of messages. What is wrong with it is in [`Self::faults`], and everything else of it is there.
    #[must_use]
    pub fn read(language: Language, text: &str) -> Self {
        let mut faults = Vec::new();
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(ToString::to_string));
            resource
        });
        let mut names = BTreeMap::new();
        for entry in resource.entries() {
            let ast::Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                names.insert(message.id.name.to_owned(), blanks_of(value));
            }
            for part in &message.attributes {
                let name = format!("{}.{}", message.id.name, part.id.name);
                names.insert(name, blanks_of(&part.value));
            }
        }
        let languages: Vec<LanguageIdentifier> =
            language.code().parse::<LanguageIdentifier>().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(languages);
        // Marks that keep scripts of two directions apart would stand in labels, which are searched and read aloud.
        bundle.set_use_isolating(false);
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(ToString::to_string));
        }
        let mut catalogue = Self { bundle, plain: BTreeMap::new(), names, faults };
        let without_blanks = catalogue.names.iter().filter(|(_, blanks)| blanks.is_empty());
        let plain = without_blanks.filter_map(|(name, _)| Some((name.clone(), catalogue.filled(name, &[])?)));
        catalogue.plain = plain.collect();
        catalogue
    }

    /// What a name says that has no blanks to fill.
    #[must_use]
    pub fn plain(&self, name: &str) -> Option<&str> {
        self.plain.get(name).map(String::as_str)
    }

    /// What a name says with these blanks filled; nothing where it is unknown or one of its blanks is not given.
    #[must_use]
    pub fn filled(&self, name: &str, blanks: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
        let (message, part) = name.split_once('.').map_or((name, None), |(name, part)| (name, Some(part)));
        let message = self.bundle.get_message(message)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let blanks: FluentArgs<'_> = blanks.iter().cloned().collect();
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&blanks), &mut errors);
        errors.is_empty().then(|| said.into_owned())
    }

    /// Every name, with the blanks that are to be filled.
    #[must_use]
    pub const fn names(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.names
    }

    /// What is wrong with the file.
    #[must_use]
    pub fn faults(&self) -> &[String] {
        &self.faults
    }
}

/// The blanks of a pattern, those in its variants included.
fn blanks_of(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
    let mut blanks = BTreeSet::new();
    add_blanks(pattern, &mut blanks);
    blanks
}

fn add_blanks(pattern: &ast::Pattern<&str>, blanks: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        match expression {
            ast::Expression::Inline(inline) => add_blank(inline, blanks),
            ast::Expression::Select { selector, variants } => {
                add_blank(selector, blanks);
                for variant in variants {
                    add_blanks(&variant.value, blanks);
                }
            }
        }
    }
}

fn add_blank(inline: &ast::InlineExpression<&str>, blanks: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            blanks.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                add_blank(argument, blanks);
            }
        }
        ast::InlineExpression::Placeable { expression } => {
            if let ast::Expression::Inline(inline) = &**expression {
                add_blank(inline, blanks);
            }
        }
        _ => {}
    }
}
