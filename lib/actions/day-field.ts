import { z } from "zod";
import { parseDay } from "#lib/rules/day";

/** A day as a browser's own field for dates sends it: "2014-03-14". */
export const DayField = (blank: string) =>
  z.string().transform((text, context) => {
    const day = parseDay(text.trim());
    if (!day) context.addIssue(text.trim() === "" ? blank : "Give the date as year, month and day: 2014-03-14.");
    return day ?? z.NEVER;
  });
