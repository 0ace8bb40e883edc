import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import type { Verb } from "#lib/access/permissions";
import { startSession } from "#lib/access/start-session";
import { clearActual } from "#lib/actuals/clear-actual";
import { pasteActuals } from "#lib/actuals/paste-actuals";
import { recordActual } from "#lib/actuals/record-actual";
import { takeBackActuals } from "#lib/actuals/take-back-actuals";
import { approveComment } from "#lib/commentary/approve-comment";
import { findPlace } from "#lib/commentary/cell/find-place";
import { draftComment } from "#lib/commentary/draft-comment";
import { returnComment } from "#lib/commentary/return-comment";
import { submitComment } from "#lib/commentary/submit-comment";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { addIndicator } from "#lib/definitions/add-indicator";
import { defineIndicator } from "#lib/definitions/define-indicator";
import { endIndicator } from "#lib/definitions/end-indicator";
import { PreviewDefinitionInput } from "#lib/definitions/inputs";
import { setMilestones } from "#lib/definitions/set-milestones";
import { withdrawVersion } from "#lib/definitions/withdraw-version";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listEntries } from "#lib/history/list-entries";
import { endView } from "#lib/history/views/end-view";
import { listViews } from "#lib/history/views/list-views";
import { saveView } from "#lib/history/views/save-view";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { readImport } from "#lib/imports/read-import";
import { closeMonth } from "#lib/months/close-month";
import { openMonth } from "#lib/months/open-month";
import { publishMonth } from "#lib/months/publish-month";
import { reopenMonth } from "#lib/months/reopen-month";
import { rescheduleMonth } from "#lib/months/reschedule-month";
import { withdrawBankHoliday } from "#lib/months/withdraw-bank-holiday";
import { getWorkingDays } from "#lib/months/working-days";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { endDeputy } from "#lib/people/end-deputy";
import { endPersonSessions } from "#lib/people/end-person-sessions";
import { grantRole } from "#lib/people/grant-role";
import { handOver } from "#lib/people/hand-over";
import { listRolesOf } from "#lib/people/list-roles-of";
import { nameDeputy } from "#lib/people/name-deputy";
import { renameTeam } from "#lib/people/rename-team";
import { renewInvitation } from "#lib/people/renew-invitation";
import { revokeRole } from "#lib/people/revoke-role";
import { resetSecondFactor } from "#lib/people/second-factor/reset-second-factor";
import { endSignInRule } from "#lib/people/sign-in-rules/end-sign-in-rule";
import { withdrawInvitation } from "#lib/people/withdraw-invitation";
import { proposeRedaction } from "#lib/redactions/propose-redaction";
import { redactWords } from "#lib/redactions/redact-words";
import { refuseRedaction } from "#lib/redactions/refuse-redaction";
import { withdrawRedaction } from "#lib/redactions/withdraw-redaction";
import { restateActual } from "#lib/restatements/restate-actual";
import { askReopening } from "#lib/returns/ask-reopening";
import { refuseReopening } from "#lib/returns/refuse-reopening";
import { reopenReturn } from "#lib/returns/reopen-return";
import { submitReturn } from "#lib/returns/submit-return";
import { withdrawReopening } from "#lib/returns/withdraw-reopening";
import { nothingTyped } from "#lib/rules/actual";
import { noReason } from "#lib/rules/change-reason";
import { addSection } from "#lib/structure/add-section";
import { addTheme } from "#lib/structure/add-theme";
import { chooseLabelSet } from "#lib/structure/choose-label-set";
import { copyScorecard } from "#lib/structure/copy-scorecard";
import { endScorecard } from "#lib/structure/end-scorecard";
import { endSection } from "#lib/structure/end-section";
import { endTheme } from "#lib/structure/end-theme";
import { getStructure } from "#lib/structure/get-structure";
import { mergeSection } from "#lib/structure/merge-section";
import { moveIndicator } from "#lib/structure/move-indicator";
import { moveSection } from "#lib/structure/move-section";
import { moveTheme } from "#lib/structure/move-theme";
import { renameScorecard } from "#lib/structure/rename-scorecard";
import { renameSection } from "#lib/structure/rename-section";
import { renameTheme } from "#lib/structure/rename-theme";
import { commented } from "#lib/testing/commented";
import { defining } from "#lib/testing/defining";
import { type Asked, answerText, everyQuery } from "#lib/testing/every-query";
import { ruleIn } from "#lib/testing/sign-in-rule";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
let asked: Asked;
let submitted: string;
let approved: string;
let pasted: string;
let waitingImport: string;
let deputyOfOurs: string;
let digest: string;
let proposed: string;
let viewOfOurs: string;
let ruleOfOurs: string;
const { record, submit, approve } = commented(() => world, database);
const bytes = readFileSync("db/first-scorecard/scorecard.txt");

/** Both councils have the same slugs and refs; the first has figures, comments that wait and are approved, and imports. */
beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  const { importId } = await importFirstScorecard(world.actors.officer);
  asked = { ...world, importId };
  await record("2.3", "68");
  await record("2.5", "12");
  submitted = (await submit("lead", "2.3", "Ours to decide."))!.revisionId;
  approved = (await submit("lead", "2.5", "Ours, approved."))!.revisionId;
  await approve("head", "2.5", approved);
  const cell = { indicatorId: world.indicators["2.3"], month: "2014-01", seen: 0 } as const;
  pasted = (await pasteActuals(world.actors.lead, [{ ...cell, typed: { ...nothingTyped, value: "70" } }]))!;
  const away = { headId: world.people.otherHead, teamId: world.teams.workforce, deputyId: world.people.lead } as const;
  deputyOfOurs = (await nameDeputy(world.actors.officer, { ...away, fromDay: "2999-01-01", toDay: "2999-01-02" }))!.id;
  const [words] = await database.asOwner("select words from comment_revision where id = $1", [approved]);
  digest = String(words?.words);
  const redaction = { digest, passage: null, authority: "Ours to decide." };
  proposed = (await proposeRedaction(world.actors.officer, redaction))!.id;
  await saveView(world.actors.officer, { name: "Ours to come back to", asked: '{"outcome":"refused"}' });
  ruleOfOurs = await ruleIn(world);
  viewOfOurs = (await listViews(world.actors.officer))[0]!.id;
  const waiting = { name: "waiting.txt", bytes: Buffer.concat([bytes, Buffer.from("\n")]) };
  waitingImport = (await readImport(world.actors.officer, waiting)).id;
});

/** Every verb but those that read, and those done to oneself: a verb to come has to be tried here as well. */
type WritesOfOthers = Exclude<
  Verb,
  | "scorecard.read"
  | "scorecard.export"
  | "history.read"
  | "history.export"
  | "past.read"
  | "person.list"
  | "deputy.list"
  | "organisation.rename"
  | "time_zone.set"
  | "session_life.set"
  | "publishing_rule.set"
  | "retention.set"
  | "second_factor_rule.set"
  | "comment_rule.set"
  | "scorecard.make"
  | "label_set.make"
  | "import.read"
  | "return.read"
  | "reopening.list"
  | "redaction.list"
  | "month_rule.set"
  | "page.open"
  | "person.invite"
  | "team.add"
  | "bank_holiday.add"
  | "password.change"
  | "session.end"
  | "session.end_others"
  | "openid_link.add"
  | "openid_link.end"
  | "view.save"
  | "second_factor.enrol"
  | "second_factor.confirm"
  | "second_factor.remove"
  | "recovery_codes.renew"
>;

const ours =
  /The (lead|head|officer|auditor|reader|council)\b|"(Assessment|Workforce|Improvement scorecard|Timeliness)"|"Measure|Ours/;

describe("across the border of two councils in one database", () => {
  test.each(everyQuery)("$name answers each with their own alone", async ({ of, read }) => {
    const theirs = answerText(await read(neighbour.actors[of], asked));
    expect(theirs).not.toMatch(ours);
    const ids = [
      world.organisationId,
      world.scorecard.id,
      ...Object.values(world.teams),
      ...Object.values(world.people),
    ];
    for (const id of [...ids, ...Object.values(world.indicators), asked.importId]) expect(theirs).not.toContain(id);
    expect(answerText(await read(world.actors[of], asked))).not.toMatch(/[Nn]eighbouring|"777"|"71\.25"/);
  });

  test("and no refusal names anybody of the other", async () => {
    const reason = "Not ours.";
    const refused = endPersonSessions(neighbour.actors.officer, { person: world.people.lead, reason });
    await expect(refused).rejects.toThrow("This person does not belong to The neighbouring council.");
  });

  test("nobody does anything to the other's figures, comments, imports and people", async () => {
    const { lead, head, officer } = neighbour.actors;
    const [indicatorId, answered] = [world.indicators["2.3"], world.indicators["2.5"]];
    const cell = { indicatorId, month: "2013-12", seen: 1 } as const;
    const words = { ...cell, seen: { revisionId: submitted, version: 2 }, body: "Theirs." };
    const seen = { version: 1, figure: "68", missing: null, grade: 3 };
    const place = { scorecardId: world.scorecard.id, month: "2013-12" } as const;
    const theirReturn = { ...place, teamId: world.teams.assessment };
    const dates = { figuresDue: "2014-03-14", commentaryDue: "2014-03-21" } as const;
    const grant = (await listRolesOf(world.actors.officer, world.people.lead)).held[0]!.id;
    const holiday = (await getWorkingDays(world.actors.officer)).holidays[0]!.id;
    const ourForm = () => defining(() => world).form("2.3", "2013-12", {});
    const version = await defining(() => world).version("2.3", "band_set", "2013-09");
    const of = { scorecard: world.scorecard.id };
    const [ourTheme] = (await getStructure(world.actors.officer, world.scorecard.slug, null, "2014-02"))!.themes;
    const [theme, section] = [ourTheme!.id, ourTheme!.sections[0]!.id];
    const ourMilestones = { indicatorId, seen: "0".repeat(16), milestones: [] };
    const count = async () =>
      (await database.asOwner("select count(*)::int as n from audit.entry where operation <> 'refused'"))[0];
    const before = await count();
    const tries: Record<WritesOfOthers | "place", () => Promise<unknown>> = {
      "actual.record": () => recordActual(lead, { ...cell, typed: { ...nothingTyped, value: "1" } }),
      "actual.clear": () => clearActual(lead, { ...cell, ...noReason }),
      "actual.paste": () => pasteActuals(lead, [{ ...cell, typed: { ...nothingTyped, value: "1" } }]),
      "actual.take_back": () => takeBackActuals(lead, { actionId: pasted, month: "2013-12", ...noReason }),
      "actual.restate": () =>
        restateActual(head, {
          ...cell,
          typed: { ...nothingTyped, value: "1" },
          category: "error",
          reason: "Not ours.",
          revisionId: null,
          holds: null,
        }),
      "comment.draft": () => draftComment(lead, words),
      "comment.submit": () => submitComment(lead, words),
      "comment.withdraw": () => withdrawComment(lead, { revisionId: submitted }),
      "comment.approve": () => approveComment(head, { revisionId: submitted, seen }),
      "comment.return": () => returnComment(head, { revisionId: submitted, reason: "Not ours." }),
      "approval.withdraw": () => withdrawApproval(head, { revisionId: approved, reason: "Not ours." }),
      place: () => findPlace(lead, answered),
      "redaction.propose": () => proposeRedaction(officer, { digest, passage: null, authority: "Not ours." }),
      "redaction.withdraw": () => withdrawRedaction(officer, { id: proposed, seen: 1 }),
      "redaction.refuse": () => refuseRedaction(officer, { id: proposed, seen: 1, reason: "Not ours." }),
      "words.redact": () => redactWords(officer, { id: proposed, seen: 1, texts: "0".repeat(32) }),
      "import.answer": () => answerImport(officer, { importId: waitingImport, answers: { "2.3 unit": "count" } }),
      "import.commit": () => commitImport(officer, { importId: waitingImport }),
      "return.submit": () => submitReturn(lead, { ...theirReturn, seen: "0".repeat(16) }),
      "reopening.ask": () => askReopening(lead, { ...theirReturn, reason: "Not ours." }),
      "reopening.withdraw": () => withdrawReopening(lead, { ...theirReturn, seen: "2014-01-14T12:00:00.000Z" }),
      "reopening.refuse": () =>
        refuseReopening(officer, { ...theirReturn, seen: "2014-01-14T12:00:00.000Z", reason: "Not ours." }),
      "return.reopen": () =>
        reopenReturn(officer, { ...theirReturn, until: "2099-01-01T12:00", reason: "Not ours.", seen: "" }),
      "month.open": () => openMonth(officer, { ...place, month: "2014-02", dates }),
      "month.reschedule": () => rescheduleMonth(officer, { ...place, seen: 1, dates }),
      "month.close": () => closeMonth(officer, { ...place, seen: "0".repeat(16), reason: "Not ours." }),
      "month.publish": () =>
        publishMonth(officer, { ...place, month: "2013-11", number: 1, seen: "0".repeat(16), reason: "Not ours." }),
      "month.reopen": () => reopenMonth(officer, { ...place, month: "2013-11", reason: "Not ours." }),
      "scorecard.copy": () =>
        copyScorecard(officer, {
          ...{ of: world.scorecard.id, as: "2014-01", name: "Theirs", address: null, sentence: null, from: "2014-02" },
        }),
      "label_set.choose": () =>
        chooseLabelSet(officer, {
          ...of,
          ...{ labels: world.scorecard.id, from: "2014-02", previewed: [], reason: "Not ours." },
        }),
      "scorecard.rename": () => renameScorecard(officer, { ...of, name: "Theirs", sentence: null, seen: 1 }),
      "scorecard.end": () => endScorecard(officer, { ...of, reason: "Not ours.", sure: "yes", seen: 1 }),
      "theme.add": () => addTheme(officer, { ...of, name: "Theirs" }),
      "theme.rename": () => renameTheme(officer, { ...of, theme, name: "Theirs", seen: 1 }),
      "theme.move": () => moveTheme(officer, { ...of, theme, way: "up", seen: 1 }),
      "theme.end": () => endTheme(officer, { ...of, theme, seen: 1 }),
      "section.add": () => addSection(officer, { ...of, theme, number: 9, title: "Theirs" }),
      "section.rename": () => renameSection(officer, { ...of, section, number: 9, title: "Theirs", seen: 1 }),
      "section.move": () => moveSection(officer, { ...of, section, theme, seen: 1 }),
      "section.merge": () => mergeSection(officer, { ...of, section, into: section, from: "2014-02", seen: 1 }),
      "section.end": () => endSection(officer, { ...of, section, seen: 1 }),
      "indicator.move": () =>
        moveIndicator(officer, { ...of, indicator: indicatorId, to: "up", from: "2014-02", seen: section }),
      "indicator.add": () =>
        addIndicator(officer, {
          scorecardId: world.scorecard.id,
          ref: "9.9",
          from: "2014-02",
          sectionId: world.scorecard.id,
          teamId: world.teams.assessment,
          every: 1,
          what: { measure: "Theirs.", unit: "count", direction: "lower", precision: 0 },
        }),
      "indicator.end": () =>
        endIndicator(officer, { indicatorId, last: "2014-02", reason: "Not ours.", previewed: [] }),
      "indicator.define": async () => {
        const typed = { ...(await ourForm()), indicator: indicatorId, measure: "Theirs." };
        return defineIndicator(officer, PreviewDefinitionInput.parse(typed));
      },
      "version.withdraw": () => withdrawVersion(officer, { ...version, reason: "Not ours.", previewed: [] }),
      "milestones.set": () => setMilestones(officer, { ...ourMilestones, reason: "Not ours.", previewed: [] }),
      "view.end": () => endView(officer, { view: viewOfOurs }),
      "bank_holiday.withdraw": () => withdrawBankHoliday(officer, { holiday, reason: "Not ours." }),
      "role.grant": () => grantRole(officer, { person: world.people.lead, roles: [{ role: "auditor", teamId: null }] }),
      "role.revoke": () => revokeRole(officer, { grant, reason: "Not ours." }),
      "role.hand_over": () =>
        handOver(officer, { person: world.people.lead, to: neighbour.people.reader, reason: "Not ours." }),
      "invitation.renew": () => renewInvitation(officer, { person: world.people.lead }),
      "invitation.withdraw": () => withdrawInvitation(officer, { person: world.people.lead, reason: "Not ours." }),
      "person.disable": () => disablePerson(officer, { person: world.people.lead, reason: "Not ours." }),
      "person.enable": () => enablePerson(officer, { person: world.people.lead }),
      "sign_in_rule.make": () => ruleIn({ ...world, actors: neighbour.actors }),
      "sign_in_rule.end": () => endSignInRule(officer, { rule: ruleOfOurs }),
      "deputy.name": () =>
        nameDeputy(officer, {
          headId: world.people.head,
          teamId: world.teams.assessment,
          deputyId: world.people.otherLead,
          fromDay: "2999-01-01",
          toDay: "2999-01-02",
        }),
      "deputy.end": () => endDeputy(officer, { deputy: deputyOfOurs }),
      "team.rename": () => renameTeam(officer, { team: world.teams.assessment, name: "Theirs", seen: 1 }),
      "person.end_sessions": () => endPersonSessions(officer, { person: world.people.lead, reason: "Not ours." }),
      "second_factor.reset": () => resetSecondFactor(officer, { person: world.people.lead, reason: "Not ours." }),
    };
    for (const [name, attempt] of Object.entries(tries)) {
      await expect(attempt(), name).rejects.toMatchObject({ code: expect.stringMatching(/^(NOT_FOUND|WRONG_SCOPE)$/) });
    }
    expect(await count()).toEqual(before);
  });

  test("nor does the trail name what of the other's somebody tried without a role for it", async () => {
    const tried = approveComment(neighbour.actors.lead, {
      revisionId: submitted,
      seen: { version: 1, figure: "68", missing: null, grade: 3 },
    });
    await expect(tried).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const [entry] = await database.asOwner(
      "select operation, organisation, scorecard, team, indicator, month from audit.entry order by position desc limit 1",
    );
    const nothing = { scorecard: null, team: null, indicator: null, month: null };
    expect(entry).toEqual({ operation: "refused", organisation: neighbour.organisationId, ...nothing });
  });

  test("the history shows nobody the other's, whatever they ask it for", async () => {
    for (const who of ["lead", "head", "auditor", "officer"] as const) {
      for (const filter of [{}, { person: world.people.lead }, { indicator: "2.3" }, { scorecard: "improvement" }]) {
        expect(answerText(await listEntries(neighbour.actors[who], filter)), who).not.toMatch(ours);
      }
    }
  });

  test("nor what the other alone did", async () => {
    await database.asOwner(`do $$ begin perform audit.begin_operator('ours alone', 'person.invite', '${world.organisationId}');
      insert into scorecard_month (scorecard_id, month) values ('${world.scorecard.id}', '2015-05-01'); end $$`);
    const offered = async (of: World) => (await listHistoryChoices(of.actors.auditor)).verbs.map(({ value }) => value);
    expect(await offered(world)).toContain("person.invite");
    expect(await offered(neighbour)).not.toContain("person.invite");
  });

  test("one file can be read by each", async () => {
    const read = await readImport(neighbour.actors.officer, { name: "scorecard.txt", bytes });
    expect(read).toMatchObject({ already: false });
    expect(read.id).not.toBe(asked.importId);
  });

  test("who holds roles in both acts in one, with the roles of that one alone", async () => {
    await database.asOwner(`do $$ begin
      perform audit.begin_operator('works for both', 'operator.change', '${neighbour.organisationId}');
      insert into role_grant (organisation_id, person_id, role, team_id)
        values ('${neighbour.organisationId}', '${world.people.lead}', 'head of service', '${neighbour.teams.assessment}'),
          ('${neighbour.organisationId}', '${world.people.lead}', 'performance officer', null); end $$`);
    const origin = { address: null, agent: "test" };
    const actor = await findActor(await startSession(world.people.lead, origin), origin);
    expect(actor?.organisation.id).toBe(world.organisationId);
    expect(actor?.roles).toMatchObject([{ role: "team lead", team: { id: world.teams.assessment } }]);
    await expect(commitImport(actor!, { importId: waitingImport })).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("every entry belongs to the council whose act it was", async () => {
    const [stray] = await database.asOwner(
      `select count(*)::int as n from audit.entry e join indicator i on i.id = e.indicator join scorecard s on s.id = i.scorecard_id
       where e.operation <> 'refused' and e.organisation is distinct from s.organisation_id`,
    );
    expect(stray).toEqual({ n: 0 });
  });
});
