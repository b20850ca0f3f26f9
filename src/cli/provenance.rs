//! Where a result came from: the product, its version, and a short hash of the files and rules behind it.

use serde_json::{Value, json};

use crate::model::OperatingModel;
use crate::rules::Luck;

/// The product's version.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The `provenance` of a result made from one play's text and its operating model.
pub(super) fn provenance(text: &[u8], model: &OperatingModel) -> Value {
    json!({
        "product": env!("CARGO_PKG_NAME"),
        "version": VERSION,
        "files": files_hash([text], model),
    })
}

/// The `provenance` of a result with chance in it; `files` is the [`files_hash`] of what it was made from.
pub(super) fn provenance_of_trials(files: &str, luck: Luck) -> Value {
    json!({
        "product": env!("CARGO_PKG_NAME"),
        "version": VERSION,
        "seed": luck.seed,
        "trials": luck.trials,
        "files": files,
    })
}

/// The same in words, for the end of a table: "downfield 0.1.0, seed 1, files 0123456789abcdef".
pub(super) fn in_words(files: &str, seed: u64) -> String {
    format!("{} {}, seed {seed}, files {files}", env!("CARGO_PKG_NAME"), VERSION)
}

/// A short hash of files' bytes and of their model with every constant of the rules, defaults included.
pub(super) fn files_hash<'a>(texts: impl IntoIterator<Item = &'a [u8]>, model: &OperatingModel) -> String {
    files_hash_of(texts, [model])
}

/// The same for files that stand on several models.
pub(super) fn files_hash_of<'a, 'b>(
    texts: impl IntoIterator<Item = &'a [u8]>,
    models: impl IntoIterator<Item = &'b OperatingModel>,
) -> String {
    let mut bytes = Vec::new();
    for text in texts {
        // The length keeps one file's end from being taken for the next one's beginning.
        bytes.extend((text.len() as u64).to_le_bytes());
        bytes.extend(text);
    }
    for model in models {
        bytes.extend(serde_json::to_vec(model).unwrap_or_default());
    }
    format!("{:016x}", fnv1a(bytes.iter()))
}

/// FNV-1a, 64 bits: tells files apart, and is the same on every machine. Not for keeping anybody out.
fn fnv1a<'a>(bytes: impl Iterator<Item = &'a u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::fnv1a;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fnv1a(b"".iter()), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar".iter()), 0x8594_4171_f739_67e8);
    }
}
