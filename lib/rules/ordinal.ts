const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const rules = new Intl.PluralRules("en-GB", { type: "ordinal" });

/** "1st", "2nd", "11th" */
export const ordinal = (count: number): string => `${count}${endings[rules.select(count)] ?? "th"}`;
