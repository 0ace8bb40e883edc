import { type Answer, ask } from "#bench/ask";
import { bytesOf, formBody } from "#bench/form-body";
import { actionIds } from "#hammer/actions";
import { type FoundForm, findForms } from "#hammer/naughty/find-forms";
import { atOnce, look, type Naughty } from "#hammer/naughty/look";

const spelt = (text: string) => [...bytesOf(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const inSearch = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map((pair) => pair.map(spelt).join("="))
    .join("&");

/** Sends a form as a browser without a script does. */
function send(
  { yard }: Naughty,
  { method, action, fields, page }: FoundForm,
  cookie: string | undefined,
): Promise<Answer> {
  const address = yard.url + (action || page);
  const headers = { origin: yard.url, ...(cookie && { cookie }) };
  if (method === "GET") return ask(`${address.split("?")[0]}?${inSearch(fields)}`, { headers });
  if (action) {
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return ask(address, { method, headers: { ...headers, ...type }, body: inSearch(fields) });
  }
  const { type, body } = formBody(Object.entries(fields));
  return ask(address, { method, headers: { ...headers, "content-type": type }, body });
}

export async function naughtyForms(naughty: Naughty): Promise<void> {
  const { yard, report, words } = naughty;
  const forms = await findForms(naughty);
  for (const action of actionIds().keys()) {
    if (!forms.some(({ name }) => name === action)) report.unexpected.push(`no page has a form for ${action}`);
  }
  for (const form of forms) {
    const cookie = form.who === "nobody" ? undefined : await yard.cookie(form.who);
    for (const field of Object.keys(form.fields)) {
      await atOnce(naughty, words, async (text) => {
        const answer = await send(naughty, { ...form, fields: { ...form.fields, [field]: text } }, cookie);
        look(naughty, answer, `${field} of ${form.name}`, text);
      });
    }
  }
}
