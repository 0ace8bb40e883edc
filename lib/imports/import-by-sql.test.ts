import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { readImport } from "#lib/imports/read-import";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
const state = { detail: "WRONG_STATE" };
const verb = { detail: "FALSE_VERB" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
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
