import { z } from "zod";
import { NameField } from "#lib/actions/name-field";
import { readHistoryAsked } from "#lib/history/inputs";
import { readView, viewSearch } from "#lib/history/views/view-search";

/** What the history is filtered by, as its address says it. */
const Asked = z.string().transform((text, context) => {
  const { filters, problems } = readHistoryAsked(readView(text));
  const search = viewSearch(filters);
  if (Object.keys(problems).length === 0 && search !== "") return search;
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
