//! service-user
