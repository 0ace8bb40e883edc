import { readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { readImport } from "#lib/imports/read-import";
import { earnedGrade } from "#lib/rules/grade";
import { bySql } from "#lib/testing/by-sql";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const written = bySql(database, () => world);
const { cell, record, submit } = commented(() => world, database);
const state = { detail: "WRONG_STATE" };
const verb = { detail: "FALSE_VERB" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

describe("a decision by SQL", () => {
  let revision: string;
  const decide = (by: "comment.approve" | "comment.return" | "approval.withdraw", kind: string, also = {}) => {
    const more = Object.entries({ grade: "null", ...also });
    return written(
      "asApp",
      "head",
      by,
      `insert into comment_decision (revision_id, indicator_id, month, kind, reason, decided_by, actual_version, figure, ${more.map(([name]) => name).join(", ")})
       select r.id, r.indicator_id, r.month, '${kind}', 'Why.', '${world.people.head}', a.version, a.value, ${more.map(([, value]) => value).join(", ")}
       from comment_revision r left join actual a using (indicator_id, month) where r.id = '${revision}'`,
    );
  };

  beforeAll(async () => {
    await record("2.3", "68");
    revision = (await submit("lead", "2.3", "Words."))!.revisionId;
  });

  test("gives no other grade than the figure earns, and by no other bands and levels", async () => {
    for (const also of [{ grade: "1" }, { grade: "3" }, { label_set_id: "(select id from label_set)" }]) {
      await expect(decide("comment.approve", "approved", also), JSON.stringify(also)).rejects.toMatchObject(state);
    }
    const ofAnother = `(select id from band_set where indicator_id = '${world.indicators["2.5"]}')`;
    await expect(decide("comment.approve", "approved", { grade: "3", band_set_id: ofAnother })).rejects.toThrow();
  });

  test("says the grade that it leaves out", async () => {
    await decide("comment.approve", "approved");
    const [told] = await database.asOwner("select grade, band_set_id, label_set_id from comment_decision");
    const { present, bandSetId, labelSetId } = (await cell("2.3"))!;
    expect(told).toEqual({ grade: present.grade, band_set_id: bandSetId, label_set_id: labelSetId });
  });

  test("is made once: what is approved is neither approved again nor returned", async () => {
    await expect(decide("comment.approve", "approved")).rejects.toMatchObject(state);
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
  });

  test("until the approval lapses or is withdrawn; then approved again, or where it lapsed returned", async () => {
    await decide("approval.withdraw", "withdrawn");
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
    await decide("comment.approve", "approved");
    await record("2.3", "90");
    await decide("comment.approve", "approved");
    await record("2.3", "91");
    await decide("comment.return", "returned");
    await expect(decide("comment.return", "returned")).rejects.toMatchObject(state);
    await expect(decide("comment.approve", "approved")).rejects.toMatchObject(state);
  });

  test("is of the newest words that were submitted", async () => {
    const older = (await submit("lead", "2.3", "More words."))!.revisionId;
    await written(
      "asApp",
      "lead",
      "comment.submit",
      `insert into comment_revision (comment_id, indicator_id, month, number, source, words, written_by, submitted_by)
       select comment_id, indicator_id, month, number + 1, 'person', 'Newer.', '${world.people.lead}', '${world.people.lead}'
       from comment_revision where id = '${older}'`,
    );
    revision = older;
    await expect(decide("comment.approve", "approved")).rejects.toThrow("Newer words were submitted");
  });

  test("is of the grade by which the screens go, for every figure", async () => {
    for (const ref of ["2.3", "2.5", "4.3"] as const) {
      const { bands, labels, bandSetId, labelSetId } = (await cell(ref))!;
      const edges = bands!.bestFirst.flatMap(({ edge }) =>
        [-1, -0.1, 0, 0.1, 1].map((by) => String(Number(edge) + by)),
      );
      for (const figure of ["0", "100", ...edges]) {
        const [earned] = await database.asOwner("select * from audit.earned($1, '2013-12-01', $2)", [
          world.indicators[ref],
          figure,
        ]);
        const grade = earnedGrade(figure, bands, labels);
        expect(earned, `${ref} ${figure}`).toEqual({
          grade,
          levels: labels.length,
          band_set_id: bandSetId,
          label_set_id: labelSetId,
        });
      }
    }
  });
});

describe("clearing a figure by SQL", () => {
  test("leaves nothing of it, and nothing else", async () => {
    await record("2.5", "4");
    for (const set of ["value = 5", "missing = 'x', value = null", "note = 'A note.'", "provisional = true"]) {
      await expect(
        written("asApp", "lead", "actual.clear", `update actual set ${set} where value = 4`),
        set,
      ).rejects.toMatchObject(verb);
    }
    await written("asApp", "lead", "actual.clear", "update actual set value = null where value = 4");
  });
});

describe("an import by SQL", () => {
  const bytes = readFileSync("db/first-scorecard/scorecard.txt");
  const content = bytes.toString("base64");
  let importId: string;
  const act = (by: "import.read" | "import.answer" | "import.commit", of: string, write: string): Promise<unknown> =>
    database.asApp(
      `do $$ begin perform audit.begin_person('${world.actors.officer.token}', '${by}', null, null, null, null, null, '${of}'); ${write}; end $$`,
    );
  const kept = (
    of: string,
    { sha256 = "encode(sha256(decode(file, 'base64')), 'hex')", length = bytes.length, also = "" } = {},
  ) =>
    `insert into import (id, organisation_id, kind, file_name, content, sha256, bytes, read_by${also && ", committed_by, committed_at"})
     select '${of}', '${world.organisationId}', 'scorecard', 'file.txt', file, ${sha256}, ${length}, '${world.people.officer}'${also}
     from (values ('${content}')) given (file)`;

  test("keeps a file with its own hash and length, and says of none that it is committed", async () => {
    const of = crypto.randomUUID();
    await expect(act("import.read", of, kept(of, { sha256: `'${"0".repeat(64)}'` }))).rejects.toThrow(
      "not of this file",
    );
    await expect(act("import.read", of, kept(of, { length: 3 }))).rejects.toThrow("not of this file");
    const committed = kept(of, { also: `, '${world.people.officer}', now()` });
    await expect(act("import.read", of, committed)).rejects.toMatchObject(verb);
    await expect(act("import.read", crypto.randomUUID(), kept(of))).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
    await act("import.read", of, kept(of));
    importId = of;
  });

  test("puts no doubt that is answered already, and answers as nobody but oneself", async () => {
    const doubt = `insert into import_doubt (import_id, key, kind, position, about, answer, answered_by, answered_at) values ('${importId}', 'made', 'unit', 1, 'Why?', 'So.', '${world.people.officer}', now())`;
    await expect(act("import.answer", importId, doubt)).rejects.toMatchObject(verb);
    await act(
      "import.answer",
      importId,
      doubt.replace("'So.'", "null").replace(`'${world.people.officer}', now()`, "null, null"),
    );
    const answer = (by: string) => `update import_doubt set answer = 'So.', answered_at = now(), answered_by = ${by}`;
    await expect(act("import.answer", importId, answer(`'${world.people.lead}'`))).rejects.toMatchObject({
      detail: "FALSE_AUTHOR",
    });
    await expect(act("import.answer", importId, answer("null"))).rejects.toMatchObject({ detail: "FALSE_AUTHOR" });
    await act("import.answer", importId, answer(`'${world.people.officer}'`));
    await expect(act("import.answer", importId, "update import_doubt set answer = 'Not so.'")).rejects.toMatchObject({
      detail: "FALSE_AUTHOR",
    });
  });

  test("answers no other import than the one that its action names", async () => {
    const { id: other } = await readImport(world.actors.officer, {
      name: "other.txt",
      bytes: Buffer.concat([bytes, Buffer.from("\n")]),
    });
    const answered = `update import_doubt set answer = 'So.', answered_at = now(), answered_by = '${world.people.officer}' where import_id = '${importId}'`;
    await expect(act("import.answer", other, answered)).rejects.toMatchObject({ detail: "WRONG_SCOPE" });
  });

  test("changes nothing of what was answered, once it is committed", async () => {
    const { officer } = world.people;
    await act(
      "import.commit",
      importId,
      `with s as (insert into scorecard (organisation_id, slug, name) values ('${world.organisationId}', 'made', 'Made') returning id)
       update import set committed_at = now(), committed_by = '${officer}', scorecard_id = s.id from s where import.id = '${importId}'`,
    );
    const answered = `update import_doubt set answer = 'Late.', answered_at = now(), answered_by = '${officer}'`;
    await expect(act("import.answer", importId, answered)).rejects.toMatchObject(state);
    const doubt = `insert into import_doubt (import_id, key, kind, position, about) values ('${importId}', 'late', 'unit', 2, 'Why?')`;
    await expect(act("import.answer", importId, doubt)).rejects.toMatchObject(state);
  });
});

describe("a refusal by SQL", () => {
  const refuse = (code: string, reason = "null") =>
    database.asApp(
      `select audit.refuse('${world.actors.lead.token}', 'comment.approve', ${code}, ${reason}, null, null, null, null, null)`,
    );
  const onSignIn = async (statement: string) => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_SIGN_IN_URL });
    await client.connect();
    return client.query(statement).finally(() => client.end());
  };

  test("has a code of the list, and a reason of a length", async () => {
    await expect(refuse("'You are a fool.'")).rejects.toThrow("refusal_code_is_known");
    await expect(refuse("null")).rejects.toThrow("refused_with_its_code");
    await expect(refuse("'WRONG_ROLE'", "repeat('x', 2001)")).rejects.toThrow("at most 2000");
    await expect(onSignIn("select access.refuse_sign_in(null, 'OTHERWISE', 1, null, null)")).rejects.toThrow(
      "refusal_code_is_known",
    );
    await expect(onSignIn("select access.refuse_sign_in(null, 'DISABLED', -5, null, null)")).rejects.toMatchObject(
      state,
    );
    await refuse("'WRONG_ROLE'");
  });

  test("is of Candour's own verbs, where it says that it was Candour who was refused", async () => {
    const refused = (what: string) =>
      database.asApp(
        `select audit.refuse_unsigned('system', '${what}', 'WRONG_STATE', 'Why.', null, null, null, null)`,
      );
    await expect(refused("comment.approve")).rejects.toMatchObject(verb);
    await refused("system.change");
  });

  test("is entered by nobody whose session is over", async () => {
    const count = async () =>
      (await database.asOwner("select count(*)::int as n from audit.entry where operation = 'refused'"))[0];
    const before = await count();
    await database.asOwner(
      `update session_touch set touched_at = '2000-01-01' where session_id = '${world.actors.reader.sessionId}'`,
    );
    await database.asApp(
      `select audit.refuse('${world.actors.reader.token}', 'comment.approve', 'WRONG_ROLE', null, null, null, null, null, null)`,
    );
    expect(await count()).toEqual(before);
  });

  test("and what was taken away are no more than a few words", async () => {
    const asked = `select audit.read('${world.actors.auditor.token}', 'history.export', null, jsonb_build_object('x', repeat('x', 20001)), null, null)`;
    await expect(database.asApp(asked)).rejects.toMatchObject({ detail: "INVALID" });
  });
});

describe("a session by SQL", () => {
  test("does in nobody else's name what is anybody's own", async () => {
    await database.asOwner(`do $$ begin perform audit.begin_operator('away');
      insert into deputy (organisation_id, head_id, deputy_id, team_id, from_day, to_day)
      values ('${world.organisationId}', '${world.people.otherHead}', '${world.people.head}', '${world.teams.workforce}', current_date - 1, current_date + 1); end $$`);
    const own = `select audit.begin_person('${world.actors.head.token}', 'session.end', null, null, null, null, null, null, '${world.people.otherHead}')`;
    await expect(database.asApp(own)).rejects.toMatchObject({ detail: "WRONG_ROLE" });
  });

  test("that ends by time writes no more in a transaction that began before", async () => {
    const { token, sessionId } = world.actors.lead;
    const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
    await client.connect();
    const write = "update actual set value = value + 1 where month = '2013-12-01'";
    await client.query("begin");
    await client.query(`select audit.begin_person('${token}', 'actual.record', null, null, null, null, null)`);
    await client.query("select pg_sleep(1.1)");
    await client.query(write);
    await database.asOwner(`update session_touch set touched_at = '2000-01-01' where session_id = '${sessionId}'`);
    await expect(client.query(write)).rejects.toMatchObject({ detail: "SESSION_ENDED" });
    await client.end();
  });
});
