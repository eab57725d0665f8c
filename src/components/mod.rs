//! The parts that screens are made of: one component a file, with its style sheet beside it.

mod busy_button;
mod copy_button;
mod dialog;
mod failure_notice;
mod field;
mod focus;
mod host_badge;
mod loading;
mod multi_select;
mod navigation_bar;
mod permission_list;
mod permission_notice;
mod question;
mod screen_heading;
mod session_refusal;
mod standing_mark;
mod stepper;
mod surface_buttons;

pub use busy_button::BusyButton;
pub use copy_button::CopyButton;
pub use dialog::Dialog;
pub use failure_notice::FailureNotice;
pub use field::{Field, Remark, RemarkKind, RemarkList, description_ids, has_fault};
pub use focus::{focus_by_id, focus_if_lost};
pub use host_badge::HostBadge;
pub use loading::Loading;
pub use multi_select::{Choice, MultiSelect};
pub use navigation_bar::NavigationBar;
pub use permission_list::PermissionList;
pub use permission_notice::PermissionNotice;
pub use question::Question;
pub use screen_heading::{SCREEN_HEADING_ID, ScreenHeading};
pub use session_refusal::SessionRefusal;
pub use standing_mark::StandingMark;
pub use stepper::Stepper;
pub use surface_buttons::SurfaceButtons;
