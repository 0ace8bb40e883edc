/** Of guesses that know what people choose, beyond 100 million: some 1,400 years under the throttle of signing in. */
const goodScore = 3;

/** So many first characters are looked at: the work grows with the square, and whoever waits meanwhile is everybody. */
export const lookedAt = 32;

const reasons: Record<string, string> = {
  common: "This is among the passwords that are tried first.",
  similarToCommon: "This is much like a password that is tried first.",
  simpleRepeat: "This repeats one character.",
  extendedRepeat: "This repeats itself.",
  userInputs: "This is your own name or e-mail address, or much like it.",
  sequences: "These characters follow each other in the alphabet or in counting.",
  straightRow: "These keys lie side by side.",
  keyPattern: "These keys lie side by side.",
};

// Loaded when somebody sets a password: the words are some megabytes.
let guesser: Promise<{ check: (password: string, own: string[]) => Guess }> | undefined;
type Guess = { score: number; feedback: { warning: string | null } };

async function loadGuesser() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/** The beginning of a word with which what is looked at ends: its end is beyond. */
function cutOff(start: string, word: string): string[] {
  const [within, whole] = [start.toLowerCase(), word.toLowerCase()];
  for (let length = Math.min(whole.length - 1, within.length); length > 2; length--) {
    if (within.endsWith(whole.slice(0, length))) return [whole.slice(0, length)];
  }
  return [];
}

/**
 * Why a password is soon guessed by who knows the person's `own` words, in words; null for a good one. A long one is as good
 * as its beginning.
 */
export async function guessPassword(password: string, own: string[]): Promise<string | null> {
  guesser ??= loadGuesser();
  const whole = password.normalize("NFC");
  const start = whole.slice(0, lookedAt);
  const cut = start === whole ? [] : own.flatMap((word) => cutOff(start, word));
  const { score, feedback } = (await guesser).check(start, [...own, ...cut]);
  if (score >= goodScore) return null;
  const why = reasons[feedback.warning ?? ""] ?? "This is soon guessed.";
  return start === whole ? why : `${why} Only its first ${lookedAt} characters count for this.`;
}
