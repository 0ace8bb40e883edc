import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { importFirstScorecard } from "#lib/imports/import-first-scorecard";
import { getImport } from "#lib/imports/queries";
import { readImport } from "#lib/imports/read-import";
import { makeWorld, type World } from "#lib/testing/world";

const seed = readFileSync("db/first-scorecard/scorecard.txt", "utf8");
const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

const file = (text: string, name = "scorecard.txt") => ({ name, bytes: new TextEncoder().encode(text) });
const count = async (of: string, where = "true") =>
  (await database.asOwner(`select count(*)::int as n from ${of} where ${where}`))[0]?.n;
const everything = () => count("audit.entry");
const refusals = (verb: string) => count("audit.entry", `operation = 'refused' and verb = '${verb}'`);

/** Another file than the seed: the same scorecard with another figure, so with another hash. */
const another = (figure: string) => seed.replace("\t15.2\t", `\t${figure}\t`);

describe("the first scorecard", () => {
  let importId: string;
  beforeAll(async () => {
    ({ importId } = await importFirstScorecard(world.actors.officer));
  });
  const ofImport = "scorecard_id = (select scorecard_id from import where sha256 like '5c6dbfaa%')";
  const itsIndicators = `indicator_id in (select id from indicator where ${ofImport})`;

  test("comes in whole: 16 indicators, 52 actuals, 44 milestones, 48 bands, 2 benchmarks, 2 comments", async () => {
    expect(await count("indicator", ofImport)).toBe(16);
    expect(await count("actual", itsIndicators)).toBe(52);
    expect(await count("milestone", itsIndicators)).toBe(44);
    expect(await count("band", itsIndicators)).toBe(48);
    expect(await count("benchmark", itsIndicators)).toBe(2);
    expect(await count("comment_revision", itsIndicators)).toBe(2);
    expect(await count("section", ofImport)).toBe(4);
    expect(await count("theme", ofImport)).toBe(1);
    expect(await count("due_rule", itsIndicators)).toBe(16);
  });

  test("has its months opened, filled and closed by the performance officer", async () => {
    const months = await database.asOwner(
      `select to_char(month, 'YYYY-MM') as month, closed_at is not null as closed, opened_by from scorecard_month where ${ofImport} order by month`,
    );
    const by = { opened_by: world.people.officer };
    expect(months).toEqual([
      { month: "2013-09", closed: true, ...by },
      { month: "2013-10", closed: true, ...by },
      { month: "2013-11", closed: true, ...by },
      { month: "2013-12", closed: false, ...by },
      { month: "2014-01", closed: false, ...by },
    ]);
  });

  test("has its teams by section, those that were there used again", async () => {
    const teams = await database.asOwner(
      `select t.name, string_agg(i.ref, ' ' order by i.ref) as refs from indicator i join indicator_team it on it.indicator_id = i.id
       join team t on t.id = it.team_id where ${ofImport} group by t.name order by t.name`,
    );
    expect(teams).toEqual([
      { name: "Assessment", refs: "1.1 1.2 2.1 2.2 2.3 2.4 2.5" },
      { name: "Participation", refs: "3.1 3.2 3.3" },
      { name: "Workforce", refs: "4.1 4.2 4.3 4.4 4.5 4.6" },
    ]);
    expect(await count("team")).toBe(3);
  });

  test("keeps its comments as imported: no author, nothing submitted, nothing approved", async () => {
    const revisions = await database.asOwner(
      `select i.ref, r.source, r.import_id, r.written_by, r.submitted_at from comment_revision r join indicator i on i.id = r.indicator_id where ${ofImport} order by i.ref`,
    );
    const imported = { source: "import", import_id: importId, written_by: null, submitted_at: null };
    expect(revisions).toEqual([
      { ref: "1.1", ...imported },
      { ref: "2.1", ...imported },
    ]);
    expect(await count("comment_decision", itsIndicators)).toBe(0);
  });

  test("is entered in the trail as one action of the officer's, with its import", async () => {
    const actions = await database.asOwner(
      "select verb, kind, person, count(*)::int as times from audit.action where import = $1 group by 1, 2, 3 order by 1",
      [importId],
    );
    const officer = { kind: "person", person: world.people.officer, times: 1 };
    expect(actions.map((each) => each)).toEqual([
      { verb: "import.answer", ...officer },
      { verb: "import.commit", ...officer },
      { verb: "import.read", ...officer },
    ]);
    expect(
      await count(
        "audit.entry e join audit.action a on a.id = e.action",
        `a.import = '${importId}' and a.verb = 'import.commit' and e.table_name = 'actual'`,
      ),
    ).toBe(52);
  });

  test("brought in again changes nothing and leads to the first", async () => {
    const before = await everything();
    expect(await importFirstScorecard(world.actors.officer)).toEqual({ importId, already: true });
    expect(await readImport(world.actors.officer, file(seed, "renamed.txt"))).toEqual({
      id: importId,
      already: true,
      committed: true,
    });
    expect(await everything()).toBe(before);
  });

  test("is settled once it is committed", async () => {
    const { officer } = world.actors;
    const answers = { "2.3 unit": "count" };
    await expect(answerImport(officer, { importId, answers })).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(commitImport(officer, { importId })).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect(await refusals("import.commit")).toBe(1);
  });
});

describe("an import", () => {
  test("of a file with problems is refused with all of them, and nothing is written", async () => {
    const before = await everything();
    const bad = seed.replace("\t69\t68\t", "\tsixty\t68\t").replace("70-79", "seventy");
    await expect(readImport(world.actors.officer, file(bad))).rejects.toMatchObject({
      code: "INVALID",
      message: "Nothing was imported: there are 2 problems.",
      details: {
        problems: [expect.objectContaining({ row: 7, column: 9 }), expect.objectContaining({ row: 9, column: 6 })],
      },
    });
    expect(await everything()).toBe(before);
    expect(await count("import join audit.words on digest = file_name", "body <> 'scorecard.txt'")).toBe(0);
  });

  test("is the performance officer's alone, and the refusal is entered", async () => {
    const { officer, lead, head, auditor, reader } = world.actors;
    const { id: importId } = await readImport(officer, file(another("15.3"), "own.txt"));
    for (const actor of [lead, head, auditor, reader]) {
      await expect(readImport(actor, file(another("15.9")))).rejects.toMatchObject({ code: "WRONG_ROLE" });
      await expect(answerImport(actor, { importId, answers: { "2.3 unit": "count" } })).rejects.toMatchObject({
        code: "WRONG_ROLE",
      });
      await expect(commitImport(actor, { importId })).rejects.toMatchObject({ code: "WRONG_ROLE" });
    }
    expect(await refusals("import.read")).toBe(4);
    expect(await refusals("import.answer")).toBe(4 + 1);
  });

  test("keeps answers with who gave them, and refuses those that leave a problem, together", async () => {
    const { officer } = world.actors;
    const { id: importId } = await readImport(officer, file(another("15.4"), "answered.txt"));
    await answerImport(officer, { importId, answers: { "section 1 team": "Assessment", "2.3 precision": "1" } });
    const answered = await database.withWords(
      await database.asOwner(
        "select key, answer, answered_by from import_doubt where import_id = $1 and answer is not null order by key",
        [importId],
      ),
    );
    expect(answered).toEqual([
      { key: "2.3 precision", answer: "1", answered_by: world.people.officer },
      { key: "section 1 team", answer: "Assessment", answered_by: world.people.officer },
    ]);
    await expect(
      answerImport(officer, {
        importId,
        answers: { "2.3 direction": "lower", "9.9 unit": "count", "section 2 team": "Assessment" },
      }),
    ).rejects.toMatchObject({
      code: "INVALID",
      fields: { "2.3 direction": expect.any(String), "9.9 unit": expect.any(String) },
    });
    expect(await count("import_doubt", `import_id = '${importId}' and answer is not null`)).toBe(2);
  });

  test("answered by somebody since it was opened is not overwritten", async () => {
    const { officer } = world.actors;
    const { id: importId } = await readImport(officer, file(another("15.5"), "raced.txt"));
    const seen = Number(await count("import_doubt", `import_id = '${importId}'`));
    await answerImport(officer, { importId, seen, answers: { "section 1 team": "Assessment" } });
    await expect(
      answerImport(officer, { importId, seen, answers: { "section 1 team": "Workforce" } }),
    ).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("On another page you answered") });
    await expect(commitImport(officer, { importId, seen })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("under a name that is taken is refused, and nothing of it is written", async () => {
    const { officer } = world.actors;
    const { id: importId } = await readImport(officer, file(another("15.6"), "named.txt"));
    const before = await count("indicator");
    await expect(commitImport(officer, { importId })).rejects.toMatchObject({
      code: "WRONG_STATE",
      fields: { name: expect.stringContaining("another name") },
    });
    expect(await count("indicator")).toBe(before);
    await answerImport(officer, { importId, answers: { name: "Second scorecard" } });
    expect(await commitImport(officer, { importId })).toBe("second-scorecard");
    expect(await count("indicator")).toBe(Number(before) + 16);
    expect(await count("import_doubt", `import_id = '${importId}' and answered_by is null`)).toBe(0);
  });

  test("whose proposals will not do is kept for an answer, and not committed before it", async () => {
    const { officer } = world.actors;
    const twice = another("15.7").replace("\tComment\t\t", "\tComment\tChildren seen within 10 days: again.\t");
    const { id: importId } = await readImport(officer, file(twice, "twice.txt"));
    await expect(commitImport(officer, { importId, answers: { name: "Twice" } })).rejects.toMatchObject({
      fields: { "comment on row 12 indicator": "A second comment on 2.1 for December 2013; the first is on row 8." },
    });
    const answers = { name: "Twice", "comment on row 12 indicator": "2.2" };
    expect(await commitImport(officer, { importId, answers })).toBe("twice");
  });

  test("that is not there, or is another organisation's, is not found", async () => {
    const importId = "00000000-0000-4000-8000-000000000000";
    await expect(commitImport(world.actors.officer, { importId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the label set of an import", () => {
  const makeLabelSet = (name: string, word: string) =>
    database.asOwner(`do $$
      declare made uuid;
      begin
        perform audit.begin_operator('a label set');
        insert into label_set (organisation_id, name) values ('${world.organisationId}', '${name}') returning id into made;
        insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
          select made, rank, ${word}, short, shape, tone, asks_for_comment from label l join label_set s on s.id = l.label_set_id
          where s.name like 'Ofsted%';
      end $$`);
  const usedBy = async (slug: string) =>
    (
      await database.asOwner(
        `select s.name from label_set s join scorecard_label_set u on u.label_set_id = s.id
         join scorecard c on c.id = u.scorecard_id where c.slug = $1`,
        [slug],
      )
    )[0]?.name;

  test("is the one that its bands name, though another comes first by name", async () => {
    const { officer } = world.actors;
    await makeLabelSet("A later framework", "'New ' || lower(word)");
    const { id: importId } = await readImport(officer, file(another("15.8"), "two-sets.txt"));
    expect(await count("import_doubt", `import_id = '${importId}' and key = 'label set'`)).toBe(0);
    expect(await commitImport(officer, { importId, answers: { name: "Two sets" } })).toBe("two-sets");
    expect(await usedBy("two-sets")).toBe("Ofsted's words before November 2013");
  });

  test("is asked about where a set of the same words was made after the file was read, and never chosen unseen", async () => {
    const { officer } = world.actors;
    const { id: importId } = await readImport(officer, file(another("15.9"), "since.txt"));
    await makeLabelSet("The same words", "word");
    await expect(commitImport(officer, { importId, answers: { name: "Since" } })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Label set of the grades"),
    });
    const review = await getImport(officer, importId);
    expect(review?.doubts.find(({ key }) => key === "label set")).toMatchObject({ answer: null });
    await answerImport(officer, { importId, answers: { name: "Since", "label set": "The same words" } });
    expect(
      await count(
        "import_doubt join audit.words on digest = answer",
        `import_id = '${importId}' and body = 'The same words'`,
      ),
    ).toBe(1);
    expect(await commitImport(officer, { importId })).toBe("since");
    expect(await usedBy("since")).toBe("The same words");
  });

  test("of an import committed before is settled, and raises no doubt since", async () => {
    const { importId } = await importFirstScorecard(world.actors.officer);
    const review = await getImport(world.actors.officer, importId);
    expect(review?.reading?.indicators).toHaveLength(16);
    expect(review?.doubts.every(({ answer }) => answer !== null)).toBe(true);
  });
});
