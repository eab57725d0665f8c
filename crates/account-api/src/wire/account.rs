//! An account.

use json::Value;
use service_user::{Account, AccountId, ServicePeriod, UtcDay};

use super::Unreadable;
use super::member::Member;
use super::record::read;

/// Reads an account (documented). Its members `friendly_identifier`, `admins`, `sign_in_methods` and `locale` are of no use here.
///
/// One that does not say whether it is active counts as active, and a day that cannot be read as not given: both only spare the
/// person a warning. An account without a name goes by its id.
pub(crate) fn account(json: &str) -> Result<Account, Unreadable> {
    let [id, name, active, period] = read(json, ["id", "name", "active", "service_period"])?;
    let id = id.into_text().ok_or(Unreadable("an account without id"))?;
    Ok(Account {
        name: name.into_text().unwrap_or_else(|| id.clone()),
        id: AccountId::new(id),
        active: active.scalar().as_deref() != Some("false"),
        service_period: service_period(period),
    })
}

/// First and last day (documented); the last may be past.
fn service_period(period: Value<'_>) -> Option<ServicePeriod> {
    let [from, to] = read(period.written(), ["from", "to"]).ok()?;
    let day = |member: Value<'_>| UtcDay::parse(member.scalar()?.get(..10)?);
    Some(ServicePeriod {
        from: day(from),
        to: day(to),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_account_is_read() {
        let account = account(
            r#"{"id":"130deba5","name":"Acme","active":true,"service_period":{"from":"2021-05-25","to":"2022-05-25"},
            "friendly_identifier":"5258283","admins":[{"id":"a","email":"e@x"}],
            "sign_in_methods":[{"signInMethod":"standard","mfaStatus":"x"}],"locale":"en_US"}"#,
        );
        let period = ServicePeriod {
            from: UtcDay::parse("2021-05-25"),
            to: UtcDay::parse("2022-05-25"),
        };
        let expected = Account {
            id: AccountId::new("130deba5"),
            name: "Acme".to_owned(),
            active: true,
            service_period: Some(period),
        };
        assert_eq!(account, Ok(expected));
    }

    #[test]
    fn an_account_needs_an_id_and_nothing_else() {
        let read = account(r#"{"id":"a","service_period":[],"active":{}}"#).expect("an account");
        assert_eq!(
            (read.name.as_str(), read.active, read.service_period),
            ("a", true, None)
        );
        let read = account(r#"{"id":"a","active":false,"service_period":{"from":"soon","to":null}}"#)
            .expect("an account");
        let unknown = ServicePeriod { from: None, to: None };
        assert_eq!((read.active, read.service_period), (false, Some(unknown)));
        assert!(account(r#"{"name":"Acme"}"#).is_err());
    }
}
