import { z } from "zod";
import { parseMonth } from "#lib/rules/month";

/** A month as it stands in a form's field or in an address: "2013-12". */
export const MonthField = z.string().transform((text, context) => {
  const month = parseMonth(text);
  if (!month) context.addIssue("Give the month as year and month: 2013-12.");
  return month ?? z.NEVER;
});
