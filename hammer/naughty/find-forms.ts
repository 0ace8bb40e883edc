import { ask } from "#bench/ask";
import { type Form, formsIn } from "#bench/forms";
import { actionIds } from "#hammer/actions";
import { expendable, signInAnew } from "#hammer/askers";
import { approved } from "#hammer/comments";
import type { Naughty } from "#hammer/naughty/look";
import { invitationOf } from "#hammer/people";
import { routes } from "#hammer/routes";
import { paths } from "#lib/paths";

/** A form as somebody has it before them. */
export type FoundForm = Form & { who: string; page: string; name: string };

/** Whoever sends these loses their sessions: somebody sends them whom nothing else needs. */
const ofOneself = ["endSessionAction", "endOtherSessionsAction", "changePasswordAction"];
const alone = "the neighbours' leadAndHead";

/** Every form there is on the pages, each once. */
export async function findForms({ yard, cells, place }: Naughty): Promise<FoundForm[]> {
  const leaving = String(yard.asker(expendable).personId);
  await signInAnew(leaving);
  const { seen } = await approved(yard, await cells.cell());
  const pages: [who: string, page: string][] = [
    ...["lead.assessment", "head", "officer", "auditor"].flatMap((who) =>
      Object.values(routes).map(({ address }): [string, string] => [who, address(place)]),
    ),
    ["lead.assessment", place.drafted.page],
    ["head", paths.approvals({ revision: seen.revision })],
    ["officer", paths.person(leaving)],
    ["nobody", paths.signIn(undefined, "COOKIES")],
    ["nobody", paths.invitation(await invitationOf(yard, "naughty.form@candour.test"))],
    [alone, paths.account()],
  ];
  const found = new Map<string, FoundForm>();
  for (const [who, page] of pages) {
    const cookie = yard.asker(who).cookie;
    const { body } = await ask(yard.url + page, { headers: cookie ? { cookie } : {} });
    for (const form of formsIn(body)) {
      const fields = ofOneRow(form.fields);
      const name = nameOf(form) ?? `the form to ${form.action || page.split("?")[0]}`;
      const isOwn = ofOneself.includes(name);
      if (isOwn !== (who === alone) || endsSomebodysSessions(name, page, leaving)) continue;
      const key = `${name} ${Object.keys(fields)
        .map((each) => each.replace(/^[0-9a-f]{12}\./, "").replaceAll(/\d+/g, ""))
        .sort()
        .join()}`;
      if (!found.has(key)) found.set(key, { ...form, fields, who, page, name });
    }
  }
  return [...found.values()];
}

/** Of anybody else it would keep the others out of what they try. */
const endsSomebodysSessions = (name: string, page: string, leaving: string) =>
  name === "endPersonSessionsAction" && !page.includes(leaving);

/** The action that a form sends to, by the id that React puts among its fields. */
function nameOf({ fields }: Form): string | undefined {
  const text = JSON.stringify(fields);
  return [...actionIds()].find(([, id]) => text.includes(id))?.[0];
}

/** Of the rows of a return the first. */
function ofOneRow(fields: Record<string, string>): Record<string, string> {
  const row = Object.keys(fields)
    .find((name) => /^[0-9a-f]{12}\./.test(name))
    ?.slice(0, 13);
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !/^[0-9a-f]{12}\./.test(name) || name.startsWith(String(row))),
  );
}
