//! An entry of the audit log.

use super::Unreadable;
use super::member::Member;
use super::record::read;
use crate::AuditLogEntry;
use crate::timestamp::rfc3339;

/// Reads who did what to what (our contract; documented are the filters, after which the members are named). Nothing in it is
/// needed: an entry that says little is still an entry.
pub(crate) fn audit_log_entry(json: &str) -> Result<AuditLogEntry, Unreadable> {
    let [
        id,
        timestamp,
        action,
        status,
        resource_type,
        resource_id,
        resource_name,
        account_id,
        user_id,
        user_name,
        message,
    ] = read(
        json,
        [
            "id",
            "timestamp",
            "action",
            "status",
            "resource_type",
            "resource_id",
            "resource_name",
            "account_id",
            "user_id",
            "user_name",
            "message",
        ],
    )?;
    Ok(AuditLogEntry {
        id: id.or_empty(),
        timestamp: timestamp.scalar().and_then(|text| rfc3339(&text)),
        action: action.or_empty(),
        status: status.or_empty(),
        resource_type: resource_type.or_empty(),
        resource_id: resource_id.into_text(),
        resource_name: resource_name.or_empty(),
        account_id: account_id.into_text(),
        user_id: user_id.into_text(),
        user_name: user_name.or_empty(),
        message: message.or_empty(),
    })
}
