//! No token is lost without a word: whatever goes wrong at whatever moment, the person holds the token or is told plainly what
//! exists and what does not, with the way on.
//!
//! Each moment has a table of what was seen to come of each fault. The tables stand in SECURITY.md, and a table that is not the
//! one there fails: with `NO_TOKEN_LOST=write` it is put there instead.

mod creating;
mod faults;
mod further_token;
mod rotating;
mod stopping;
mod table;
