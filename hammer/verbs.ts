import { randomUUID } from "node:crypto";
import type { Act } from "#hammer/actions";
import { expendable, signInAnew } from "#hammer/askers";
import type { Cells } from "#hammer/cells";
import { acts, approved, pasted, submitted } from "#hammer/comments";
import { definitionActs } from "#hammer/definitions";
import { fileActs } from "#hammer/files";
import { answers, waitingImport } from "#hammer/imports";
import { monthActs } from "#hammer/months";
import { peopleActs } from "#hammer/people";
import { redactionActs } from "#hammer/redactions";
import { restated } from "#hammer/restatements";
import { returnActs } from "#hammer/returns";
import { settingActs } from "#hammer/settings";
import { structureActs } from "#hammer/structure";
import type { Yard } from "#hammer/yard";
import type { Verb } from "#lib/access/permissions";
import { paths } from "#lib/paths";
import { rowKey } from "#lib/rules/return-row";

/** Whose a thing is: to strangers to its team, or to its council, it is refused. What is one's own nobody else can name. */
export type Whose = "team" | "organisation" | "self";

/** How a verb is done: made anew each time, because what was done once cannot be done again. */
export type Way = {
  whose: Whose;
  make: (yard: Yard, cells: Cells) => Promise<Act>;
  /** By which code those who may are answered, where it is not simply done. */
  answered?: string;
};

/** Read by pages and routes, which `routes` tries. */
const byRoutes: Way[] = [];

const own = (action: string, fields = {}, answered?: string, from = paths.account()): Way => ({
  whose: "self",
  answered,
  make: async () => ({ action, from, fields: { request: randomUUID(), ...fields } }),
});

const savedViews = paths.savedViews({ outcome: "refused" });

/** Every verb, with the actions that do it. A new verb is tried once it stands here, and until then a test fails. */
export const verbs: Record<Verb, readonly Way[]> = {
  "page.open": byRoutes,
  "scorecard.read": byRoutes,
  "scorecard.export": [
    {
      whose: "organisation",
      make: async (_yard, { cell }) => fileActs.ask((await cell()).slug),
      answered: "INVALID",
    },
    {
      whose: "organisation",
      make: async (_yard, { cell }) => fileActs.askWorkbook((await cell()).slug),
      answered: "INVALID",
    },
    // Of one's own: what is nobody's is not there.
    { whose: "self", make: async () => fileActs.cancel(), answered: "not theirs" },
    { whose: "self", make: async () => fileActs.delete(), answered: "not theirs" },
  ],
  "history.read": byRoutes,
  "history.export": byRoutes,
  "past.read": byRoutes,
  "import.read": byRoutes,
  "person.list": byRoutes,
  "actual.record": [
    { whose: "team", make: async (_yard, { cell }) => acts.record(await cell(), 0, "68") },
    {
      whose: "team",
      make: async (_yard, { cell }) => {
        const { indicator, month } = await cell();
        const row = { indicator, seen: "0", value: "68", request: randomUUID() };
        const fields = Object.entries(row).map(([name, value]) => [`${rowKey(indicator)}.${name}`, value]);
        return {
          action: "recordReturnAction",
          from: paths.return(month),
          fields: { month, ...Object.fromEntries(fields) },
        };
      },
    },
  ],
  "actual.clear": [
    {
      whose: "team",
      make: async (yard, { cell }) => {
        const one = await cell();
        await submitted(yard, one);
        return acts.clear(one, 1);
      },
    },
  ],
  "actual.paste": [{ whose: "team", make: async (_yard, { cell }) => acts.paste(await cell()) }],
  "actual.take_back": [
    { whose: "team", make: async (yard, { cell }) => acts.takeBack(await pasted(yard, await cell())) },
  ],
  "actual.restate": [{ whose: "team", make: restated }],
  "comment.draft": [{ whose: "team", make: async (_yard, { cell }) => acts.write(await cell(), "draft", "Words.") }],
  "comment.submit": [
    { whose: "team", make: async (_yard, { cell }) => acts.write(await cell(), "submission", "Words.") },
  ],
  "comment.withdraw": [
    {
      whose: "team",
      make: async (yard, { cell }) => {
        const one = await cell();
        return acts.withdraw(one, (await submitted(yard, one)).seen);
      },
    },
  ],
  "comment.approve": [
    { whose: "team", make: async (yard, { cell }) => acts.approve((await submitted(yard, await cell())).figure) },
    {
      whose: "team",
      make: async (yard, { cell }) => acts.approveSeveral((await submitted(yard, await cell())).figure),
    },
  ],
  "comment.return": [
    {
      whose: "team",
      make: async (yard, { cell }) => acts.giveBack((await submitted(yard, await cell())).seen, "Say why."),
    },
  ],
  "approval.withdraw": [
    {
      whose: "team",
      make: async (yard, { cell }) => acts.withdrawApproval((await approved(yard, await cell())).seen, "Too early."),
    },
  ],
  "return.read": byRoutes,
  "reopening.list": byRoutes,
  "return.submit": [{ whose: "team", make: returnActs.submit, answered: "NOT_DUE" }],
  "reopening.ask": [{ whose: "team", make: returnActs.ask, answered: "NOT_DUE" }],
  "reopening.withdraw": [{ whose: "team", make: returnActs.withdraw, answered: "NOT_DUE" }],
  "reopening.refuse": [{ whose: "team", make: returnActs.refuse, answered: "NOT_DUE" }],
  "return.reopen": [{ whose: "team", make: returnActs.reopen, answered: "NOT_DUE" }],
  "month.open": [{ whose: "organisation", make: monthActs.open }],
  "month.reschedule": [{ whose: "organisation", make: monthActs.reschedule }],
  "month.close": [{ whose: "organisation", make: monthActs.close }],
  "month.reopen": [{ whose: "organisation", make: monthActs.reopen }],
  "month.publish": [{ whose: "organisation", make: monthActs.publish }],
  "scorecard.make": [{ whose: "organisation", make: structureActs.make }],
  "scorecard.copy": [{ whose: "organisation", make: structureActs.copy }],
  "scorecard.rename": [{ whose: "organisation", make: structureActs.rename }],
  "scorecard.end": [{ whose: "organisation", make: structureActs.end }],
  "label_set.make": [{ whose: "self", make: structureActs.makeLabelSet }],
  "label_set.choose": [{ whose: "organisation", make: structureActs.chooseLabelSet }],
  "theme.add": [{ whose: "organisation", make: structureActs.addTheme }],
  "theme.rename": [{ whose: "organisation", make: structureActs.renameTheme }],
  "theme.move": [{ whose: "organisation", make: structureActs.moveTheme }],
  "theme.end": [{ whose: "organisation", make: structureActs.endTheme }],
  "section.add": [{ whose: "organisation", make: structureActs.addSection }],
  "section.rename": [{ whose: "organisation", make: structureActs.renameSection }],
  "section.move": [{ whose: "organisation", make: structureActs.moveSection }],
  "section.merge": [{ whose: "organisation", make: structureActs.mergeSection }],
  "section.end": [{ whose: "organisation", make: structureActs.endSection }],
  "indicator.move": [{ whose: "organisation", make: structureActs.moveIndicator }],
  "indicator.add": [{ whose: "organisation", make: definitionActs.add }],
  "indicator.end": [{ whose: "organisation", make: definitionActs.end }],
  "indicator.define": [
    { whose: "organisation", make: definitionActs.define },
    { whose: "organisation", make: definitionActs.defineSeveral },
  ],
  "version.withdraw": [{ whose: "organisation", make: definitionActs.withdraw }],
  "milestones.set": [{ whose: "organisation", make: definitionActs.setMilestones }],
  "month_rule.set": [{ whose: "self", make: monthActs.setRule, answered: "CONFLICT" }],
  "bank_holiday.add": [{ whose: "self", make: monthActs.addHoliday }],
  "bank_holiday.withdraw": [{ whose: "organisation", make: monthActs.withdrawHoliday }],
  "redaction.list": byRoutes,
  "redaction.propose": [{ whose: "organisation", make: redactionActs.propose }],
  "redaction.withdraw": [{ whose: "organisation", make: redactionActs.withdraw, answered: "CONFLICT" }],
  "redaction.refuse": [{ whose: "organisation", make: redactionActs.refuse, answered: "CONFLICT" }],
  "words.redact": [{ whose: "organisation", make: redactionActs.redact, answered: "CONFLICT" }],
  "import.answer": [{ whose: "organisation", make: (yard) => toImport(yard, "answerImportAction") }],
  "import.commit": [{ whose: "organisation", make: (yard) => toImport(yard, "commitImportAction") }],
  "person.invite": [{ whose: "self", make: peopleActs.invite }],
  "invitation.renew": [{ whose: "organisation", make: peopleActs.renew }],
  "invitation.withdraw": [{ whose: "organisation", make: peopleActs.withdraw }],
  "person.disable": [{ whose: "organisation", make: peopleActs.disable }],
  "person.enable": [{ whose: "organisation", make: peopleActs.enable }],
  "organisation.rename": [{ whose: "self", make: settingActs.rename, answered: "CONFLICT" }],
  "time_zone.set": [{ whose: "self", make: settingActs.setTimeZone, answered: "CONFLICT" }],
  "retention.set": [{ whose: "self", make: settingActs.setRetention, answered: "CONFLICT" }],
  "second_factor_rule.set": [{ whose: "self", make: settingActs.setSecondFactorRule, answered: "CONFLICT" }],
  "session_life.set": [{ whose: "self", make: settingActs.setSessionLife, answered: "CONFLICT" }],
  "comment_rule.set": [{ whose: "self", make: settingActs.setCommentRules, answered: "CONFLICT" }],
  "publishing_rule.set": [{ whose: "self", make: settingActs.setPublishingRule, answered: "CONFLICT" }],
  "deputy.list": byRoutes,
  "deputy.name": [{ whose: "team", make: peopleActs.nameDeputy }],
  "deputy.end": [{ whose: "team", make: peopleActs.endDeputy }],
  // No issuer is set here: who is told so was let as far as this.
  "sign_in_rule.make": [{ whose: "self", make: peopleActs.makeSignInRule, answered: "WRONG_STATE" }],
  "sign_in_rule.end": [{ whose: "organisation", make: peopleActs.endSignInRule }],
  "team.add": [{ whose: "self", make: peopleActs.addTeam }],
  "team.rename": [{ whose: "organisation", make: peopleActs.renameTeam }],
  "role.grant": [{ whose: "organisation", make: peopleActs.grant }],
  "role.hand_over": [{ whose: "organisation", make: peopleActs.handOver }],
  "role.revoke": [{ whose: "organisation", make: peopleActs.revoke }],
  "person.end_sessions": [
    {
      whose: "organisation",
      make: async (yard) => {
        const person = String(yard.asker(expendable).personId);
        await signInAnew(person);
        return {
          action: "endPersonSessionsAction",
          from: paths.account(),
          fields: { request: randomUUID(), person, reason: "A laptop was lost." },
        };
      },
    },
  ],
  // With a wrong one, so that nobody's sessions end: who is told so was let as far as this.
  "password.change": [
    own(
      "changePasswordAction",
      { current: "not it", password: "a rota of nine owls", again: "a rota of nine owls" },
      "WRONG_PASSWORD",
    ),
  ],
  // As of a password, with a wrong one.
  "second_factor.enrol": [
    own("enrolSecondFactorAction", { current: "not it" }, "WRONG_PASSWORD", paths.secondFactor()),
  ],
  "second_factor.confirm": [own("confirmSecondFactorAction", { code: "000000" }, "WRONG_STATE", paths.secondFactor())],
  "second_factor.remove": [
    own("removeSecondFactorAction", { current: "not it", code: "000000" }, "WRONG_PASSWORD", paths.secondFactor()),
  ],
  "recovery_codes.renew": [
    own("renewRecoveryCodesAction", { current: "not it", code: "000000" }, "WRONG_PASSWORD", paths.secondFactor()),
  ],
  "second_factor.reset": [{ whose: "organisation", make: peopleActs.resetSecondFactor }],
  "openid_link.add": [own("addOpenIdLinkAction", { current: "not it" }, "WRONG_STATE")],
  "openid_link.end": [own("endOpenIdLinkAction", {}, "WRONG_STATE")],
  "view.save": [own("saveViewAction", { name: "By the hammer", asked: "outcome=refused" }, undefined, savedViews)],
  "view.end": [own("endViewAction", { view: randomUUID() }, "not theirs", savedViews)],
  "session.end_others": [own("endOtherSessionsAction")],
  "session.end": [own("endSessionAction")],
};

/** Actions that are no verb's: anybody may send them, and shows in what they send that they may. */
export const openActions = [
  "acceptInvitationAction",
  "askResetAction",
  "followResetAction",
  "signInByCodeAction",
  "startSignInAgainAction",
];

async function toImport(yard: Yard, action: string): Promise<Act> {
  const importId = await waitingImport(yard);
  const doubts = await yard.query("select key, version from import_doubt where import_id = $1", [importId]);
  const seen = doubts.reduce((sum, { version }) => sum + Number(version), 0);
  const known = Object.fromEntries(
    doubts.flatMap(({ key }) => (String(key) in answers ? [[key, answers[String(key)]]] : [])),
  );
  const fields = { importId, seen: String(seen), request: randomUUID(), confirmed: "yes", ...known, name: importId };
  return { action, from: paths.import(importId), fields };
}
