// A name that a host tells, as a notice can show it: the same rule as the app's own (`visible` of the rules), for the one line that a
// notice has. What hides in a name or turns the direction of writing stands as its code, such as [U+202E].

// No friendly name of DigiCert ONE is longer than 64 characters.
const LONGEST = 80;

// Shows as nothing by itself: controls, white space but the space, what only formats, private use, noncharacters, braille's blank.
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{2800}\u{FFF9}-\u{FFFB}]/gu;

const RIGHT_TO_LEFT =
  /[\u{590}-\u{8FF}\u{FB1D}-\u{FDFF}\u{FE70}-\u{FEFC}\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export function visibleName(name) {
  const characters = [...name.slice(0, 2 * LONGEST + 2)];
  const isBlank = name.trim() === "" && !/[^ ]/.test(name);
  const shown = characters
    .slice(0, LONGEST)
    .join("")
    .replace(HIDDEN, (hidden) => (hidden === " " && !isBlank ? " " : codeOf(hidden)))
    // A mark with nothing to stand on, and marks heaped up over the lines around them.
    .replace(/(^| )(\p{M})/gu, "$1◌$2")
    .replace(/(?<=\p{M}{4})\p{M}/gu, codeOf);
  const isolated = RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
  return characters.length > LONGEST ? `${isolated}…` : isolated;
}

const codeOf = (character) => `[U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
