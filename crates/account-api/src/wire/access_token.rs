//! An API access token: the record, never the secret.

use service_user::{AccessTokenId, UserId};

use super::Unreadable;
use super::end_date::last_day_and_status;
use super::member::Member;
use super::record::read;
use crate::timestamp::rfc3339;
use crate::{AccessToken, AccessTokenStatus};

/// Reads a user's token (our contract; documented is that there are such records). Two of them may be there at once, while one
/// takes over from the other (DigiCert's pages disagree: older ones say a service user has one token for ever).
pub(crate) fn access_token(json: &str) -> Result<AccessToken, Unreadable> {
    let [id, name, user_id, end_date, status, created_at, last_used_at] = read(
        json,
        [
            "id",
            "name",
            "user_id",
            "end_date",
            "status",
            "created_at",
            "last_used_at",
        ],
    )?;
    let (end_date, status) = last_day_and_status(end_date, status.or_empty());
    Ok(AccessToken {
        id: AccessTokenId::new(id.into_text().ok_or(Unreadable("an access token without id"))?),
        name: name.or_empty(),
        user_id: user_id.into_text().map(UserId::new),
        end_date,
        status: match status.as_str() {
            "ACTIVE" => AccessTokenStatus::Active,
            "DISABLED" => AccessTokenStatus::Disabled,
            _ => AccessTokenStatus::Other(status),
        },
        created_at: created_at.scalar().and_then(|text| rfc3339(&text)),
        last_used_at: last_used_at.scalar().and_then(|text| rfc3339(&text)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use service_user::UtcDay;

    #[test]
    fn the_contract_s_access_token_is_read() {
        let token = access_token(
            r#"{"id":"t","name":"CI","user_id":"u","end_date":"2027-01-12","status":"DISABLED",
            "created_at":"2021-06-23T08:55:19Z","last_used_at":null}"#,
        );
        let expected = AccessToken {
            id: AccessTokenId::new("t"),
            name: "CI".to_owned(),
            user_id: Some(UserId::new("u")),
            end_date: UtcDay::parse("2027-01-12"),
            status: AccessTokenStatus::Disabled,
            created_at: rfc3339("2021-06-23T08:55:19Z"),
            last_used_at: None,
        };
        assert_eq!(token, Ok(expected));
        assert!(access_token(r#"{"name":"CI"}"#).is_err());
    }
}
