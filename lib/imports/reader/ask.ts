import type { Answers, Doubt, Problem } from "#lib/imports/reader/reading";

/** Puts a doubt on the list and gives the answer to go on with: the person's, or the proposal until there is one. */
export type Ask = (doubt: Doubt, refuse?: (answer: string) => string | null) => string;

export function asking(answers: Answers): { ask: Ask; doubts: Doubt[]; problems: Problem[] } {
  const doubts: Doubt[] = [];
  const problems: Problem[] = [];
  const ask: Ask = (doubt, refuse) => {
    doubts.push(doubt);
    const given = answers[doubt.key];
    const answer = (given ?? doubt.proposed).replace(/\s+/g, " ").trim();
    const message = outsideChoices(doubt, answer) ?? refuse?.(answer) ?? null;
    if (message === null) return answer;
    const { row, column, key } = doubt;
    problems.push({
      row,
      column,
      asItCame: given ?? doubt.asItCame,
      message: `${doubt.label}: ${message}`,
      doubt: key,
    });
    return doubt.proposed;
  };
  return { ask, doubts, problems };
}

function outsideChoices({ choices }: Doubt, answer: string): string | null {
  if (choices === undefined || choices.includes(answer)) return null;
  return `"${answer}" is not one of ${choices.join(", ")}.`;
}
