import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { findActor } from "#lib/access/find-actor";
import { may } from "#lib/access/permissions";
import { startSession } from "#lib/access/start-session";
import { approveComment } from "#lib/commentary/approve-comment";
import { getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { getTogether } from "#lib/commentary/reading/get-together";
import { returnComment } from "#lib/commentary/return-comment";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { listEntries } from "#lib/history/list-entries";
import { getStanding } from "#lib/months/get-standing";
import { listNotices } from "#lib/notices/list-notices";
import { noticeLine } from "#lib/notices/notice-line";
import { endDeputy } from "#lib/people/end-deputy";
import { getDeputyChoices, listDeputies } from "#lib/people/list-deputies";
import { nameDeputy } from "#lib/people/name-deputy";
import { reopenReturn } from "#lib/returns/reopen-return";
import { addDays, type Day, dayIn } from "#lib/rules/day";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { countWaiting } from "#lib/testing/count-waiting";
import { answerText } from "#lib/testing/every-query";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const origin = { address: null, agent: null };
const today = dayIn("Europe/London", new Date());
let world: World;
type Who = keyof World["people"];
const { record, submit, seenCell } = commented(() => world, database);
const written = bySql(database, () => world);

beforeAll(async () => {
  world = await makeWorld(database);
});

/** `head` heads Assessment, whose lead's words they decide on; `otherLead` leads Workforce. */
const given = (deputy: Who, fromDay: Day = today, toDay: Day = addDays(today, 7)) => ({
  headId: world.people.head,
  teamId: world.teams.assessment,
  deputyId: world.people[deputy],
  fromDay,
  toDay,
});
const present = async (who: Who) => (await findActor(await startSession(world.people[who], origin), origin))!;
const inNameOfHead = (who: Who) => ({ ...world.actors[who], onBehalfOf: world.people.head });
const approveAs = async (who: Who, revisionId: string, ref: "2.3" | "2.5", month: "2013-12" | "2014-01") =>
  approveComment(inNameOfHead(who), { revisionId, seen: await seenCell(ref, month) });
const newestSaid = async () => {
  const [group] = (await listEntries(world.actors.auditor, {}, null, 1)).groups;
  return group!.headline.parts.map(({ text }) => text).join("");
};
const newestNotice = async (who: Who) => {
  const [notice] = (await listNotices(await present(who))).notices;
  return notice && noticeLine(notice, "Europe/London").words;
};
const clear = () =>
  database.asOwner(
    "do $$ begin perform audit.begin_operator('test'); update deputy set withdrawn_at = now() where withdrawn_at is null; end $$",
  );
const days = (from: string, to: string, deputy: Who = "otherLead") =>
  database.asOwner(`do $$ begin perform audit.begin_operator('away');
    insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day) values ('${world.organisationId}',
      '${world.people.head}', '${world.people[deputy]}', '${world.teams.assessment}', ${from}, ${to}); end $$`);

describe("a deputy", () => {
  test("is named by the head of service who is away, and both are told who did it", async () => {
    await nameDeputy(world.actors.head, given("otherLead"));
    expect(await newestSaid()).toMatch(
      /^The head named The otherLead as deputy of The head for Assessment from \d+ \w+ \d{4} to /,
    );
    expect(await newestNotice("otherLead")).toMatch(
      /^You are deputy of The head for Assessment from .*: named by The head/,
    );
    expect((await listNotices(world.actors.head)).notices.map(({ kind }) => kind)).not.toContain("deputy named");
    const { now, toCome, before } = await listDeputies(world.actors.otherLead);
    expect([now, toCome, before]).toMatchObject([
      [{ name: "The otherLead", head: "The head", team: "Assessment" }],
      [],
      [],
    ]);
    expect((await listDeputies(world.actors.lead)).now).toEqual([]);
  });

  test("sees what waits for the head of service, and decides on it with both names everywhere", async () => {
    await record("2.3", "68");
    const { revisionId } = (await submit("lead", "2.3", "To be decided."))!;
    const actor = await present("otherLead");
    expect(actor).toMatchObject({
      standsFor: [{ head: { name: "The head" }, team: { name: "Assessment" } }],
      waiting: 1,
    });
    expect([
      may(actor, "comment.approve"),
      may(actor, "return.reopen"),
      may(world.actors.lead, "comment.approve"),
    ]).toEqual([true, false, false]);
    const approvals = await getApprovals(actor);
    const { waiting, months } = await getStanding(actor);
    expect([approvals.queue.waiting, await countWaiting(actor), waiting]).toEqual([1, 1, 1]);
    expect(months).toEqual([]);
    const { decisions } = await getApprovalDetail(actor, approvals.waiting[0]!);
    expect(decisions).toMatchObject({ inNameOf: { name: "The head" }, approve: { whyNot: null } });
    const [one] = (await getTogether(actor)).comments.values();
    expect(one).toMatchObject({ words: "To be decided.", approve: { inNameOf: { name: "The head" } } });
    const place = { slug: world.scorecard.slug, ref: "2.3", month: "2013-12" } as const;
    expect((await getCommentPage(actor, place))?.follows).toMatchObject({ mayDecide: revisionId });

    await approveAs("otherLead", revisionId, "2.3", "2013-12");
    expect(await newestSaid()).toMatch(/^The otherLead, for The head, approved/);
    const both = "The otherLead (for The head)";
    const [decision] = (await getCommentPage(world.actors.lead, place))!.cell.revisions.at(-1)!.decisions;
    expect(decision).toMatchObject({ kind: "approved", decidedBy: both });
    expect(await newestNotice("lead")).toBe(`The comment on 2.3 for December 2013 was approved by ${both}.`);
    const scorecard = (await getScorecard(world.actors.auditor, world.scorecard.slug))!;
    const sheet = await getSheet(world.actors.auditor, scorecard, wholeRange(scorecard)!, { ref: "2.3" });
    expect(answerText(sheet)).toContain(both);
    const late = approveComment(world.actors.head, { revisionId, seen: await seenCell("2.3", "2013-12") });
    await expect(late).rejects.toThrow(`approved by ${both} at`);
    await withdrawApproval(inNameOfHead("otherLead"), { revisionId, reason: "Too early." });
    expect(await newestNotice("lead")).toBe(
      `The approval of the comment on 2.3 for December 2013 was withdrawn by ${both}.`,
    );
  });

  test("does nothing but decide on comments in the head's name, and nothing of the head's in their own", async () => {
    const { revisionId } = (await submit("lead", "2.5", "Of no figure."))!;
    await expect(returnComment(world.actors.otherLead, { revisionId, reason: "Say more." })).rejects.toMatchObject({
      code: "WRONG_ROLE",
    });
    const place = { scorecardId: world.scorecard.id, month: "2013-12", teamId: world.teams.assessment } as const;
    const reopening = { ...place, until: "2099-01-01T12:00", reason: "Mend it.", seen: "" };
    await expect(reopenReturn(inNameOfHead("otherLead"), reopening)).rejects.toMatchObject({
      code: "WRONG_ROLE",
      message: "A deputy decides on comments, and does nothing else in another’s name.",
    });
    await returnComment(inNameOfHead("otherLead"), { revisionId, reason: "Say more." });
  });

  test("approves neither their own words nor those of whom they stand for, on the screen and by SQL", async () => {
    await clear();
    await days("current_date", "current_date", "secondLead");
    const own = (await submit("secondLead", "2.5", "By the deputy.", "2014-01"))!.revisionId;
    await expect(approveAs("secondLead", own, "2.5", "2014-01")).rejects.toMatchObject({ code: "OWN_WORDS" });
    const actor = await present("secondLead");
    const { own: shown, queue } = await getApprovals(actor);
    expect([shown.length, queue.waiting, actor.waiting]).toEqual([1, queue.waiting, queue.waiting]);

    await clear();
    const { leadAndHead, otherLead } = world.people;
    await database.asOwner(`do $$ begin perform audit.begin_operator('away');
      insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day) values ('${world.organisationId}',
        '${leadAndHead}', '${otherLead}', '${world.teams.assessment}', current_date, current_date); end $$`);
    const theirs = (await submit("leadAndHead", "2.3", "By whom they stand for.", "2014-01"))!.revisionId;
    const deputy = await present("otherLead");
    expect((await getApprovals(deputy)).own).toHaveLength(1);
    expect(deputy.waiting).toBe((await getApprovals(deputy)).queue.waiting);
    const asker = { ...world.actors.otherLead, onBehalfOf: leadAndHead };
    const approval = approveComment(asker, { revisionId: theirs, seen: await seenCell("2.3", "2014-01") });
    await expect(approval).rejects.toMatchObject({
      code: "OWN_WORDS",
      message: expect.stringContaining("of the person for whom you stand in"),
    });
    const bySqlAlone = database.asApp(`do $$ begin
      perform audit.begin_person('${asker.token}', 'comment.approve', null, null, null, null, null, null, '${leadAndHead}');
      insert into comment_decision (revision_id, indicator_id, month, kind, decided_by, for_person)
        select id, indicator_id, month, 'approved', '${otherLead}', '${leadAndHead}' from comment_revision where id = '${theirs}'; end $$`);
    await expect(bySqlAlone).rejects.toMatchObject({ detail: "OWN_WORDS" });
  });

  test("is one no more at midnight of the council's own zone, and is told until when they were", async () => {
    await clear();
    const zone = (name: string) =>
      database.asOwner(
        `do $$ begin perform audit.begin_operator('moved'); update organisation set time_zone = '${name}' where id = '${world.organisationId}'; end $$`,
      );
    const [west, east] = ["Etc/GMT+12", "Pacific/Kiritimati"];
    const { revisionId } = (await submit("lead", "2.5", "Before midnight.", "2013-12"))!;
    await zone(west);
    const last = dayIn(west, new Date());
    await days(`'${last}'`, `'${last}'`, "otherHead");
    const asIs = await present("otherHead");
    expect([asIs.standsFor?.length, may(asIs, "comment.approve")]).toEqual([1, true]);
    await zone(east);
    const after = await present("otherHead");
    expect([after.standsFor, after.waiting]).toEqual([undefined, 0]);
    const refused = approveAs("otherHead", revisionId, "2.5", "2013-12");
    await expect(refused).rejects.toThrow(
      /^You were deputy of The head until \d+ \w+ \d{4}, and decide for them no more\.$/,
    );
    await zone(west);
    await approveAs("otherHead", revisionId, "2.5", "2013-12");
    await zone("Europe/London");
  });

  test("is one from the first day on, and no more once it is ended early", async () => {
    await clear();
    const { id } = (await nameDeputy(world.actors.officer, given("otherLead", addDays(today, 1))))!;
    expect(await newestNotice("head")).toMatch(
      /^The otherLead is your deputy for Assessment .*: named by The officer\.$/,
    );
    const act = () =>
      approveComment(inNameOfHead("otherLead"), {
        revisionId: world.people.head,
        seen: { version: 0, figure: null, missing: null, grade: null },
      });
    await expect(act()).rejects.toThrow(/^You are deputy of The head from .* on, and not before\.$/);
    expect((await listDeputies(world.actors.head)).toCome).toMatchObject([{ id }]);

    await endDeputy(world.actors.head, { deputy: id });
    expect(await newestSaid()).toMatch(/^The head ended early that The otherLead is deputy of The head for Assessment/);
    expect(await newestNotice("otherLead")).toMatch(/no more: ended early by The head\.$/);
    await expect(act()).rejects.toThrow(/^You are deputy of The head no more: it was ended on/);
    await expect(endDeputy(world.actors.officer, { deputy: id })).rejects.toThrow(/^The head ended this already, on/);
    expect((await listDeputies(world.actors.auditor)).before[0]).toMatchObject({ id, endedBy: "The head" });
  });

  test("of who is no head of service on the day stands in for nobody, as the list says with its reason", async () => {
    await clear();
    const { id } = (await nameDeputy(world.actors.head, given("otherLead")))!;
    const changed = (change: string) =>
      database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${change}; end $$`);
    const listed = async () => {
      const { now, notNow } = await listDeputies(world.actors.officer);
      return { now: now.map((one) => one.id), notNow: notNow.map((one) => [one.id, one.whyNot]) };
    };
    expect(await listed()).toEqual({ now: [id], notNow: [] });

    const ofHead = `person_id = '${world.people.head}' and team_id = '${world.teams.assessment}' and role = 'head of service'`;
    await changed(`update role_grant set revoked_at = now() where ${ofHead} and revoked_at is null`);
    expect(await listed()).toEqual({ now: [], notNow: [[id, "the head of service does not hold the role today"]] });
    await changed(`insert into role_grant (organisation_id, person_id, role, team_id)
      values ('${world.organisationId}', '${world.people.head}', 'head of service', '${world.teams.assessment}')`);
    expect(await listed()).toEqual({ now: [id], notNow: [] });

    await changed(`update person set disabled_at = now() where id = '${world.people.otherLead}'`);
    expect(await listed()).toEqual({ now: [], notNow: [[id, "the deputy may not be one today"]] });
    await changed(`update person set disabled_at = null where id = '${world.people.otherLead}'`);
    expect(await listed()).toEqual({ now: [id], notNow: [] });
  });

  test("whose days have passed is ended by nobody", async () => {
    await clear();
    await days("current_date - 9", "current_date - 2");
    const [past] = (await listDeputies(world.actors.head)).before.filter(({ endedAt }) => endedAt === null);
    await expect(endDeputy(world.actors.head, { deputy: past!.id })).rejects.toThrow("it is over already");
    const end = `update deputy set withdrawn_at = now(), withdrawn_by = '${world.people.head}' where id = '${past!.id}'`;
    await expect(written("asApp", "head", "deputy.end", end)).rejects.toMatchObject({ detail: "WRONG_STATE" });
  });
});

describe("who stands in", () => {
  const insert = (
    deputy: Who,
    { head = "head", from = "current_date", by = "head" }: { head?: Who; from?: string; by?: Who } = {},
  ) =>
    written(
      "asApp",
      by,
      "deputy.name",
      `insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day, named_by) values ('${world.organisationId}',
        '${world.people[head]}', '${world.people[deputy]}', '${world.teams.assessment}', ${from}, current_date + 9, '${world.people[by]}')`,
    );

  test("is a lead or a head, of whatever team, and never an auditor, an officer or a reader", async () => {
    await clear();
    for (const who of ["auditor", "officer", "reader"] as const) {
      await expect(nameDeputy(world.actors.officer, given(who)), who).rejects.toMatchObject({ code: "INVALID" });
      await expect(insert(who), who).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    }
    await expect(nameDeputy(world.actors.head, given("head"))).rejects.toThrow("Nobody stands in for themselves");
    await expect(nameDeputy(world.actors.head, given("leadAndHead"))).rejects.toThrow("decides in their own name");
    await expect(insert("leadAndHead")).rejects.toMatchObject({ detail: "WRONG_STATE" });
    const offered = (await getDeputyChoices(world.actors.head))!;
    expect(offered.heads).toMatchObject([{ head: "The head", team: "Assessment" }]);
    expect(offered.people.map(({ name }) => name)).toEqual(
      ["lead", "leadAndHead", "otherHead", "otherLead", "secondLead"].map((who) => `The ${who}`),
    );
    expect(await getDeputyChoices(world.actors.lead)).toBeNull();
  });

  test("is named by nobody but the head themselves and the officer, and by no deputy: there are no chains", async () => {
    await clear();
    for (const who of ["lead", "auditor", "reader"] as const) {
      await expect(nameDeputy(world.actors[who], given("otherLead")), who).rejects.toMatchObject({
        code: "WRONG_ROLE",
      });
    }
    await expect(nameDeputy(world.actors.otherHead, given("otherLead"))).rejects.toMatchObject({ code: "WRONG_SCOPE" });
    await expect(insert("otherLead", { by: "otherHead" })).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await days("current_date", "current_date", "otherHead");
    const chained = nameDeputy(inNameOfHead("otherHead"), given("otherLead", addDays(today, 3)));
    await expect(chained).rejects.toMatchObject({ code: "WRONG_ROLE" });
    const ofTheDeputy = { ...given("otherLead"), headId: world.people.otherHead };
    await expect(nameDeputy(world.actors.otherHead, ofTheDeputy)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(insert("otherLead", { head: "otherHead", by: "otherHead" })).rejects.toMatchObject({
      detail: "WRONG_SCOPE",
    });
    const { workforce } = world.teams;
    await nameDeputy(world.actors.otherHead, { ...ofTheDeputy, teamId: workforce, deputyId: world.people.lead });
    expect((await present("lead")).standsFor?.map(({ team }) => team.id)).toEqual([workforce]);
  });

  test("is one a day for a team, from today on", async () => {
    await clear();
    await nameDeputy(world.actors.head, given("otherLead"));
    await expect(
      nameDeputy(world.actors.head, given("secondLead", addDays(today, 7), addDays(today, 9))),
    ).rejects.toThrow(/^The otherLead is named from .* already/);
    await expect(insert("secondLead", { from: "current_date + 2" })).rejects.toMatchObject({ detail: "WRONG_STATE" });
    await nameDeputy(world.actors.head, given("secondLead", addDays(today, 8), addDays(today, 9)));
    await expect(nameDeputy(world.actors.head, given("secondLead", addDays(today, -1)))).rejects.toMatchObject({
      fields: { from: expect.any(String) },
    });
    await clear();
    await expect(insert("secondLead", { from: "current_date - 2" })).rejects.toMatchObject({ detail: "WRONG_STATE" });
    const both = await Promise.allSettled(
      (["otherLead", "secondLead"] as const).map((who) => nameDeputy(world.actors.head, given(who))),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("decides for nobody once they are an auditor, or the head is none or disabled; and no longer once they head the team", async () => {
    await clear();
    await days("current_date", "current_date + 1");
    const grants = (write: string) =>
      database.asOwner(`do $$ begin perform audit.begin_operator('test'); ${write}; end $$`);
    const stands = async () => (await present("otherLead")).standsFor?.length ?? 0;
    expect(await stands()).toBe(1);
    const { otherLead, head } = world.people;
    for (const [does, undoes] of [
      [
        `insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${otherLead}', 'auditor')`,
        `update role_grant set revoked_at = now() where person_id = '${otherLead}' and role = 'auditor'`,
      ],
      [
        `insert into role_grant (organisation_id, person_id, role, team_id) values ('${world.organisationId}', '${otherLead}', 'head of service', '${world.teams.assessment}')`,
        `update role_grant set revoked_at = now() where person_id = '${otherLead}' and role = 'head of service'`,
      ],
      [
        `update person set disabled_at = now() where id = '${head}'`,
        `update person set disabled_at = null where id = '${head}'`,
      ],
    ]) {
      await grants(does!);
      expect(await stands(), does).toBe(0);
      await expect(
        returnComment(inNameOfHead("otherLead"), { revisionId: head, reason: "Say more." }),
        does,
      ).rejects.toMatchObject({ code: "WRONG_SCOPE" });
      await grants(undoes!);
      expect(await stands(), undoes).toBe(1);
    }
  });
});
