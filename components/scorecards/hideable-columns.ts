/** The parts of a scorecard's table that one can put away, by the name they have in its address. */
export const hideableColumns = {
  "action-plan": "Action plan",
  benchmark: "Neighbour average",
  bands: "Bands",
  trend: "Trend",
  milestones: "Milestones",
  comments: "Comments",
} as const;

export type HideableColumn = keyof typeof hideableColumns;

const names = Object.keys(hideableColumns) as HideableColumn[];

/** Reads `hide=trend,benchmark`, or the same name several times, and passes over what is no column. */
export function readHidden(asked: string | readonly string[] | undefined): HideableColumn[] {
  const typed = [asked ?? []].flat().flatMap((text) => text.split(","));
  return names.filter((name) => typed.includes(name));
}
