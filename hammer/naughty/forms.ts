import { type Answer, ask } from "#bench/ask";
import { formBody, spelt } from "#bench/form-body";
import { act, actionIds } from "#hammer/actions";
import { type FoundForm, findForms } from "#hammer/naughty/find-forms";
import type { Attempt, Naughty } from "#hammer/naughty/look";

/** How many texts of each field are sent as a browser without a script sends them: a whole page comes back. */
const inPlainHtml = 24;

const inSearch = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map((pair) => pair.map(spelt).join("="))
    .join("&");

/** Sends a form as a browser without a script does. */
function sendPlain({ yard }: Naughty, { method, action, fields, page }: FoundForm, cookie?: string): Promise<Answer> {
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

/** Every text in every field of every form, by the page's script and some without one; and whichever action no form has. */
export async function attemptsAtForms(naughty: Naughty): Promise<Attempt[]> {
  const { yard, report, words } = naughty;
  const forms = await findForms(naughty);
  for (const action of actionIds().keys()) {
    if (!forms.some(({ name }) => name === action)) report.unexpected.push(`no page has a form for ${action}`);
  }
  const attempts = forms.map(async (form) => {
    const cookie = form.who === "nobody" ? undefined : await yard.cookie(form.who);
    return form.tried.flatMap((field) =>
      words.map((text, index): Attempt => {
        const fields = { ...form.fields, [field]: text };
        const hasAction = actionIds().has(form.name);
        const isOfReact = field.startsWith("$");
        const where = `${field.replace(/^[0-9a-f]{12}/, "a row")} of ${form.name}`;
        const plain = () => sendPlain(naughty, { ...form, fields }, cookie);
        const byScript = () => act(yard, cookie, { action: form.name, fields, from: form.page });
        return { where, text, send: hasAction && !isOfReact && index >= inPlainHtml ? byScript : plain };
      }),
    );
  });
  return (await Promise.all(attempts)).flat();
}
