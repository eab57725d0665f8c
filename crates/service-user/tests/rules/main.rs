//! The rules, seen from outside: one module for each field, then whole drafts, what an organisation asks, existing service
//! users and their changes, hostile texts and properties.

mod accounts;
mod changes;
mod description;
mod differences;
mod drafts;
mod drafts_of_users;
mod email;
mod end_date;
mod existing_service_user;
mod expiry;
mod friendly_name;
mod handover_note;
mod hostile_texts;
mod managed_policy;
mod managers_and_roles;
mod policy;
mod properties;
mod rebase;
mod tenant;
mod vectors;
mod visible_texts;
