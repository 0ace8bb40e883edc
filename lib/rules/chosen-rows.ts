/** What the fields of a comment are named by where several stand in one form: the end of its revision's id. */
export const chosenKey = (revision: string): string => revision.slice(-12);

/** Of a form with several comments, the fields of each that was chosen, from "<key>.<field>", in the order of the form. */
export function chosenRows(entries: Iterable<[string, unknown]>): Record<string, string>[] {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, sent] of entries) {
    const [, key, field] = /^([0-9a-f]{12})\.(\w+)$/.exec(name) ?? [];
    if (key && field && typeof sent === "string") rows.set(key, { ...rows.get(key), [field]: sent });
  }
  return [...rows.values()].flatMap(({ chosen, ...row }) => (chosen === "on" ? [row] : []));
}
