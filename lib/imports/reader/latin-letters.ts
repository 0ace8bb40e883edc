/** Letters of other scripts that look like a Latin one, with their Unicode names. */
const lookAlikes: Readonly<Record<string, readonly [latin: string, name: string]>> = {
  А: ["A", "Cyrillic A"],
  В: ["B", "Cyrillic Ve"],
  С: ["C", "Cyrillic Es"],
  Е: ["E", "Cyrillic Ie"],
  Н: ["H", "Cyrillic En"],
  І: ["I", "Cyrillic I"],
  Ј: ["J", "Cyrillic Je"],
  К: ["K", "Cyrillic Ka"],
  М: ["M", "Cyrillic Em"],
  О: ["O", "Cyrillic O"],
  Р: ["P", "Cyrillic Er"],
  Ѕ: ["S", "Cyrillic Dze"],
  Т: ["T", "Cyrillic Te"],
  Х: ["X", "Cyrillic Ha"],
  а: ["a", "Cyrillic a"],
  с: ["c", "Cyrillic es"],
  е: ["e", "Cyrillic ie"],
  о: ["o", "Cyrillic o"],
  р: ["p", "Cyrillic er"],
  х: ["x", "Cyrillic ha"],
  Α: ["A", "Greek Alpha"],
  Β: ["B", "Greek Beta"],
  Ε: ["E", "Greek Epsilon"],
  Η: ["H", "Greek Eta"],
  Ι: ["I", "Greek Iota"],
  Κ: ["K", "Greek Kappa"],
  Μ: ["M", "Greek Mu"],
  Ν: ["N", "Greek Nu"],
  Ο: ["O", "Greek Omicron"],
  Ρ: ["P", "Greek Rho"],
  Τ: ["T", "Greek Tau"],
  Χ: ["X", "Greek Chi"],
  Ζ: ["Z", "Greek Zeta"],
};

/** A text with each look-alike replaced by its Latin letter, and a phrase for each kind replaced: "Cyrillic Ve for B". */
export function latinLetters(text: string): { text: string; replaced: string[] } {
  const replaced = new Set<string>();
  const letters = Array.from(text, (letter) => {
    const known = lookAlikes[letter];
    if (known === undefined) return letter;
    replaced.add(`${known[1]} for ${known[0]}`);
    return known[0];
  });
  return { text: letters.join(""), replaced: [...replaced] };
}
