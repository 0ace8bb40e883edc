export type Named = { ref: string; measure: string };

/** The indicator whose measure holds the lead-in of a comment ("Repeat referrals: ..."), whole or by most of its words; null when none does. */
export function nameIndicator(words: string, indicators: readonly Named[]): { ref: string; leadIn: string } | null {
  const leadIn = /^([^:]{3,80}):/.exec(words)?.[1]?.trim();
  if (leadIn === undefined) return null;
  const wanted = tokens(leadIn);
  const scored = indicators
    .map(({ ref, measure }) => ({ ref, score: score(wanted, tokens(measure)) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < 0.6 || best.score === second?.score) return null;
  return { ref: best.ref, leadIn };
}

/** 2 for the words in a row, else the share of them that the measure has. */
function score(wanted: readonly string[], measure: readonly string[]): number {
  if (` ${measure.join(" ")} `.includes(` ${wanted.join(" ")} `)) return 2;
  return wanted.filter((word) => measure.includes(word)).length / wanted.length;
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
