/** A text made whole, and how each cut was closed that was more than a space: "case|es" read as "cases". */
export type Joined = { words: string; repairs: string[] };

/** What is left of a letter when the edge of a cell hides its first part. */
const remnants: Readonly<Record<string, string>> = { h: "n", m: "n", w: "v", d: "l" };

/** The short words English joins the others with; a scorecard's own words come from its measures. */
const joiningWords =
  "a an and are as at be been but by for from had has have in is it its no not of on or that the their these this those to was were when where which who with";

/**
 * A text that came cut across cells, as one. At each cut the letter on the edge may stand on both sides, whole or in part, so the cut
 * is closed with or without it, or with a space, by which of them makes a word that stands whole elsewhere in the file.
 */
export function joinCutText(pieces: readonly string[], wordsSeen: ReadonlySet<string>): Joined {
  const known = new Set([...wordsSeen, ...joiningWords.split(" ")]);
  const cuts = new Map<number, string>();
  let text = pieces[0] ?? "";
  for (const piece of pieces.slice(1)) {
    const [left, right] = [lastWord(text), firstWord(piece)];
    const closing = left === "" || right === "" ? "space" : closeCut(left, right, piece, known);
    if (closing === "space") {
      text = `${text.trimEnd()} ${piece.trimStart()}`;
    } else {
      cuts.set(text.length - 1, `${left}|${right}`);
      text += closing === "dropping" ? piece.slice(1) : piece;
    }
  }
  return wholeWords(text, cuts, wordsSeen);
}

/** The words of whole texts, in lower case, for a cut word to be recognised by. */
export function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
}

function closeCut(left: string, right: string, piece: string, known: ReadonlySet<string>) {
  const edge = left.at(-1) ?? "";
  // A letter alone in its cell is a letter, not what is left of one.
  const repeated = piece.length > 1 && (right[0] === edge || right[0] === remnants[edge]);
  if (repeated && known.has(bare(left + right.slice(1)))) return "dropping";
  if (known.has(bare(left + right))) return "joining";
  if (known.has(bare(left)) && known.has(bare(right))) return "space";
  return repeated ? "dropping" : "joining";
}

/** Names each word that was cut, and corrects one that is a known word with a letter too many inside it. */
function wholeWords(text: string, cuts: ReadonlyMap<number, string>, seen: ReadonlySet<string>): Joined {
  const repairs: string[] = [];
  const words = text.replace(/\S+/g, (word, start: number) => {
    const cut = [...cuts].filter(([at]) => at >= start && at < start + word.length).map(([, pieces]) => pieces);
    if (cut.length === 0) return word;
    const corrected = word.replace(/\p{L}{7,}/u, (letters) => withoutExtraLetter(letters, seen));
    repairs.push(
      corrected === word
        ? `"${cut.join('", "')}" read as "${word}"`
        : `"${cut.join('", "')}" read as "${corrected}", which stands whole elsewhere in the file`,
    );
    return corrected;
  });
  return { words: words.replace(/\s+/g, " ").trim(), repairs };
}

function withoutExtraLetter(word: string, seen: ReadonlySet<string>): string {
  if (seen.has(word.toLowerCase())) return word;
  const shorter = Array.from(word.slice(0, -1), (_, index) => word.slice(0, index) + word.slice(index + 1));
  return shorter.find((each) => seen.has(each.toLowerCase())) ?? word;
}

function lastWord(text: string): string {
  return /\S*$/.exec(text)?.[0] ?? "";
}

function firstWord(text: string): string {
  return /^\S*/.exec(text)?.[0] ?? "";
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}]/gu, "");
}
