//! The buffers in which answers were read.

use crate::{Outcome, Page};

use super::texts;

/// An answer that nobody wipes.
pub(super) const PLANTS: &[&str] = &["await new Response(arguments[0]).arrayBuffer();"];

/// From now on the page holds on to every buffer that an answer is read into: what the app leaves in it stays there.
pub(super) async fn keep(page: &Page) -> Outcome {
    let script = "
        window.answersRead = [];
        const read = Response.prototype.arrayBuffer;
        Response.prototype.arrayBuffer = async function () {
            const buffer = await read.call(this);
            window.answersRead.push(buffer);
            return buffer;
        };";
    page.promised(script, Vec::new()).await.map(|_| ())
}

pub(super) async fn contents(page: &Page) -> Outcome<Vec<u8>> {
    let script = "return answersRead.map((buffer) => new Uint8Array(buffer).toBase64());";
    texts::all_base64_in(&page.promised(script, Vec::new()).await?)
}
