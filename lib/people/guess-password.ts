/** Of guesses that know what people choose, beyond 100 million: some 1,400 years under the throttle of signing in. */
const goodScore = 3;

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

/** Why a password is soon guessed by who knows the person's `own` words, in words; null for a good one. */
export async function guessPassword(password: string, own: string[]): Promise<string | null> {
  guesser ??= loadGuesser();
  const { score, feedback } = (await guesser).check(password.normalize("NFC"), own);
  return score >= goodScore ? null : (reasons[feedback.warning ?? ""] ?? "This is soon guessed.");
}
