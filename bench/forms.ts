const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** What the fields of a page's form hold: of the first form that has all of these names. */
export function fieldsOf(html: string, ...names: string[]): Record<string, string> {
  for (const [form] of html.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const inputs = [...form.matchAll(/<input\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, "name"),
      attribute(tag, "value"),
    ]);
    const areas = [...form.matchAll(/(<textarea\s[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = "", text = ""]) => [
      attribute(tag, "name"),
      plain(text),
    ]);
    const fields: Record<string, string> = Object.fromEntries([...inputs, ...areas]);
    if (names.every((name) => name in fields)) return fields;
  }
  throw new Error(`The page has no form with the fields ${names.join(", ")}`);
}
