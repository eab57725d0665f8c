// Reads what a page hands over, whatever it is. Every access is caught, every property is read once, and nothing that is read is
// ever called or awaited.

const MOST_ITEMS = 1_000_000;
const MOST_CHARACTERS = 20_000_000;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Why something cannot be read: thrown in here, and caught in here. */
class Unread {
  constructor(code, place, detail = '') {
    this.told = [code, place, detail];
  }
}

export class Reader {
  #room = MOST_CHARACTERS;

  /** `texts` takes what is read, and what could not be. */
  constructor(texts) {
    this.texts = texts;
  }

  /** Reads something that is shown under `field`; whether that worked. */
  attempt(field, place, read) {
    const before = this.texts.length;
    try {
      read();
      return true;
    } catch (error) {
      // The half that was read would be checked as if it were the whole.
      this.texts.length = before;
      const [code, at, detail] = error instanceof Unread ? error.told : ['unreadable', place, ''];
      this.texts.push('unread', code, field, at, detail);
      return false;
    }
  }

  /** An object that is neither a list nor a function. */
  object(value, place) {
    if (typeof value !== 'object' || value === null || this.#isList(value, place)) {
      throw new Unread('wrong_value', place, 'an object');
    }
    return value;
  }

  property(object, name, place) {
    try {
      return object[name];
    } catch {
      throw new Unread('unreadable', place);
    }
  }

  text(value, place, wanted = 'a text') {
    if (typeof value !== 'string') {
      throw new Unread('wrong_value', place, wanted);
    }
    if (value.length > this.#room) {
      throw new Unread('too_large', place);
    }
    this.#room -= value.length;
    if (LONE_SURROGATE.test(value)) {
      throw new Unread('lone_surrogate', place);
    }
    return value;
  }

  /** A number as a text. Whether it is one of those that are wanted, the rules know. */
  number(value, place, wanted) {
    if (typeof value !== 'number') {
      throw new Unread('wrong_value', place, wanted);
    }
    return String(value);
  }

  truth(value, place) {
    if (typeof value !== 'boolean') {
      throw new Unread('wrong_value', place, 'true or false');
    }
    return String(value);
  }

  /** Calls `read` with each item of a list and where it stands. */
  list(value, place, read) {
    if (!this.#isList(value, place)) {
      throw new Unread('wrong_value', place, 'a list');
    }
    const length = this.property(value, 'length', place);
    if (length > MOST_ITEMS) {
      throw new Unread('too_large', place);
    }
    for (let index = 0; index < length; index += 1) {
      const at = `${place}[${index}]`;
      read(this.property(value, index, at), at);
    }
  }

  #isList(value, place) {
    try {
      return Array.isArray(value);
    } catch {
      // A revoked proxy.
      throw new Unread('unreadable', place);
    }
  }
}
