//! The rules, seen from outside: one module for each field, then whole drafts, what an organisation asks, hostile texts and
//! properties.

mod accounts;
mod description;
mod drafts;
mod email;
mod end_date;
mod existing_service_user;
mod friendly_name;
mod hostile_texts;
mod managed_policy;
mod managers_and_roles;
mod policy;
mod properties;
mod tenant;
