/** What stands in a form's fields, and what is wrong with them, by their names. */
export type Filled = { typed: Record<string, string>; errors: Record<string, string> };
