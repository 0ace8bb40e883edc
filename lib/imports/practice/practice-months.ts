import { monthRange } from "#lib/rules/month";

/** Three years. */
export const practiceMonths = monthRange("2011-01", "2013-12");
