import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Result } from "#lib/actions/result";
import { clearActualAction, recordActualAction } from "#lib/actuals/actions";
import type { ShownActual } from "#lib/actuals/shown-actual";
import { perform } from "#lib/audit/perform";
import {
  approveCommentAction,
  returnCommentAction,
  withdrawApprovalAction,
  withdrawCommentAction,
  writeCommentAction,
} from "#lib/commentary/actions";
import { endSession } from "#lib/people/end-session";
import { browseAs, formOf } from "#lib/testing/browser";
import { commented } from "#lib/testing/commented";
import { listStatements } from "#lib/testing/count-statements";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("next/headers", async () => (await import("#lib/testing/browser")).browserHeaders);

const database = useDatabase();
let world: World;
const { cell, draft, record, seenCell, seenWords, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
});

type Action<T> = (before: Result<T> | null, form: FormData) => Promise<Result<T>>;

/** What an action answers to a form, and the statements that it took, of which all but the transaction's own ends are prepared. */
async function sent<T>(who: keyof World["actors"], action: Action<T>, fields: Record<string, string>) {
  await browseAs(world.actors[who].token);
  const answers: Result<T>[] = [];
  const statements = await listStatements(async () => {
    answers.push(await action(null, formOf({ request: randomUUID(), ...fields })));
  });
  const unprepared = statements.filter(({ isPrepared }) => !isPrepared).map(({ text }) => text);
  expect(unprepared.every((text) => ["begin", "commit", "rollback"].includes(text))).toBe(true);
  return { answer: answers[0]!, texts: statements.map(({ text }) => text.slice(0, 80)) };
}

async function done<T>(...given: Parameters<typeof sent<T>>) {
  const { answer, texts } = await sent(...given);
  expect(answer).toMatchObject({ ok: true });
  expect(JSON.stringify(answer).length).toBeLessThan(5_000);
  return { value: (answer as { value: T }).value, texts };
}

const figure = (ref: "2.3" | "2.5", seen: number, fields: Record<string, string>) => ({
  indicator: world.indicators[ref],
  month: "2013-12",
  seen: String(seen),
  ...fields,
});

async function words(ref: "2.3" | "2.5", body: string, as: "draft" | "submission") {
  const seen = await seenWords(ref, "2013-12");
  return {
    indicator: world.indicators[ref],
    month: "2013-12",
    revision: seen.revisionId ?? "",
    seen: String(seen.version),
    body,
    as,
  };
}

async function approval(ref: "2.3" | "2.5", revision: string) {
  const { version, figure: value, missing, grade } = await seenCell(ref, "2013-12");
  return { revision, seen: String(version), figure: value ?? "", missing: missing ?? "", grade: String(grade ?? "") };
}

describe("a save of one figure takes five statements", () => {
  test("of the first and of each that follows, with a note, cleared too", async () => {
    const steps: [Action<ShownActual>, Record<string, string>][] = [
      [recordActualAction, { value: "68" }],
      [recordActualAction, { value: "69", note: "Two late cases." }],
      [clearActualAction, {}],
    ];
    for (const [version, [action, fields]] of steps.entries()) {
      const { value, texts } = await done("lead", action, figure("2.3", version, fields));
      expect(value).toMatchObject({ version: version + 1, content: { value: fields.value ?? null } });
      expect(texts, texts.join("\n")).toHaveLength(5);
    }
  });

  test("and each is answered and entered as the person's whose session it was", async () => {
    const { value } = await done("lead", recordActualAction, figure("2.3", 3, { value: "70" }));
    expect(value).toMatchObject({ version: 4, saved: expect.stringMatching(/^Saved \d\d:\d\d$/) });
    const [entry] = await database.asOwner("select person, verb from audit.entry order by position desc limit 1");
    expect(entry).toEqual({ person: world.people.lead, verb: "actual.record" });
  });
});

describe("a decision on a comment takes six round trips, and answers what it did", () => {
  test.each(["draft", "draft", "submission"] as const)("a %s", async (as) => {
    const { value, texts } = await done("lead", writeCommentAction, await words("2.3", `Words ${randomUUID()}`, as));
    expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(6);
    expect(value).toMatchObject({ next: expect.stringMatching(/\/comments\/2013-12\?done=(drafted|submitted)$/) });
  });

  test("a first submission, one in the place of another, and its withdrawal", async () => {
    for (const body of ["First.", "Second."]) {
      const { texts } = await done("lead", writeCommentAction, await words("2.5", body, "submission"));
      expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(6);
    }
    const revisions = (await cell("2.5"))!.revisions;
    expect(revisions).toMatchObject([{ withdrawnBy: "The lead" }, { withdrawnAt: null, submittedBy: "The lead" }]);
    expect(revisions[1]?.authors).toMatchObject([{ name: "The lead" }]);
    const { value, texts } = await done("lead", withdrawCommentAction, { revision: revisions[1]!.id });
    expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(6);
    expect(value.next).toContain("done=withdrawn");
  });

  test("an approval, its withdrawal and a return", async () => {
    await record("2.5", "4");
    const { revisionId } = (await submit("lead", "2.5", "Words to decide on."))!;
    const reason = { revision: revisionId, reason: "It names a child." };
    const approve = async () => done("head", approveCommentAction, await approval("2.5", revisionId));
    const steps = [approve, () => done("head", withdrawApprovalAction, reason), approve];
    for (const step of steps) {
      const { value, texts } = await step();
      expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(6);
      expect(value).toEqual({ revisionId, next: `/approvals?decided=${revisionId}` });
    }
    const again = (await submit("lead", "2.5", "Other words."))!.revisionId;
    const { texts } = await done("head", returnCommentAction, { ...reason, revision: again });
    expect(texts.length, texts.join("\n")).toBeLessThanOrEqual(6);
  });

  test("a form sent without a script is led to the page", async () => {
    const { revisionId } = (await submit("lead", "2.5", "Words without a script."))!;
    await browseAs(world.actors.head.token, { hasScript: false });
    const sending = returnCommentAction(null, formOf({ revision: revisionId, reason: "Say why." }));
    await expect(sending).rejects.toMatchObject({ digest: expect.stringContaining("/approvals?decided=") });
  });
});

describe("a form sent again", () => {
  test("is answered with what stands, and by whom, without being done twice", async () => {
    const fields = { ...figure("2.5", 1, { value: "6", because: "late" }), request: randomUUID() };
    await done("lead", recordActualAction, fields);
    await done("secondLead", recordActualAction, figure("2.5", 2, { value: "7" }));
    const { value } = await done("lead", recordActualAction, fields);
    expect(value).toMatchObject({
      version: 3,
      content: { value: "7" },
      saved: expect.stringMatching(/^Saved \d\d:\d\d by The secondLead$/),
    });
  });

  test("leads on to where it led before", async () => {
    const fields = { ...(await words("2.5", "Sent twice.", "submission")), request: randomUUID() };
    const first = await done("lead", writeCommentAction, fields);
    const second = await done("lead", writeCommentAction, fields);
    expect(second.value.next).toBe(first.value.next);
    const taking = { revision: first.value.revisionId!, request: randomUUID() };
    const taken = await done("lead", withdrawCommentAction, taking);
    expect((await done("lead", withdrawCommentAction, taking)).value).toEqual(taken.value);
    expect((await cell("2.5"))!.revisions.filter(({ withdrawnBy }) => withdrawnBy === "The lead")).toHaveLength(3);
  });

  test("with the same words again says who wrote them first", async () => {
    const { value } = await done("lead", recordActualAction, figure("2.5", 3, { value: "7" }));
    expect(value).toMatchObject({ version: 3, saved: expect.stringContaining("by The secondLead") });
  });
});

describe("whose session has ended", () => {
  test("keeps what they typed, writes nothing, and nothing is entered", async () => {
    const { otherLead } = world.actors;
    await endSession(otherLead);
    const count = async () => (await database.asOwner("select count(*)::int as n from audit.action"))[0];
    const before = await count();
    const fields = { ...figure("2.3", 4, { value: "71" }), indicator: world.indicators["4.3"], seen: "0" };
    for (const token of [otherLead.token, "made up", null]) {
      await browseAs(token);
      expect(await recordActualAction(null, formOf({ ...fields, request: randomUUID() }))).toMatchObject({
        ok: false,
        code: "SESSION_ENDED",
        message: expect.stringContaining("so this was not saved"),
        typed: { value: "71" },
      });
    }
    expect(await count()).toEqual(before);
  });
});

describe("two sessions at once", () => {
  test("one that waits for the other's figure is told of it, in the version that it then has", async () => {
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const first = perform(world.actors.secondLead, "actual.record", async (tx) => {
      await tx.execute(
        `update actual set value = 72 where indicator_id = '${world.indicators["2.3"]}' and month = '2013-12-01'`,
      );
      written();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await isWritten;
    const began = Date.now();
    const { answer } = await sent("lead", recordActualAction, figure("2.3", 4, { value: "73" }));
    expect(Date.now() - began).toBeGreaterThan(150);
    await first;
    expect(answer).toMatchObject({ code: "CONFLICT", details: { theirs: { version: 5, content: { value: "72" } } } });
  });

  test("of which one withdraws what the other approves leave one outcome", async () => {
    const { revisionId } = (await submit("lead", "2.3", `Words ${randomUUID()}`))!;
    const fields = await approval("2.3", revisionId);
    await browseAs(world.actors.head.token);
    const approving = approveCommentAction(null, formOf(fields));
    await browseAs(world.actors.lead.token);
    const withdrawing = withdrawCommentAction(null, formOf({ revision: revisionId }));
    const answers = await Promise.all([approving, withdrawing]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const revision = (await cell("2.3"))!.revisions.find(({ id }) => id === revisionId)!;
    expect(revision.decisions.length === 1).toBe(revision.withdrawnAt === null);
  });

  test("that submit the same draft submit it once", async () => {
    const { revisionId } = (await draft("lead", "2.3", `Words ${randomUUID()}`))!;
    const fields = await words("2.3", `Words ${randomUUID()}`, "submission");
    const answers = [];
    for (const who of ["lead", "secondLead"] as const) {
      await browseAs(world.actors[who].token);
      answers.push(writeCommentAction(null, formOf({ ...fields, request: randomUUID() })));
    }
    const settled = await Promise.all(answers);
    expect(settled.map((answer) => (answer.ok ? "done" : answer.code)).sort()).toEqual(["CONFLICT", "done"]);
    expect((await cell("2.3"))!.revisions.filter(({ id }) => id === revisionId)).toHaveLength(1);
  });
});
