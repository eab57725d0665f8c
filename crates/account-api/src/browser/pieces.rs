//! A body, lent in pieces as it arrives.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageChannel, ReadableStreamDefaultReader, ReadableStreamReadResult};

use crate::TakePiece;

/// How many bytes of a body are lent before the page gets its turn: some 350 users of a list, which the bundle reads in 3 to
/// 7 ms on two busy cores.
const LENT_IN_A_TURN: u32 = 256 << 10;

/// Lends the body piece by piece, until it ends or no more is wanted. An answer without a body has no pieces.
///
/// To wait for the browser's next piece is not always to let the page have its turn: a piece that is there already is handed
/// over before anything else happens, and the browser fetches more meanwhile.
pub(super) async fn lend(answer: &web_sys::Response, take: TakePiece<'_>) -> Result<(), JsValue> {
    let Some(stream) = answer.body() else {
        return Ok(());
    };
    let reader = Reader(ReadableStreamDefaultReader::new(&stream)?);
    let mut lent_in_this_turn = 0;
    while let Some(piece) = reader.next_piece().await? {
        let mut start = 0;
        while start < piece.length() {
            if lent_in_this_turn == LENT_IN_A_TURN {
                turn_of_the_page().await;
                lent_in_this_turn = 0;
            }
            let end = piece.length().min(start + (LENT_IN_A_TURN - lent_in_this_turn));
            if take(&piece.subarray(start, end).to_vec()).is_break() {
                return Ok(());
            }
            lent_in_this_turn += end - start;
            start = end;
        }
    }
    Ok(())
}

/// Reads a body, and when dropped lets the browser stop fetching the rest of it.
struct Reader(ReadableStreamDefaultReader);

impl Reader {
    async fn next_piece(&self) -> Result<Option<Uint8Array>, JsValue> {
        let result: ReadableStreamReadResult = JsFuture::from(self.0.read()).await?.unchecked_into();
        match result.get_done() {
            Some(true) => Ok(None),
            Some(false) | None => result.get_value().dyn_into().map(Some),
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let cancelled = JsFuture::from(self.0.cancel());
        // A body that broke cannot be cancelled; unheard, that would be a fault of the page's in the browser's eyes.
        spawn_local(async move { drop(cancelled.await) });
    }
}

/// Lets the browser paint and tell the page what was pressed. By a message, because a timer would take 4 ms each time, and a
/// second in a tab that is not seen. Where there are no messages, the work goes on at once.
async fn turn_of_the_page() {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let (receiver, sender) = (channel.port1(), channel.port2());
    let received = Promise::new(&mut |resolve, _| receiver.set_onmessage(Some(&resolve)));
    if sender.post_message(&JsValue::NULL).is_ok() {
        // Nothing refuses this promise.
        let _ = JsFuture::from(received).await;
    }
    receiver.close();
}
