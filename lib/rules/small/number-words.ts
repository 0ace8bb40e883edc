const counted = (words: string, by: (index: number) => number): [string, number][] =>
  words.split(" ").map((word, index) => [word, by(index)]);

/** Words of numbers below a hundred, and their ordinals. */
export const belowHundred: ReadonlyMap<string, number> = new Map([
  ...counted("zero one two three four five six seven eight nine ten eleven twelve", (index) => index),
  ...counted("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", (index) => 13 + index),
  ...counted("twenty thirty forty fifty sixty seventy eighty ninety", (index) => 20 + 10 * index),
  ...counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", (index) => 1 + index),
  ...counted("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", (index) => 13 + index),
  ...counted("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", (i) => 20 + 10 * i),
  ["fourty", 40],
]);

/** By what a number before them is multiplied; as nothing stands before them, they are of one. */
export const multiples: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["score", 20],
  ["hundred", 100],
  ["hundredth", 100],
  ["thousand", 1000],
  ["thousandth", 1000],
  ["million", 1_000_000],
]);

/** What parts of a whole are, as a part of a hundred. */
const parts = "halves? half thirds? quarters? fifths? sixths? sevenths? eighths? ninths? tenths?".split(" ");
const wholes = [2, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const some = "one two three four five six seven eight nine".split(" ");

const phrase = (said: string, value: number) => ({ said: new RegExp(`\\b(?:${said})\\b`, "gi"), value });

/** Other words for a number, or for a part of a hundred. */
export const phrases: readonly { said: RegExp; value: number }[] = [
  phrase("no|none|nobody|nothing|nil|nought|naught|neither|never", 0),
  phrase("single|sole|lone|once|alone", 1),
  phrase("both|neither|pair|couple|twice|twins?|duo", 2),
  phrase("trio|thrice|triplets?", 3),
  phrase("quartet", 4),
  phrase("half[ -](?:of )?(?:a )?dozen", 6),
  phrase("half", 50),
  phrase("all|each|every|everyone|everybody", 100),
  ...parts.flatMap((part, index) => [
    phrase(`an?[ -]${part}`, 100 / wholes[index]!),
    ...some.map((many, above) => phrase(`${many}[ -]${part}`, (100 * (above + 1)) / wholes[index]!)),
  ]),
];
