import { typedWords } from "#lib/rules/typed-words";

/** Why a figure changes that others rely on, to choose from; the last asks for words. */
export const changeReasons = {
  mistyped: "It was typed wrongly",
  late: "Late records came in",
  recounted: "It was counted again",
  other: "Another reason",
} as const;

/** What the trail says of a change that went back to what had stood there, or forth again. It tells nobody why. */
export const returningReasons = {
  undone: "Undone by who had saved it",
  redone: "Done again after it was undone",
} as const;

const known: Record<string, string> = { ...changeReasons, ...returningReasons };

/** A reason as it was given: one of the list, or none, and words. */
export type GivenReason = { because: string; why: string };

export const noReason: GivenReason = { because: "", why: "" };

export const longestReason = 300;

export type ReasonReading = { ok: true; reason: string | null } | { ok: false; message: string };

/** Reads a reason into one sentence, null where none was given; or says what is wrong with it. */
export function readReason({ because, why }: GivenReason): ReasonReading {
  const words = typedWords(why);
  if (words.length > longestReason) {
    return { ok: false, message: `A reason has at most ${longestReason} characters; this one has ${words.length}.` };
  }
  if (because !== "" && !Object.hasOwn(known, because)) {
    return { ok: false, message: "Choose a reason from the list." };
  }
  if (because === "" || because === "other") {
    if (because === "other" && words === "") return { ok: false, message: "Say in words which other reason it is." };
    return { ok: true, reason: words || null };
  }
  const chosen = known[because]!;
  return { ok: true, reason: words ? `${chosen}: ${words}` : chosen };
}

/** Whether a change goes back to what had stood there, or forth again. */
export const isReturning = ({ because }: Pick<GivenReason, "because">): boolean =>
  Object.hasOwn(returningReasons, because);

/** Whether a reason tells whoever relies on a figure why it changes. */
export function tellsWhy(given: GivenReason): boolean {
  const reading = readReason(given);
  return reading.ok && reading.reason !== null && !(isReturning(given) && typedWords(given.why) === "");
}
