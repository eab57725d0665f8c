//! Doing something whenever what it reads changes.

use crate::calls::CallMut;
use original::prelude::Effect;

/// Does something in the next turn of the browser, and again whenever something that it read has changed, for as long as the calling
/// component is on the page. The argument is what it answered the time before.
pub fn effect<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut before = None;
    follow(Box::new(move |()| before = Some(run(before.take()))));
}

#[inline(never)]
fn follow(mut run: Box<dyn CallMut<(), ()>>) {
    Effect::new(move |_: Option<()>| run.call(()));
}
