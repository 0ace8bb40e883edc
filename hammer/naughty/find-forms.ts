import { ask } from "#bench/ask";
import { type Form, formsIn } from "#bench/forms";
import { type Act, actionIds } from "#hammer/actions";
import { expendable, signInAnew } from "#hammer/askers";
import { acts, approved, pasted } from "#hammer/comments";
import { definitionActs } from "#hammer/definitions";
import { filesOf } from "#hammer/files";
import { monthActs } from "#hammer/months";
import type { Naughty } from "#hammer/naughty/look";
import { invitationOf, peopleActs, resetOf } from "#hammer/people";
import { redactionActs } from "#hammer/redactions";
import { restated } from "#hammer/restatements";
import { returnActs } from "#hammer/returns";
import { routes } from "#hammer/routes";
import { structureActs } from "#hammer/structure";
import { paths } from "#lib/paths";
import { fieldsOfTyped } from "#lib/rules/return-row";

/** A form as somebody has it before them, and which of its fields are worth trying. */
export type FoundForm = Form & { who: string; page: string; name: string; tried: string[] };

/** Whoever sends these loses sessions: each is sent by somebody whom nothing else needs. */
const alone: Record<string, string> = {
  endSessionAction: "the neighbours' leadAndHead",
  endOtherSessionsAction: "the neighbours' secondLead",
  changePasswordAction: "the neighbours' otherLead",
};

/** Every form there is on the pages, each once. */
export async function findForms(naughty: Naughty): Promise<FoundForm[]> {
  const { yard } = naughty;
  const found = new Map<string, FoundForm>();
  for (const [who, page] of await pagesOf(naughty)) {
    const cookie = yard.asker(who).cookie;
    const { body } = await ask(yard.url + page, { headers: cookie ? { cookie } : {} });
    for (const form of formsIn(body)) {
      for (const name of namesOf(form) ?? [`the form to ${form.action || page.split("?")[0]}`]) {
        const isFor = alone[name] ? who === alone[name] : !Object.values(alone).includes(who);
        const endsAnothers =
          name === "endPersonSessionsAction" && !page.includes(String(yard.asker(expendable).personId));
        const tried = eachKindOnce(Object.keys(form.fields));
        const key = [name, ...tried.map(kindOf)].join();
        if (isFor && !endsAnothers && !found.has(key)) found.set(key, { ...form, who, page, name, tried });
      }
    }
  }
  return [...found.values(), ...(await ofScriptsAlone(naughty))];
}

async function pagesOf({ yard, cells, place }: Naughty): Promise<[who: string, page: string][]> {
  const leaving = String(yard.asker(expendable).personId);
  await signInAnew(leaving);
  for (const who of Object.values(alone)) await signInAnew(String(yard.asker(who).personId));
  const { seen } = await approved(yard, await cells.cell());
  const { action, month } = await pasted(yard, await cells.cell());
  // Somebody's deputy, a sign-in rule and a saved view, to be ended.
  await peopleActs.endDeputy(yard);
  await peopleActs.endSignInRule(yard);
  await peopleActs.endView(yard);
  return [
    ...["lead.assessment", "head", "officer", "auditor"].flatMap((who) =>
      Object.values(routes).map(({ address }): [string, string] => [who, address(place)]),
    ),
    ["lead.assessment", place.drafted.page],
    ["lead.assessment", paths.return(month, { pasted: action })],
    ["head", paths.approvals({ revision: seen.revision })],
    ["officer", await filesOf(yard, "officer")],
    ["officer", paths.person(leaving)],
    ["officer", paths.person(String((await peopleActs.enable(yard)).fields.person))],
    ["officer", paths.person(String((await peopleActs.resetSecondFactor(yard)).fields.person))],
    ["officer", (await monthActs.open(yard)).from],
    ["officer", (await monthActs.reopen(yard)).from],
    ["officer", (await monthActs.publish(yard)).from],
    ["officer", (await definitionActs.define(yard)).from],
    ["officer", (await definitionActs.defineSeveral(yard)).from],
    ["officer", (await definitionActs.end(yard)).from],
    ["officer", (await definitionActs.withdraw(yard)).from],
    ["officer", (await definitionActs.setMilestones(yard)).from],
    ["officer", (await structureActs.makeLabelSet()).from],
    ["officer", (await structureActs.chooseLabelSet(yard)).from],
    ["officer", (await structureActs.endTheme(yard)).from],
    ["officer", (await structureActs.renameTheme(yard)).from],
    ["officer", (await structureActs.mergeSection(yard)).from],
    ["officer", (await structureActs.endSection(yard)).from],
    ["officer", (await structureActs.moveIndicator(yard)).from],
    ["officer", (await redactionActs.propose(yard, cells)).from],
    ["officer", (await redactionActs.withdraw(yard, cells)).from],
    ["auditor", (await redactionActs.redact(yard, cells)).from],
    ["nobody", paths.signIn(undefined, { error: "COOKIES" })],
    ["nobody", paths.followReset(await resetOf(yard, "naughty.reset@candour.test"))],
    ["nobody", paths.invitation(await invitationOf(yard, "naughty.form@candour.test"))],
    ...Object.values(alone).map((who): [string, string] => [who, paths.account()]),
  ];
}

/** The actions that a form sends to, by the ids that React puts among its fields. */
function namesOf({ fields }: Form): string[] | null {
  const text = JSON.stringify(fields);
  const names = [...actionIds()].flatMap(([name, id]) => (text.includes(id) ? [name] : []));
  return names.length > 0 ? names : null;
}

/** What a field is, whichever row or reference it belongs to. */
const kindOf = (name: string) => name.replace(/^[0-9a-f]{12}\./, "").replaceAll(/[\d.]+/g, "");
const eachKindOnce = (names: string[]) => [...new Map(names.toReversed().map((name) => [kindOf(name), name])).values()];

/** What the return's grid sends by its script, where a form without one sends all rows; and forms that stand on no page of the demonstration's. */
async function ofScriptsAlone({ yard, cells }: Naughty): Promise<FoundForm[]> {
  const all = {
    value: "1",
    numerator: "",
    denominator: "",
    missing: "",
    note: "",
    provisional: true,
    estimated: true,
    sure: "",
    because: "",
    why: "",
  };
  const withCode = { current: "not it", code: "000000" };
  const one = await cells.cell();
  const byWhom: [who: string, act: Act][] = [
    ["lead.assessment", acts.record(one, 0, "1", fieldsOfTyped(all))],
    ["lead.assessment", acts.clear(one, 0)],
    ["lead.assessment", await returnActs.submit(yard)],
    ["lead.assessment", await returnActs.ask(yard)],
    ["lead.assessment", await returnActs.withdraw(yard)],
    ["head", await returnActs.refuse(yard)],
    ["head", await restated(yard)],
    ["officer", await returnActs.reopen(yard)],
    // Nobody of the demonstration has a second factor, nor begins to set one up.
    [
      "lead.assessment",
      { action: "confirmSecondFactorAction", from: paths.secondFactor(), fields: { code: "000000" } },
    ],
    ["lead.assessment", { action: "renewRecoveryCodesAction", from: paths.secondFactor(), fields: withCode }],
    ["lead.assessment", { action: "removeSecondFactorAction", from: paths.secondFactor(), fields: withCode }],
    ["nobody", { action: "signInByCodeAction", from: paths.signInCode(), fields: { code: "000000" } }],
    ["nobody", { action: "startSignInAgainAction", from: paths.signInCode(), fields: {} }],
    // Their forms are shown where an issuer is set, and here none is.
    ["lead.assessment", { action: "addOpenIdLinkAction", from: paths.account(), fields: { current: "not it" } }],
    ["lead.assessment", { action: "endOpenIdLinkAction", from: paths.account(), fields: { request: "" } }],
    ["officer", await peopleActs.makeSignInRule()],
  ];
  return byWhom.map(([who, { action: name, fields, from }]) => ({
    name,
    fields,
    who,
    page: from,
    method: "POST",
    action: "",
    tried: Object.keys(fields),
  }));
}
