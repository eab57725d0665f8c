//! What programs call the variants of an enum.

/// Gives an enum the codes of its variants: a method that names the one at hand, and the list of all of them. The match has no
/// wildcard, so a variant without a code does not compile, and the list is made of the same lines.
macro_rules! codes {
    ($kind:ident { $($variant:ident => $code:literal,)+ }) => {
        impl $kind {
            /// Every code there is, in the order of the variants.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)+
                }
            }
        }
    };
}

pub(crate) use codes;
