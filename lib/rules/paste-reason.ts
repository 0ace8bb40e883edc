import { type Month, monthName } from "#lib/rules/month";

/** A figure of a block that was asked about, and what was answered. */
type Answered = { name: string; month: Month | null; answer: string };

const beginning = "Asked what was meant, and answered ";
const longest = 900;

const figureOf = (name: string, month: Month | null) => `${name} for ${month && monthName(month)}: `;

/** What was answered of a block, as its reason keeps it; null where nothing was asked. */
export function answersSaid(answers: readonly Answered[]): string | null {
  if (answers.length === 0) return null;
  const listed = answers.map(({ name, month, answer }) => `${figureOf(name, month)}${answer}`).join("; ");
  return listed.length > longest
    ? `Asked what was meant of ${answers.length} of its figures.`
    : `${beginning}${listed}.`;
}

/** The reason of a whole block as it is the reason of one of its figures: without what was answered of the others. */
export function reasonOfFigure(reason: string, { ref, month }: { ref: string | null; month: Month | null }): string {
  const lines = reason.split("\n");
  const said = lines.at(-1) ?? "";
  if (ref === null || !said.startsWith(beginning)) return reason;
  const own = said
    .slice(beginning.length, -1)
    .split("; ")
    .filter((answer) => answer.startsWith(figureOf(ref, month)));
  return [...lines.slice(0, -1), ...own.map((answer) => `${beginning}${answer}.`)].join("\n");
}
