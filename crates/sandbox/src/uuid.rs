//! The ids of the sandbox's objects.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::{PartialSchema, ToSchema};

use crate::secret;

/// A UUID in its usual form of 36 characters; upper-case digits are read and lower-case ones written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Uuid([u8; 16]);

impl Uuid {
    /// A random one, from the operating system's randomness.
    pub(crate) fn random() -> Result<Self, getrandom::Error> {
        Ok(Self::version_4(secret::random_bytes()?))
    }

    /// The one of made-up object `number` of a `series`: the same at every start, and unlike its neighbours.
    pub(crate) fn made_up(series: u64, number: u64) -> Self {
        let high = scramble(scramble(series).wrapping_add(number));
        let low = scramble(high ^ number.rotate_left(32));
        Self::version_4(((u128::from(high) << 64) | u128::from(low)).to_be_bytes())
    }

    /// Reads the form of 36 characters.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text: &[u8; 36] = text.as_bytes().try_into().ok()?;
        let mut digits = [0; 32];
        let mut filled = digits.iter_mut();
        for (position, byte) in text.iter().enumerate() {
            match (position, byte) {
                (8 | 13 | 18 | 23, b'-') => {}
                (8 | 13 | 18 | 23, _) => return None,
                (_, byte) => *filled.next()? = u8::try_from(char::from(*byte).to_digit(16)?).ok()?,
            }
        }
        let (pairs, _) = digits.as_chunks::<2>();
        let mut bytes = [0; 16];
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            *byte = high << 4 | low;
        }
        Some(Self(bytes))
    }

    /// Sets the bits that say "random", as RFC 9562 wants them.
    fn version_4(bytes: [u8; 16]) -> Self {
        let version = (u128::from_be_bytes(bytes) & !(0xF << 76)) | (0x4 << 76);
        Self(((version & !(0x3 << 62)) | (0x2 << 62)).to_be_bytes())
    }
}

/// One step of SplitMix64: neighbouring numbers come out unlike each other. Nothing secret is made of it.
fn scramble(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl fmt::Display for Uuid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, byte) in self.0.iter().enumerate() {
            if matches!(position, 4 | 6 | 8 | 10) {
                formatter.write_str("-")?;
            }
            write!(formatter, "{byte:02x}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Uuid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Uuid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(format_args!("{text:?} is not a UUID")))
    }
}

impl ToSql for Uuid {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Uuid {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

impl PartialSchema for Uuid {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
        let format = SchemaFormat::Custom("uuid".to_owned());
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(format))
            .into()
    }
}

impl ToSchema for Uuid {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(bytes: [u8; 16]) {
            let uuid = Uuid(bytes);
            prop_assert_eq!(Uuid::parse(&uuid.to_string()), Some(uuid));
            prop_assert_eq!(Uuid::parse(&uuid.to_string().to_uppercase()), Some(uuid));
        }

        #[test]
        fn any_other_text_is_refused_without_a_panic(text: String) {
            prop_assert_eq!(Uuid::parse(&text), None);
        }
    }

    #[test]
    fn made_up_ids_are_valid_stable_and_distinct() {
        let ids: std::collections::BTreeSet<Uuid> =
            (0..10_000).map(|number| Uuid::made_up(7, number)).collect();
        assert_eq!(ids.len(), 10_000);
        for id in &ids {
            let text = id.to_string();
            assert_eq!(text.as_bytes()[14], b'4', "{text}");
            assert!(matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b'), "{text}");
        }
        assert_eq!(Uuid::made_up(7, 1), Uuid::made_up(7, 1));
        assert_ne!(Uuid::made_up(7, 1), Uuid::made_up(8, 1));
    }

    #[test]
    fn braces_spaces_and_missing_hyphens_are_refused() {
        let uuid = Uuid::made_up(1, 1).to_string();
        for wrong in [
            format!("{{{uuid}}}"),
            format!("{uuid} "),
            uuid.replace('-', ""),
            uuid.replace('-', "_"),
            uuid.replace('-', "0"),
        ] {
            assert_eq!(Uuid::parse(&wrong), None, "{wrong}");
        }
    }
}
