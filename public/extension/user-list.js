// Reading a list of the Account Manager, record by record. A list of 100 000 users is 50 megabytes of text and several times as much
// once it is parsed, so that a whole one is never in memory: a record is parsed when its text has arrived, and then let go.

// A host whose list never ends must not keep the background busy for ever.
const MOST_PAGES = 1_000;

// The records of a list that comes whole, which is documented, or in pages. `page` asks for a page, the first one or the one at a
// place `{ offset, limit }`, and answers with the pieces of its text. As in the app, a list that cannot be got whole is an error and
// not a shorter list.
export async function* recordsOf(page) {
  let [pages, seen, first, place] = [0, 0, "", undefined];
  for (;;) {
    const { whole, part } = await readAnswer(await page(place));
    if (whole && pages > 0) throw new TypeError("a whole list where a page was asked for");
    if (whole) return yield* whole;
    const { records, offset, total, limit } = readPage(part);
    const again = pages > 0 && records.length > 0 && JSON.stringify(records[0]) === first;
    if (again || (offset !== undefined && offset !== seen)) throw new TypeError("another page than the one asked for");
    yield* records;
    seen += records.length;
    first = JSON.stringify(records[0]);
    pages += 1;
    // Without a total, a page that is not full is the last.
    const isLast = total === undefined ? !(limit <= records.length) || records.length === 0 : seen >= total;
    if (isLast) return;
    if (records.length === 0 || pages === MOST_PAGES) throw new TypeError("a list that ends before its total");
    place = { offset: seen, limit: limit || records.length };
  }
}

// What comes in these pieces of text: of a bare array the elements as they arrive, and anything else at once.
async function readAnswer(pieces) {
  const arriving = pieces[Symbol.asyncIterator]?.() ?? pieces[Symbol.iterator]();
  let text = "";
  for (;;) {
    const { done, value } = await arriving.next();
    text += value ?? "";
    if (done) return { part: JSON.parse(text) };
    const start = text.search(/\S/);
    if (text[start] === "[") return { whole: elementsOf(text.slice(start + 1), arriving) };
  }
}

// The elements of an array whose text after the first bracket is `text` and what arrives. Only the commas between them and the
// bracket at the end are looked for; whether an element is right is for the parser to say.
async function* elementsOf(text, arriving) {
  let [at, depth, isInString, count] = [0, 0, false, 0];
  try {
    for (;;) {
      let start = 0;
      for (; at < text.length; at += 1) {
        const sign = text[at];
        if (isInString) {
          // What follows a backslash ends no string, wherever the text was cut.
          if (sign === "\\") at += 1;
          else isInString = sign !== '"';
        } else if (sign === '"') {
          isInString = true;
        } else if (sign === "[" || sign === "{") {
          depth += 1;
        } else if (depth > 0) {
          if (sign === "]" || sign === "}") depth -= 1;
        } else if (sign === "," || sign === "]") {
          const element = text.slice(start, at);
          if (sign === "," || count > 0 || element.trim() !== "") yield JSON.parse(element);
          count += 1;
          start = at + 1;
          if (sign === "]") return await expectEnd(text.slice(start), arriving);
        }
      }
      const { done, value } = await arriving.next();
      if (done) throw new TypeError("a list that is broken off");
      at -= start;
      text = text.slice(start) + value;
    }
  } finally {
    await arriving.return?.();
  }
}

async function expectEnd(text, arriving) {
  for (let [rest, done] = [text, false]; !done; ) {
    if (rest.trim() !== "") throw new TypeError("a list with something behind it");
    ({ value: rest = "", done } = await arriving.next());
  }
}

// A page of a list: `{ total, offset, limit, items | records: […] }`.
function readPage(page) {
  const records = page?.items ?? page?.records;
  if (!Array.isArray(records)) throw new TypeError("an answer that is no list");
  const [offset, total, limit] = [page.offset, page.total, page.limit].map(readCount);
  return { records, offset, total, limit };
}

// A number of things, written as a number or as digits.
const readCount = (value) => (/^\d+$/.test(String(value ?? "")) ? Number(value) : undefined);
