const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };
const plain = (text: string) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
const attribute = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** A form of a page: how it is sent, where to, and what its fields hold. */
export type Form = { method: "GET" | "POST"; action: string; fields: Record<string, string> };

const chosenIn = (options: string) => {
  const tags = options.match(/<option\s?[^>]*>/g) ?? [];
  return attribute(tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0] ?? "", "value");
};

/** The forms of a page; of a button or a box only what it sends when it is pressed or ticked. */
export function formsIn(html: string): Form[] {
  return [...html.matchAll(/(<form[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag = "", form = ""]) => {
    const named = [...form.matchAll(/<(?:input|button)\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, "name"),
      attribute(tag, "value"),
    ]);
    const areas = [...form.matchAll(/(<textarea\s[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = "", text = ""]) => [
      attribute(tag, "name"),
      plain(text).replace(/^\n/, ""),
    ]);
    const selects = [...form.matchAll(/(<select\s[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = "", options = ""]) => [
      attribute(tag, "name"),
      chosenIn(options),
    ]);
    const fields = Object.fromEntries([...named, ...areas, ...selects].filter(([name]) => name !== ""));
    const method = attribute(tag, "method").toUpperCase() === "POST" ? "POST" : "GET";
    return { method, action: attribute(tag, "action"), fields };
  });
}

/** What the fields of a page's form hold: of the first form that has all of these names. */
export function fieldsOf(html: string, ...names: string[]): Record<string, string> {
  const found = formsIn(html).find(({ fields }) => names.every((name) => name in fields));
  if (!found) throw new Error(`The page has no form with the fields ${names.join(", ")}`);
  return found.fields;
}
