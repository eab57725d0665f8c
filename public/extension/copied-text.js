// Whether the clipboard still holds what was copied, known by a fingerprint alone: the salt and the salted SHA-256 that
// src/platform/fingerprint.rs makes at the copy, in hexadecimal digits with a colon between.

// Empties the clipboard if it still holds that text. What it holds is compared here and goes nowhere. The answer says what came of it:
// "cleared"; "other", and then it was left as it is; "not-read", and then too; "not-cleared", where the browser did not let it be emptied.
export async function clearIfHolding(fingerprint, { read, empty }) {
  let text;
  try {
    text = await read();
  } catch {
    return "not-read";
  }
  if (!(await isOf(text, fingerprint))) return "other";
  try {
    await empty();
    return (await isOf(await read(), fingerprint)) ? "not-cleared" : "cleared";
  } catch {
    return "not-cleared";
  }
}

// Whether a text has this fingerprint. White space around it says nothing, because browsers copy a selected line with its end; and some
// systems end lines with two characters.
export async function isOf(text, fingerprint) {
  const [salt, digest] = fingerprint.split(":");
  const plain = await sha256(new TextEncoder().encode(text.replaceAll("\r\n", "\n").trim()));
  const salted = await sha256(Uint8Array.of(...bytesOf(salt), ...plain));
  return hexadecimal(salted) === digest;
}

const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

const bytesOf = (digits) => (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

const hexadecimal = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
