import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { now } from "#db/schema/columns";
import { bankHoliday } from "#db/schema/months";
import { openidLink, savedView, secondFactor, session } from "#db/schema/people";
import { section } from "#db/schema/scorecards";
import { useDatabase } from "#db/testing/use-database";
import { perform } from "#lib/audit/perform";
import { writeApproval } from "#lib/commentary/approve-comment";
import { writeDraft } from "#lib/commentary/draft-comment";
import { writeSubmission } from "#lib/commentary/submit-comment";
import { writeView } from "#lib/history/views/save-view";
import { writeImport } from "#lib/imports/commit-import";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { readImport } from "#lib/imports/read-import";
import { storeImport } from "#lib/imports/store-import";
import { writeBankHoliday } from "#lib/months/add-bank-holiday";
import { getMonth } from "#lib/months/get-month";
import { writePublication } from "#lib/months/publish-month";
import { writeMonthRule } from "#lib/months/set-month-rule";
import { writeDeputyEnd } from "#lib/people/end-deputy";
import { writeGrants } from "#lib/people/grant-role";
import { writeHandingOver } from "#lib/people/hand-over";
import { listRolesOf } from "#lib/people/list-roles-of";
import { nameDeputy, writeDeputy } from "#lib/people/name-deputy";
import { writeRevocation } from "#lib/people/revoke-role";
import { writeReset } from "#lib/people/second-factor/reset-second-factor";
import { writeRecoveryCodes } from "#lib/people/second-factor/write-recovery-codes";
import { writeSignInRuleEnd } from "#lib/people/sign-in-rules/end-sign-in-rule";
import { writeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";
import { writeInvitation } from "#lib/people/write-invitation";
import { getRedaction } from "#lib/redactions/get-redaction";
import { proposeRedaction, writeRedaction } from "#lib/redactions/propose-redaction";
import { writeRedactedWords } from "#lib/redactions/redact-words";
import { writeRedactionRefusal } from "#lib/redactions/refuse-redaction";
import { writeRedactionWithdrawal } from "#lib/redactions/withdraw-redaction";
import { writeRestatement } from "#lib/restatements/restate-actual";
import { writeAsking } from "#lib/returns/ask-reopening";
import { writeReopeningRefusal } from "#lib/returns/refuse-reopening";
import { writeReturnReopening } from "#lib/returns/reopen-return";
import { seenAsking } from "#lib/returns/require-asked";
import { writeReturnSubmission } from "#lib/returns/submit-return";
import { writeReopeningWithdrawal } from "#lib/returns/withdraw-reopening";
import { nothingTyped } from "#lib/rules/actual";
import { addDays, dayIn } from "#lib/rules/day";
import type { Level } from "#lib/rules/labels";
import { writeCommentRules } from "#lib/settings/set-comment-rules";
import { addTheme } from "#lib/structure/add-theme";
import { getStructure } from "#lib/structure/get-structure";
import { writeLabelSet } from "#lib/structure/make-label-set";
import { writeSectionPlace } from "#lib/structure/move-section";
import { commented } from "#lib/testing/commented";
import { type Act, crossings, isWritten, type Key, listKeys } from "#lib/testing/crossings";
import { inMonths } from "#lib/testing/months";
import { inReturns } from "#lib/testing/returns";
import { ruleIn } from "#lib/testing/sign-in-rule";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
let keys: Key[];
const acts: Act[] = [];
const tried = new Set<string>();
const bytes = readFileSync("db/first-scorecard/scorecard.txt");
const { answers } = JSON.parse(readFileSync("db/first-scorecard/answers.json", "utf8"));
const twoLevels = [
  { rank: 1, word: "Secure", short: "S", shape: "circle", tone: "leaf", asksForComment: false },
  { rank: 2, word: "Fragile", short: "F", shape: "octagon", tone: "brick", asksForComment: true },
] satisfies Level[];
const file = (end: string) => ({ name: "another.txt", bytes: Buffer.concat([bytes, Buffer.from(end)]) });

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  const ours = commented(() => world, database);
  const theirs = commented(() => neighbour, database);
  for (const { record, submit } of [ours, theirs]) {
    await record("2.3", "68");
    await submit("lead", "2.3", "To be decided.");
  }
  await importFirstScorecard(neighbour.actors.officer);

  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  keys = await listKeys(client);
  await client.end();

  const { lead, head, officer, auditor } = world.actors;
  const account = { issuer: "https://issuer.example.gov.uk", subject: "known" };
  await database.asOwner(`do $$ begin perform audit.begin_operator('passwords', 'operator.change', '${world.organisationId}');
    insert into credential (person_id, password_hash, changed_at) select id, '$argon2id$v=19$m=1,t=1,p=1$of$none', now() from person where id in ('${world.people.lead}', '${world.people.reader}', '${world.people.head}', '${neighbour.people.head}');
    insert into second_factor (person_id, sealed_secret, confirmed_at, last_step) values ('${world.people.lead}', 'of....none', null, null), ('${world.people.head}', 'of....none', now(), 1);
    insert into recovery_code (person_id, factor_id, code_hash) select person_id, id, repeat('0', 64) from second_factor where confirmed_at is not null; end $$`);
  await database.asOwner(`do $$ begin perform audit.begin_operator('theirs', 'operator.change', '${neighbour.organisationId}');
    insert into second_factor (person_id, sealed_secret) values ('${neighbour.people.head}', 'of....none'); end $$`);
  await perform(lead, "openid_link.add", (tx, { person }) =>
    tx.insert(openidLink).values({ ...account, personId: person.id, linkedBy: person.id }),
  );
  const fresh = randomUUID();
  const { id: waiting } = await readImport(officer, file("\n"));
  await ours.draft("lead", "2.3", "To be submitted.", "2014-01");
  const drafted = {
    indicatorId: world.indicators["2.3"],
    month: "2014-01",
    seen: await ours.seenWords("2.3", "2014-01"),
  } as const;
  const cell = {
    indicatorId: world.indicators["2.5"],
    month: "2014-01",
    seen: { revisionId: null, version: 0 },
  } as const;
  const { revisionId } = await ours.seenWords("2.3", "2013-12");
  const seen = await ours.seenCell("2.3", "2013-12");
  const returns = inReturns(() => world, database);
  const months = inMonths(() => world, database);
  await months.open("officer", "2014-02");
  await months.open("officer", "2014-03", { figuresDue: "2014-04-14", commentaryDue: "2014-04-21" });
  await months.publish("officer", "2013-11", "The board meets.");
  await inMonths(() => neighbour, database).publish("officer", "2013-11", "The board meets.");
  const published = await ours.cell("2.3", "2013-11");
  for (const month of ["2013-12", "2014-02", "2014-03"] as const) await returns.explainAll(month);
  const theirReturns = inReturns(() => neighbour, database);
  await theirReturns.explainAll("2013-12");
  await theirReturns.handIn("lead", "2013-12");
  for (const month of ["2014-02", "2014-03"] as const) await returns.handIn("lead", month);
  await returns.ask("lead", "2014-03");
  const asked = { ...returns.place("2014-03"), seen: seenAsking((await returns.view("2014-03")).submission!) };
  const { seen: returnSeen } = await returns.view("2013-12");
  const [held] = (await listRolesOf(officer, world.people.auditor)).held;
  const away = { headId: world.people.otherHead, teamId: world.teams.workforce, deputyId: world.people.lead } as const;
  const named = await nameDeputy(officer, { ...away, fromDay: "2999-01-01", toDay: "2999-01-02" });
  const known = await ruleIn(world, "known.gov.uk");
  await addTheme(officer, { scorecard: world.scorecard.id, name: "Another theme" });
  const emptyTheme = (await getStructure(officer, world.scorecard.slug, null, "2014-01"))!.themes.at(-1)!;
  const drafts = await database.asOwner(
    "select words from comment_revision where submitted_at is null and written_by = $1",
    [world.people.lead],
  );
  const digests = drafts.map(({ words }) => String(words));
  const redaction = { digest: digests[0]!, passage: "submitted", authority: "An authority." };
  const { id: proposed } = (await proposeRedaction(officer, redaction))!;
  const texts = (await getRedaction(auditor, proposed))!.texts;
  const tomorrow = `${addDays(dayIn("Europe/London", new Date()), 1)}T12:00`;
  acts.push(
    {
      actor: lead,
      verb: "comment.draft",
      work: (tx, actor) => writeDraft(tx, actor, { ...cell, body: "Words." }),
    },
    {
      actor: lead,
      verb: "comment.submit",
      work: (tx, actor) => writeSubmission(tx, actor, { ...drafted, body: "Others." }),
    },
    {
      actor: head,
      verb: "comment.approve",
      work: (tx, actor) => writeApproval(tx, actor, { revisionId: revisionId!, seen }),
    },
    {
      actor: officer,
      verb: "import.read",
      importId: fresh,
      work: (tx, actor) => storeImport(tx, actor, fresh, file("\n\n")),
    },
    {
      actor: officer,
      verb: "import.commit",
      importId: waiting,
      work: (tx, actor) => writeImport(tx, actor, { importId: waiting, answers }),
    },
    {
      actor: lead,
      verb: "return.submit",
      work: (tx, actor) => writeReturnSubmission(tx, actor, { ...returns.place("2013-12"), seen: returnSeen }),
    },
    {
      actor: lead,
      verb: "reopening.ask",
      work: (tx, actor) => writeAsking(tx, actor, { ...returns.place("2014-02"), reason: "A figure was wrong." }),
    },
    {
      actor: lead,
      verb: "reopening.withdraw",
      work: (tx, actor) => writeReopeningWithdrawal(tx, actor, asked),
    },
    {
      actor: head,
      verb: "reopening.refuse",
      work: (tx, actor) => writeReopeningRefusal(tx, actor, { ...asked, reason: "Too late." }),
    },
    {
      actor: head,
      verb: "return.reopen",
      work: (tx, actor) =>
        writeReturnReopening(tx, actor, { ...returns.place("2014-02"), until: tomorrow, reason: "Mend it.", seen: "" }),
    },
    {
      actor: officer,
      verb: "month.publish",
      work: async (tx, actor) => {
        const view = await getMonth(actor, world.scorecard.slug, "2013-11", tx);
        const { seen } = view!.checklist;
        const place = { scorecardId: world.scorecard.id, month: "2013-11", number: 2 } as const;
        return writePublication(tx, actor, { ...place, seen, reason: "The board meets." });
      },
    },
    {
      actor: head,
      verb: "actual.restate",
      work: (tx, actor) =>
        writeRestatement(tx, actor, {
          indicatorId: world.indicators["2.3"],
          month: "2013-11",
          seen: published?.actual?.version ?? 0,
          typed: { ...nothingTyped, value: "71" },
          category: "error",
          reason: "It was counted twice.",
          revisionId: null,
          holds: null,
        }),
    },
    {
      actor: officer,
      verb: "bank_holiday.add",
      work: (tx, actor) => writeBankHoliday(tx, actor, { day: "2014-02-03", name: "Not a working day" }),
    },
    {
      actor: officer,
      verb: "bank_holiday.withdraw",
      work: (tx, actor) =>
        tx
          .update(bankHoliday)
          .set({ withdrawnBy: actor.person.id, withdrawnReason: "Worked after all." })
          .where(and(eq(bankHoliday.organisationId, actor.organisation.id), eq(bankHoliday.day, "2013-12-25"))),
    },
    {
      actor: officer,
      verb: "month_rule.set",
      work: (tx, actor) => writeMonthRule(tx, actor, { seen: 0, figuresDay: 5, commentaryDay: 9 }),
    },
    {
      actor: officer,
      verb: "comment_rule.set",
      work: async (tx, actor) => {
        const rules = { lowestLevels: 1, milestoneMissed: true, gradeChanged: true, figureUnusual: true };
        await writeCommentRules(tx, actor, { from: "2099-01", seen: 0, ...rules });
        return writeCommentRules(tx, actor, { from: "2099-01", seen: 1, ...rules });
      },
    },
    {
      actor: officer,
      verb: "label_set.make",
      work: (tx, actor) => writeLabelSet(tx, actor, { name: "Two words", levels: twoLevels }),
    },
    {
      actor: world.actors.reader,
      verb: "openid_link.add",
      work: (tx, { person }) =>
        tx.insert(openidLink).values({ ...account, subject: "added", personId: person.id, linkedBy: person.id }),
    },
    {
      actor: lead,
      verb: "view.save",
      work: (tx, actor) => writeView(tx, actor, { name: "Known", asked: '{"outcome":"refused"}' }),
    },
    {
      actor: lead,
      verb: "view.end",
      work: (tx, { person }) =>
        tx.update(savedView).set({ endedBy: person.id }).where(eq(savedView.personId, person.id)),
    },
    {
      actor: lead,
      verb: "openid_link.end",
      work: (tx, { person }) =>
        tx.update(openidLink).set({ endedBy: person.id }).where(eq(openidLink.personId, person.id)),
    },
    {
      actor: world.actors.reader,
      verb: "second_factor.enrol",
      work: (tx, { person }) => tx.insert(secondFactor).values({ personId: person.id, sealedSecret: "of....none" }),
    },
    {
      actor: lead,
      verb: "second_factor.confirm",
      work: async (tx, { person }) => {
        const [factor] = await tx
          .update(secondFactor)
          .set({ confirmedAt: now, lastStep: 1 })
          .where(eq(secondFactor.personId, person.id))
          .returning({ id: secondFactor.id });
        return writeRecoveryCodes(tx, person.id, factor!.id);
      },
    },
    {
      actor: head,
      verb: "recovery_codes.renew",
      work: async (tx, { person }) => {
        const [factor] = await tx
          .update(secondFactor)
          .set({ lastStep: 2 })
          .where(eq(secondFactor.personId, person.id))
          .returning({ id: secondFactor.id });
        return writeRecoveryCodes(tx, person.id, factor!.id);
      },
    },
    {
      actor: head,
      verb: "second_factor.remove",
      work: (tx, { person }) =>
        tx.update(secondFactor).set({ endedBy: person.id }).where(eq(secondFactor.personId, person.id)),
    },
    {
      actor: officer,
      verb: "second_factor.reset",
      work: (tx, actor) => writeReset(tx, actor, { person: world.people.head }),
    },
    {
      actor: officer,
      verb: "section.move",
      work: async (tx, actor) => {
        const [from] = await tx.select().from(section).where(eq(section.scorecardId, world.scorecard.id));
        const { id: theme } = emptyTheme;
        const given = { scorecard: world.scorecard.id, section: from!.id, theme, seen: from!.version };
        return writeSectionPlace(tx, actor, given);
      },
    },
    {
      actor: officer,
      verb: "role.grant",
      work: (tx, actor) =>
        writeGrants(tx, actor, {
          person: world.people.reader,
          roles: [{ role: "team lead", teamId: world.teams.assessment, fromDay: null, toDay: null }],
        }),
    },
    {
      actor: officer,
      verb: "role.revoke",
      work: (tx, actor) => writeRevocation(tx, actor, { grant: held!.id }),
    },
    {
      actor: officer,
      verb: "person.invite",
      work: (tx, actor) =>
        writeInvitation(tx, {
          organisationId: actor.organisation.id,
          by: actor.person.id,
          email: "newcomer@candour.test",
          name: undefined,
          roles: [{ role: "reader", teamId: null }],
        }),
    },
    {
      actor: officer,
      verb: "role.hand_over",
      work: (tx, actor) => writeHandingOver(tx, actor, { person: world.people.secondLead, to: world.people.otherLead }),
    },
    {
      actor: officer,
      verb: "deputy.name",
      work: (tx, actor) =>
        writeDeputy(tx, actor, {
          headId: world.people.head,
          teamId: world.teams.assessment,
          deputyId: world.people.otherLead,
          fromDay: "2999-01-01",
          toDay: "2999-01-02",
        }),
    },
    {
      actor: officer,
      verb: "deputy.end",
      work: (tx, actor) => writeDeputyEnd(tx, actor, { deputy: named!.id }),
    },
    {
      actor: officer,
      verb: "sign_in_rule.make",
      work: (tx, actor) =>
        writeSignInRule(
          tx,
          actor,
          { domain: "example.gov.uk", group: null, becomes: { role: "team lead", teamId: world.teams.assessment } },
          account.issuer,
        ),
    },
    {
      actor: officer,
      verb: "sign_in_rule.end",
      work: (tx, actor) => writeSignInRuleEnd(tx, actor, { rule: known }),
    },
    {
      actor: officer,
      verb: "redaction.propose",
      work: (tx, actor) =>
        writeRedaction(tx, actor, { digest: digests[0]!, passage: null, authority: "An authority." }),
    },
    {
      actor: officer,
      verb: "redaction.withdraw",
      work: (tx, actor) => writeRedactionWithdrawal(tx, actor, { id: proposed, seen: 1 }),
    },
    {
      actor: auditor,
      verb: "redaction.refuse",
      work: (tx, actor) => writeRedactionRefusal(tx, actor, { id: proposed, seen: 1, reason: "It names nobody." }),
    },
    {
      actor: auditor,
      verb: "words.redact",
      work: (tx) => writeRedactedWords(tx, { id: proposed, seen: 1, texts: texts! }),
    },
    {
      actor: officer,
      verb: "person.end_sessions",
      work: (tx) =>
        tx.update(session).set({ endedBy: world.people.officer }).where(eq(session.personId, world.people.reader)),
    },
  );
}, 60_000);

describe("where a row points at one of an organisation or a scorecard, it is of the same", () => {
  test("in everything that people write, by every foreign key there is", { timeout: 120_000 }, async () => {
    for (const act of acts) {
      const crossed = await crossings(database.ownerUrl, act);
      for (const key of crossed.tried) tried.add(key);
      expect(crossed.taken, act.verb).toEqual([]);
    }
  });

  test("and none was left out: each that a verb writes was tried", () => {
    const written = keys.filter(isWritten).map(({ table, column }) => `${table}.${column}`);
    expect([...new Set(written)].filter((key) => !tried.has(key))).toEqual([]);
  });
});
