//! What leaves the app: a calendar of end dates, the list of service users as a table, the draft of a mail.
//!
//! Everything here is text made of service users, and nothing in a service user can be trusted: its texts come from the
//! API and may be anybody's. What one of these files or addresses is opened with must find in it what was meant and
//! nothing else, so no text can add a line to a calendar, a formula to a spreadsheet or a recipient to a mail.
//!
//! Deliberately absent: a browser, a clock (the present is passed in), I/O, and tokens: no type that goes in can hold one.
//!
//! ```
//! use exports::{Calendar, FileKind};
//! use service_user::{ServiceUser, Status, UserId, UtcDay};
//!
//! let user = ServiceUser {
//!     id: UserId::new("783a6a45-b74b-4635-bb4b-69855910ccd3"),
//!     friendly_name: "CI signer".to_owned(),
//!     description: String::new(),
//!     email: "jane@example.com".to_owned(),
//!     status: Status::Active,
//!     end_date: UtcDay::parse("2027-01-12"),
//!     accounts: Vec::new(),
//!     roles: Vec::new(),
//!     managers: vec!["Software Trust".to_owned()],
//!     created_at: None,
//!     created_by: None,
//! };
//! let now = UtcDay::parse("2026-11-24").ok_or("not a day")?.last_instant();
//!
//! let calendar = Calendar::of([&user], "one.digicert.com", now);
//! assert_eq!(calendar.included, 1);
//! let text = calendar.text.ok_or("no end date to come")?;
//! assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270112\r\n"));
//!
//! let name = FileKind::Calendar.name(Some(&user.friendly_name), "one.digicert.com", UtcDay::from_date(now.date_naive()));
//! assert_eq!(name, "service-user-CI-signer-one.digicert.com-2026-11-24.ics");
//! # Ok::<(), &'static str>(())
//! ```

mod calendar;
mod csv;
mod mail_draft;

mod file_kind;

mod content_line;
mod formula;
mod instant;
mod percent_encoding;
mod plain_text;
mod wording;

pub use calendar::Calendar;
pub use csv::csv;
pub use file_kind::FileKind;
pub use mail_draft::MailDraft;
