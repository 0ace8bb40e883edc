import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import { lockCell } from "#lib/actuals/lock-cell";
import { perform } from "#lib/audit/perform";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listEntries } from "#lib/history/list-entries";
import { getEntry } from "#lib/history/opened-entries";
import { sentenceText } from "#lib/history/sentence";
import { gradeWord } from "#lib/rules/labels";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getSheet } from "#lib/scorecards/get-sheet";
import { commented } from "#lib/testing/commented";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { cell: comment } = commented(() => world, database);

const operate = (...statements: string[]) =>
  database.asOwner(`do $$ begin perform audit.begin_operator('what holds'); ${statements.join("; ")}; end $$`);
const indicator = () => `'${world.indicators["2.3"]}'`;

/** From January 2014: easier bands, the Workforce team, one decimal, every quarter from then, other words for the grades. */
beforeAll(async () => {
  world = await makeWorld(database);
  const from = `${indicator()}, '2014-01-01'`;
  await operate(
    `insert into indicator_team (indicator_id, from_month, team_id) values (${from}, '${world.teams.workforce}')`,
    `insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
     select ${from}, section_id, 1, 'Measured anew', unit, direction, 1 from indicator_definition where indicator_id = ${indicator()}`,
    `insert into due_rule (indicator_id, from_month, every) values (${from}, 3)`,
    `insert into band_set (indicator_id, from_month) values (${from})`,
    `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict)
     select n.id, ${from}, b.rank, b.as_typed, b.edge - 10, b.strict from band b join band_set s on s.id = b.band_set_id
     join band_set n on n.indicator_id = s.indicator_id and n.from_month = '2014-01-01'
     where s.indicator_id = ${indicator()} and s.from_month < '2014-01-01'`,
    `insert into label_set (organisation_id, name) values ('${world.organisationId}', 'Other words')`,
    `insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
     select n.id, l.rank, 'New ' || lower(l.word), l.short, l.shape, l.tone, l.asks_for_comment from label l join label_set o on o.id = l.label_set_id
     join label_set n on n.name = 'Other words' where o.name <> 'Other words'`,
    `insert into scorecard_label_set (scorecard_id, from_month, label_set_id)
     select '${world.scorecard.id}', '2014-01-01', id from label_set where name = 'Other words'`,
    `insert into actual (indicator_id, month, value) values (${indicator()}, '2013-12-01', 72), (${indicator()}, '2014-01-01', 72)`,
  );
});

const recording = (month: Month) =>
  perform(world.actors.auditor, "session.end_others", async (tx, auditor) => {
    const { team, precision, isDue } = await lockCell(tx, auditor, world.indicators["2.3"], month);
    return { team, precision, isDue };
  });

async function commentary(month: Month) {
  const found = (await comment("2.3", month))!;
  const { grade } = found.present;
  return { team: found.team?.name, measure: found.measure, grade: grade && gradeWord(found.labels, grade) };
}

async function sheet(month: Month) {
  const scorecard = await getScorecard(world.actors.auditor, world.scorecard.slug);
  const { indicators } = await getSheet(world.actors.auditor, scorecard!, { from: month, to: month });
  const found = indicators.find(({ ref }) => ref === "2.3")?.cells.get(month);
  if (!found) return null;
  const { at, grade, labels, isDue } = found;
  return { team: at.team?.name, measure: at.measure, grade: grade && gradeWord(labels, grade), isDue };
}

async function history(month: Month) {
  const { groups } = await listEntries(world.actors.auditor, { indicator: "2.3", month });
  const group = groups.find(({ entry }) => entry.table === "actual");
  const found = group && (await getEntry(world.actors.auditor, group.entry.position));
  const told = found && sentenceText(found.sentence).replace(". Reason: what holds", "").replace(/^.*: /, "");
  return { team: found?.entry.team, told };
}

describe("what holds in a month is the same through every door", () => {
  test("before anything changed", async () => {
    expect(await recording("2013-12")).toEqual({ team: "Assessment", precision: 0, isDue: true });
    expect(await commentary("2013-12")).toEqual({ team: "Assessment", measure: "Measure 2.3", grade: "Good" });
    expect(await sheet("2013-12")).toEqual({ team: "Assessment", measure: "Measure 2.3", grade: "Good", isDue: true });
    expect(await history("2013-12")).toEqual({ team: "Assessment", told: "72 (Good)" });
  });

  test("and from the month of the change on", async () => {
    const grade = "New outstanding";
    expect(await recording("2014-01")).toEqual({ team: "Workforce", precision: 1, isDue: true });
    expect(await recording("2014-02")).toMatchObject({ isDue: false });
    expect(await commentary("2014-01")).toEqual({ team: "Workforce", measure: "Measured anew", grade });
    expect(await sheet("2014-01")).toEqual({ team: "Workforce", measure: "Measured anew", grade, isDue: true });
    expect(await history("2014-01")).toEqual({ team: "Workforce", told: "72.0 (New outstanding)" });
  });
});

describe("what was set", () => {
  test("counts once a month while it stands", async () => {
    await expect(
      operate(`insert into band_set (indicator_id, from_month) values (${indicator()}, '2014-01-01')`),
    ).rejects.toThrow("band_set_once_a_month");
  });

  test("never changes: not its month, not its value", async () => {
    const own = `where indicator_id = ${indicator()} and from_month = '2014-01-01'`;
    for (const change of [
      `update band_set set from_month = '2014-02-01' ${own}`,
      `update indicator_definition set measure = 'Mended' ${own}`,
      `update indicator_team set team_id = '${world.teams.assessment}' ${own}`,
      `update due_rule set every = 1 ${own}`,
      `update milestone set as_typed = '80+' where indicator_id = ${indicator()}`,
      "update band set edge = 0",
      "update label set word = 'Mended'",
    ]) {
      await expect(operate(change), change).rejects.toThrow("never changes");
    }
  });

  test("is whole: no band is added later, none left out between, and a scorecard keeps a label set", async () => {
    const set = `(select id from band_set where indicator_id = ${indicator()} and from_month = '2014-01-01')`;
    const add = (rank: number, to: string) =>
      `insert into band (band_set_id, indicator_id, from_month, rank, as_typed, edge, strict) values (${to}, ${indicator()}, '2014-01-01', ${rank}, '9', 9, false)`;
    await expect(operate(add(4, set))).rejects.toThrow("Bands are set together");
    const other = `(select id from band_set where indicator_id = ${indicator()} and from_month = '2016-01-01')`;
    await expect(
      operate(
        `insert into band_set (indicator_id, from_month) values (${indicator()}, '2016-01-01')`,
        add(3, other).replace("2014-01-01", "2016-01-01"),
      ),
    ).rejects.toThrow("without a hole");
    await expect(
      operate("update scorecard_label_set set withdrawn_at = now(), withdrawn_reason = 'All of them.'"),
    ).rejects.toThrow("keeps a label set");
  });

  test("is withdrawn with who, when and why; then the one before it holds again, and another can be set", async () => {
    const bands = `band_set where indicator_id = ${indicator()} and from_month = '2014-01-01'`;
    const withdraw = (more: string) => `update ${bands.replace(" where", ` set withdrawn_at = now()${more} where`)}`;
    await expect(operate(withdraw(""))).rejects.toThrow("band_set_withdrawn_with_reason");
    await operate(withdraw(", withdrawn_reason = 'Typed for another indicator.'"));
    expect(await commentary("2014-01")).toMatchObject({ grade: "New good" });
    expect(await sheet("2014-01")).toMatchObject({ grade: "New good" });
    await expect(
      operate(`update ${bands.replace(" where", " set withdrawn_at = null, withdrawn_reason = null where")}`),
    ).rejects.toThrow("never changes once it is there");
    await operate(`insert into band_set (indicator_id, from_month) values (${indicator()}, '2014-01-01')`);
    expect(await commentary("2014-01")).toMatchObject({ grade: null });
  });

  test("is told in the history as it stood when each entry was made", async () => {
    expect(await history("2014-01")).toEqual({ team: "Workforce", told: "72.0 (New outstanding)" });
    await operate(
      `update team set name = 'Staffing' where slug = 'workforce'`,
      `update person set name = 'Somebody else' where name = 'The lead'`,
    );
    expect(await history("2014-01")).toMatchObject({ team: "Workforce" });
    expect(await sheet("2014-01")).toMatchObject({ team: "Staffing" });
  });

  test("and withdrawn is offered by no filter of the history", async () => {
    const from = `${indicator()}, '2017-01-01'`;
    await operate(
      `insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
       select ${from}, section_id, 1, 'Mistyped', unit, direction, 0 from indicator_definition where indicator_id = ${indicator()} limit 1`,
    );
    const offered = async () =>
      (await listHistoryChoices(world.actors.auditor)).indicators.find(({ value }) => value === "2.3")?.label;
    expect(await offered()).toBe("2.3 Mistyped");
    const withdrawn = "set withdrawn_at = now(), withdrawn_reason = 'Mistyped.'";
    await operate(`update indicator_definition ${withdrawn} where measure = 'Mistyped'`);
    expect(await offered()).toBe("2.3 Measured anew");
  });

  test("is told as it was, the definition and the words for the grades too", async () => {
    const told = await history("2014-01");
    expect(told.told).toBe("72.0 (New outstanding)");
    const withdrawn = "set withdrawn_at = now(), withdrawn_reason = 'Not yet.'";
    const copied = "section_id, position, measure, unit, direction, precision";
    await operate(
      `update indicator_definition ${withdrawn} where indicator_id = ${indicator()} and from_month = '2014-01-01'`,
      `update scorecard_label_set ${withdrawn} where from_month = '2014-01-01'`,
    );
    expect(await sheet("2014-01")).toMatchObject({ measure: "Measure 2.3", grade: null });
    expect(await history("2014-01")).toEqual(told);
    await operate(
      `insert into indicator_definition (indicator_id, from_month, ${copied}) select indicator_id, from_month, ${copied}
       from indicator_definition where indicator_id = ${indicator()} and from_month = '2014-01-01'`,
      `insert into scorecard_label_set (scorecard_id, from_month, label_set_id) select scorecard_id, from_month, label_set_id
       from scorecard_label_set where from_month = '2014-01-01'`,
    );
  });

  test("can end: bands grade nothing afterwards, an indicator has no cell", async () => {
    const first = `where indicator_id = ${indicator()} and from_month = '2014-01-01' and withdrawn_at is null`;
    await operate(
      `update band_set set withdrawn_at = now(), withdrawn_reason = 'Empty.' ${first}`,
      `update band_set set to_month = '2013-12-01', ended_at = now() where indicator_id = ${indicator()} and from_month < '2014-01-01'`,
    );
    expect(await sheet("2013-12")).toMatchObject({ grade: "Good" });
    expect(await sheet("2014-01")).toMatchObject({ grade: null });
    await operate(`update indicator_definition set to_month = '2014-01-01', ended_at = now() ${first}`);
    expect(await sheet("2014-01")).toMatchObject({ measure: "Measured anew" });
    expect(await sheet("2014-02")).toBeNull();
    await expect(recording("2014-02")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      operate(`update indicator_definition set to_month = '2014-06-01', ended_at = now() ${first}`),
    ).rejects.toThrow("never changes once it is there");
    await expect(
      operate(`update due_rule set to_month = '2014-06-01' where indicator_id = ${indicator()}`),
    ).rejects.toThrow("due_ends_after_it_starts");
  });
});
