import { z } from "zod";
import { NameField } from "#lib/actions/name-field";
import { readHistoryAsked } from "#lib/history/inputs";
import { keptFilters } from "#lib/history/views/kept-filters";

/** What the history is filtered by, as its address says it; and as a view keeps it. */
const Asked = z.string().transform((search, context) => {
  const { filters, problems } = readHistoryAsked(Object.fromEntries(new URLSearchParams(search)));
  if (Object.keys(problems).length === 0 && Object.keys(filters).length > 0) return keptFilters(filters);
  context.addIssue("Filter the history first: its filters are what a view saves.");
  return z.NEVER;
});

export const SaveViewInput = z.object({
  name: NameField({ most: 60, blank: "Give the view a name." }),
  asked: Asked,
});
export type SaveView = z.output<typeof SaveViewInput>;

export const EndViewInput = z.object({ view: z.uuid("There is no such view.") });
export type EndView = z.output<typeof EndViewInput>;
