//! Randomness, and the secrets made of it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Bytes from the operating system's randomness.
pub(crate) fn random_bytes<const LENGTH: usize>() -> Result<[u8; LENGTH], getrandom::Error> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A new API token, of the shape `^[0-9a-f]{26}_[0-9a-f]{64}$`: 104 random bits, then 256.
pub(crate) fn new_token() -> Result<String, getrandom::Error> {
    Ok(format!(
        "{}_{}",
        hexadecimal(&random_bytes::<13>()?),
        hexadecimal(&random_bytes::<32>()?)
    ))
}

/// What is stored of a token. A token has 360 random bits, so a plain hash is enough: there is nothing to guess.
pub(crate) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A random text of 64 hexadecimal digits.
pub(crate) fn new_session_secret() -> Result<String, getrandom::Error> {
    Ok(hexadecimal(&random_bytes::<32>()?))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_the_documented_shape_and_is_new_each_time() {
        let (one, other) = (new_token().unwrap(), new_token().unwrap());
        assert!(service_user::has_token_shape(&one), "{one}");
        assert_ne!(one, other);
        assert_ne!(token_hash(&one), token_hash(&other));
    }
}
