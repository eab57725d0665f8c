//! The packaged extension in Chromium and in Firefox, a file a theme.

mod access;
mod clipboard;
mod connecting;
mod creating;
mod every_state;
mod every_surface;
mod expiry_radar;
mod gone_in_between;
mod kept_draft;
mod organisation;
mod popup;
mod premises;
mod rotating;
mod session;
mod settings;
mod steps;
mod templates;
mod token_stays_in_memory;
