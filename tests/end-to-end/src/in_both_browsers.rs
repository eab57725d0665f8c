//! A test for each browser.

/// Makes `chromium::NAME` and `firefox::NAME` of every function that is named.
///
/// ```ignore
/// in_both_browsers! { connects_with_an_api_key }
///
/// async fn connects_with_an_api_key(world: &World) -> Outcome {
///     Ok(())
/// }
/// ```
#[macro_export]
macro_rules! in_both_browsers {
    ($($name:ident),+ $(,)?) => {
        mod chromium {
            $(
                #[test]
                fn $name() -> $crate::Outcome {
                    $crate::run($crate::Browser::Chromium, super::$name)
                }
            )+
        }
        mod firefox {
            $(
                #[test]
                fn $name() -> $crate::Outcome {
                    $crate::run($crate::Browser::Firefox, super::$name)
                }
            )+
        }
    };
}
