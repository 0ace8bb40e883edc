import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { readInside } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { operator } from "#lib/access/actor";
import { perform } from "#lib/audit/perform";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { invitePerson } from "#lib/people/invite-person";
import { nameDeputy } from "#lib/people/name-deputy";
import { acceptByOpenId } from "#lib/sign-in/openid/accept-by-openid";
import { commented } from "#lib/testing/commented";
import { type Asked, answerText, everyQuery } from "#lib/testing/every-query";
import { inMonths } from "#lib/testing/months";
import { inRestatements } from "#lib/testing/restated";
import { inReturns } from "#lib/testing/returns";
import { ruleIn } from "#lib/testing/sign-in-rule";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let asked: Asked;
const { restate } = inRestatements(() => world, database);
const { giveBack, record, submit } = commented(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  const { importId } = await importFirstScorecard(world.actors.officer);
  asked = { ...world, importId };
  await record("2.3", "68");
  await submit("lead", "2.3", "Words that wait.");
  const { close, publish, reopen } = inMonths(() => world, database);
  await reopen("officer", "2013-11");
  await giveBack("head", (await submit("lead", "2.5", "Words that came back.", "2013-11"))!.revisionId, "Why?");
  await close("officer", "2013-11", "The board meets.");
  await publish("officer", "2013-11", "The board meets.");
  await restate("head", "2.3", { value: "67", month: "2013-11" });
  const { explainAll, handIn, ask } = inReturns(() => world, database);
  await explainAll("2014-01");
  await handIn("lead", "2014-01");
  await ask("lead", "2014-01");
  await nameDeputy(world.actors.officer, {
    headId: world.people.head,
    teamId: world.teams.assessment,
    deputyId: world.people.otherLead,
    fromDay: "2999-01-01",
    toDay: "2999-01-02",
  });
  await ruleIn(world);
  const { token } = await perform(operator(database.ownerUrl, "a test"), "person.invite", (tx) =>
    invitePerson(tx, { email: "reader@candour.test", role: "reader", newLink: true }),
  );
  const account = { issuer: "https://issuer.example", subject: "a reader", called: "a reader" };
  await acceptByOpenId(token!, account, { address: null, agent: null });
  await makeSchemas();
});

/** Two schemas with a view for every table: in the one every name, title, measure, ref and figure is another, the other is empty. */
async function makeSchemas() {
  const columns = await database.asOwner(
    `select c.table_name as "table", array_agg(c.column_name || ' ' || c.data_type order by c.ordinal_position) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migration', 'limits')
     and (table_name, column_name) not in (('session', 'token_hash'), ('credential', 'password_hash'), ('invitation', 'token_hash'), ('password_reset', 'token_hash'))
     group by 1`,
  );
  const other = (column: string) => {
    const [name = "", type] = column.split(" ");
    const isName = type === "text" && ["name", "title", "measure", "word"].includes(name);
    if (isName) return `"${name}" || ' mirrored' as "${name}"`;
    return name === "value" ? `"${name}" + 1000 as "${name}"` : `"${name}"`;
  };
  for (const [schema, where] of [
    ["elsewhere", "true"],
    ["nowhere", "false"],
  ]) {
    await database.asOwner(`create schema ${schema}`);
    for (const { table, columns: all } of columns as { table: string; columns: string[] }[]) {
      await database.asOwner(
        `create view ${schema}."${table}" as select ${all.map(other).join(", ")} from public."${table}" where ${where}`,
      );
    }
    await database.asOwner(`grant usage on schema ${schema} to candour_app`);
    await database.asOwner(`grant select on all tables in schema ${schema} to candour_app`);
  }
}

async function inside(schema: string, read: () => Promise<unknown>): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_APP_URL });
  await client.connect();
  try {
    await client.query("begin read only");
    await client.query(`set local search_path = ${schema}`);
    return answerText(await readInside(client, read));
  } finally {
    await client.end();
  }
}

/** Answers without a name or a figure, in which a mirror cannot be told from what it shows; an empty one can. */
const nameless = new Set([
  "listGivenBack",
  "listStops",
  "listReturns",
  "listRowsOfReturn",
  "listMySessions",
  "getNextToWrite",
  "getInvitation",
  "getWaysIn",
]);

describe("every read of every page", () => {
  test("is on the list", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
      /(?<!\.test)\.tsx?$/.test(file),
    );
    const imported = files.flatMap((file) =>
      [...readFileSync(`app/${file}`, "utf8").matchAll(/import \{([^}]+)\} from "#lib\/[^"]+"/g)].flatMap(([, names]) =>
        names!.split(",").map((name) => name.trim()),
      ),
    );
    const reads = imported.filter((name) => /^(get|list|count|find|export|newest|history)[A-Z]/.test(name));
    const list = readFileSync("lib/testing/every-query.ts", "utf8");
    // Whose invitation a link is, and a secret of one's own, is asked by the sign-in role, and no page of the past asks it.
    // What was refused stands in the trail alone, which has no other past.
    const known = new Set([
      "findInvitation",
      "findReset",
      "findSecondFactor",
      "findEmail",
      "findSealer",
      "findBrowser",
      "listRefusedSignIns",
    ]);
    expect(reads.length).toBeGreaterThan(20);
    expect([...new Set(reads)].filter((name) => !known.has(name) && !new RegExp(`\\b${name}\\b`).test(list))).toEqual(
      [],
    );
  });

  test.each(everyQuery.filter(({ ofTrail }) => !ofTrail))(
    "$name can be put inside a transaction with another search path, and answers of that alone",
    async ({ name, of, read }) => {
      const actor = world.actors[of];
      const here = answerText(await read(actor, asked));
      const mirrored = await inside("elsewhere", () => read(actor, asked));
      expect(here).not.toContain("mirrored");
      if (!nameless.has(name)) expect(mirrored).toMatch(/ mirrored/);
      const empty = await inside("nowhere", () => read(actor, asked));
      expect(empty).not.toBe(here);
      expect(empty).not.toMatch(
        /Improvement|Quality of Practice|Measure|Assessment|The lead|Words that wait|"\d{4}-\d\d"/,
      );
    },
  );

  test.each(everyQuery.filter(({ ofTrail }) => ofTrail))(
    "$name, of the trail, can be asked there too",
    async ({ of, read }) => {
      const answer = await inside("elsewhere", () => read(world.actors[of], asked));
      expect(answer.length).toBeGreaterThan(1);
    },
  );
});
