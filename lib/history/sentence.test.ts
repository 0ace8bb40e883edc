import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verbs } from "#db/verbs";
import { refusalCodes } from "#db/vocabulary";
import { dataSentences } from "#lib/history/data-sentences";
import type { SentenceFacts, WholeEntry } from "#lib/history/entry";
import { readImage } from "#lib/history/image";
import { refusalWords } from "#lib/history/refusal-words";
import { sentenceOf, sentenceText } from "#lib/history/sentence";
import { hasWords, verbWords } from "#lib/history/verb-words";
import { firstLabels } from "#lib/people/first-labels";
import { parseBands } from "#lib/rules/bands";
import { earnedGrade } from "#lib/rules/grade";
import { levelOf } from "#lib/rules/labels";
import { typedBands } from "#lib/testing/typed-bands";

const read = parseBands(typedBands(["65-74", "75-84", "85+"]), "higher");
if (!read.ok) throw new Error("The test's bands cannot be read.");
const names: Record<string, string> = {
  lead: "Assessment team lead",
  head: "Head of service",
  r2: "2",
  team: "Assessment",
};
const facts: SentenceFacts = {
  nameOf: (id) => (id && names[id]) ?? null,
  grading: {
    precision: 0,
    labels: firstLabels,
    levelOf: (figure) => levelOf(firstLabels, earnedGrade(figure, read.bands, firstLabels)),
  },
  approval: {
    revision: 2,
    on: "5 December 2013",
    figure: "66",
    missing: null,
    grade: 3,
    levels: 4,
    labels: firstLabels,
  },
  wordsOf: (digest) => digest,
};

const entry = (given: Partial<WholeEntry>): WholeEntry => ({
  position: 1,
  at: "2014-01-14T09:32:11.000000Z",
  verb: "actual.record",
  operation: given.before ? "changed" : "created",
  table: null,
  key: null,
  actionId: "a",
  kind: "person",
  sessionId: "s",
  person: { id: "lead", name: "Assessment team lead" },
  roles: null,
  onBehalfOf: null,
  databaseRole: "candour_app",
  code: null,
  reason: null,
  requestId: null,
  importId: null,
  address: null,
  agent: null,
  importFile: null,
  scorecardSlug: "improvement",
  indicatorId: "i",
  ref: "2.3",
  month: "2013-12",
  team: null,
  teamId: null,
  before: null,
  after: null,
  beforeText: null,
  afterText: null,
  ...given,
});

const said = (given: Partial<WholeEntry>) => sentenceText(sentenceOf(entry(given), facts));
const head = { person: { id: "head", name: "Head of service" } };

describe("a sentence", () => {
  test.each<[string, Partial<WholeEntry>]>([
    [
      "Assessment team lead changed 2.3 for December 2013: 66 (Adequate) → 68 (Adequate)",
      { table: "actual", before: { value: "66" }, after: { value: "68" } },
    ],
    ["Assessment team lead recorded 2.3 for December 2013: 0 (Inadequate)", { table: "actual", after: { value: "0" } }],
    [
      "Assessment team lead recorded 2.3 for December 2013: not available",
      { table: "actual", after: { missing: "x" } },
    ],
    [
      "Assessment team lead changed 2.3 for December 2013: 66 (Adequate) → 75 (Good). 45 of 60",
      {
        table: "actual",
        before: { value: "66", numerator: null },
        after: { value: "75", numerator: "45", denominator: "60" },
      },
    ],
    [
      "Assessment team lead cleared 2.3 for December 2013: 66 (Adequate, provisional) → nothing",
      { table: "actual", before: { value: "66", provisional: true }, after: { value: null } },
    ],
    [
      "Assessment team lead changed 2.3 for December 2013: 66 (Adequate) → 68 (Adequate). Reason: Late records came in. Note: two were late",
      {
        table: "actual",
        reason: "Late records came in",
        before: { value: "66", note: null },
        after: { value: "68", note: "two were late" },
      },
    ],
    [
      "Assessment team lead changed the note on 2.3 for December 2013. Note: two were late",
      { table: "actual", before: { value: "66" }, after: { value: "66", note: "two were late" } },
    ],
    [
      "The approval of 5 December 2013 of revision 2 of the comment on 2.3, December 2013 lapsed because 66 became 68 after it was approved. Assessment team lead changed the figure. Reason: Late records came in",
      { table: "lapse", reason: "Late records came in", after: { cause: "figure", figure: "68", grade: "3" } },
    ],
    [
      "The approval of 5 December 2013 of revision 2 of the comment on 2.3, December 2013 lapsed because the grade of 66 became Good, from Adequate, after it was approved. Head of service changed the bands",
      { ...head, table: "lapse", after: { cause: "bands", figure: "66", grade: "2" } },
    ],
    [
      "The approval of 5 December 2013 of revision 2 of the comment on 2.3, December 2013 holds again: 66 stands again as it was approved. Assessment team lead changed it back",
      { table: "lapse", before: { ended_at: null }, after: { ended_at: "2014-01-14T09:32:11+00:00" } },
    ],
    [
      "Assessment team lead submitted revision 2 of the comment on 2.3, December 2013",
      {
        table: "comment_revision",
        before: { number: "2", submitted_at: null },
        after: { number: "2", submitted_at: "2014-01-14T09:32:11+00:00" },
      },
    ],
    [
      "Assessment team lead submitted revision 2 of the comment on 2.3, December 2013. Asked about some of its words, which stand because: it is a team",
      {
        table: "comment_revision",
        before: { number: "2", submitted_at: null },
        after: { number: "2", submitted_at: "2014-01-14T09:32:11+00:00", stands_because: "it is a team" },
      },
    ],
    [
      "Assessment team lead withdrew revision 2 of the comment on 2.3, December 2013",
      {
        table: "comment_revision",
        before: { number: "2", submitted_at: "2014-01-14T09:32:11+00:00" },
        after: { number: "2", submitted_at: "2014-01-14T09:32:11+00:00", withdrawn_at: "2014-01-14T10:00:00+00:00" },
      },
    ],
    [
      "Head of service approved revision 2 of the comment on 2.3, December 2013. For the figure 90 (Outstanding)",
      {
        ...head,
        table: "comment_decision",
        after: { kind: "approved", revision_id: "r2", figure: "90", grade: "1" },
      },
    ],
    [
      "Head of service returned revision 2 of the comment on 2.3, December 2013. Reason: say which visits",
      {
        ...head,
        table: "comment_decision",
        after: { kind: "returned", revision_id: "r2", reason: "say which visits" },
      },
    ],
    [
      "Head of service was refused: approve the comment on 2.3, December 2013. Nobody approves their own words",
      { ...head, operation: "refused", verb: "comment.approve", code: "OWN_WORDS" },
    ],
    [
      "Assessment team lead was refused: record 2.3 for December 2013. The month was closed",
      { operation: "refused", code: "MONTH_CLOSED" },
    ],
    [
      "Assessment team lead was refused: record 2.3 for December 2013 as 67. It had changed since they opened it",
      { operation: "refused", code: "CONFLICT", after: { value: "67" } },
    ],
    [
      "Assessment team lead was refused: record 2.3 for December 2013 as 161 of 200. The month was closed",
      { operation: "refused", code: "MONTH_CLOSED", after: { numerator: "161", denominator: "200" } },
    ],
    [
      "Assessment team lead was refused: record 2.3 for December 2013 as not available. The month was closed",
      { operation: "refused", code: "MONTH_CLOSED", after: { missing: "x" } },
    ],
    [
      "Head of service was refused: approve the comment on 2.3, December 2013 for 68. It had changed since they opened it",
      { ...head, operation: "refused", verb: "comment.approve", code: "CONFLICT", after: { figure: "68" } },
    ],
    [
      "Assessment team lead was refused: grant a role (reader, Assessment team lead). Their role does not allow it",
      {
        operation: "refused",
        verb: "role.grant",
        ref: null,
        month: null,
        code: "WRONG_ROLE",
        after: { person_id: "lead", role: "reader" },
      },
    ],
    [
      "Assessment team lead was refused: open February 2014 (due 14 March 2014 and 21 March 2014). It had changed since they opened it",
      {
        operation: "refused",
        verb: "month.open",
        month: "2014-02",
        code: "CONFLICT",
        after: { figures_due: "2014-03-14", commentary_due: "2014-03-21" },
      },
    ],
    [
      "A[U+202E]nna was refused: record 2.3 for December 2013. The month was closed",
      { person: { id: "lead", name: "A\u202Enna" }, operation: "refused", code: "MONTH_CLOSED" },
    ],
    [
      "Head of service returned revision 2 of the comment on 2.3, December 2013. Reason: say [U+2067]which[U+200F] visits",
      {
        ...head,
        table: "comment_decision",
        after: { kind: "returned", revision_id: "r2", reason: "say \u2067which\u200F visits" },
      },
    ],
    [
      "Assessment team lead opened a page that is not for their role: /approvals",
      { operation: "refused", verb: "page.open", code: "WRONG_ROLE", after: { page: "/approvals" } },
    ],
    [
      "Assessment team lead opened a page that is not for their role",
      { operation: "refused", verb: "past.read", code: "WRONG_ROLE" },
    ],
    ["Assessment team lead signed in", { table: "session", verb: "session.start", after: { person_id: "lead" } }],
    [
      "Assessment team lead signed out",
      { table: "session", key: "s", before: { ended_at: null }, after: { person_id: "lead", ended_at: "2014" } },
    ],
    [
      "Head of service ended a session of Assessment team lead",
      {
        ...head,
        table: "session",
        key: "t",
        before: { ended_at: null },
        after: { person_id: "lead", ended_at: "2014" },
      },
    ],
    [
      "Somebody unknown was refused sign-in (wrong password), 3 times",
      {
        person: null,
        kind: "sign-in",
        operation: "refused",
        verb: "session.start",
        code: "WRONG_PASSWORD",
        after: { attempts: "3" },
      },
    ],
    [
      "An operator’s command granted Head of service the role head of service of Assessment",
      {
        person: null,
        kind: "operator",
        table: "role_grant",
        after: { person_id: "head", role: "head of service", team_id: "team" },
      },
    ],
    [
      "A migration opened December 2013",
      { person: null, kind: "migration", table: "scorecard_month", after: { closed_at: null } },
    ],
    [
      "Head of service, for Head of workforce, closed December 2013",
      {
        ...head,
        onBehalfOf: "Head of workforce",
        table: "scorecard_month",
        before: { closed_at: null },
        after: { closed_at: "2014" },
      },
    ],
    [
      "Head of service exported the history. Asked for: month 2013-12",
      { ...head, operation: "read", verb: "history.export", after: { month: "2013-12" } },
    ],
    [
      "Head of service exported the scorecard Improvement. Asked for: November 2013 to January 2014",
      {
        ...head,
        operation: "read",
        verb: "scorecard.export",
        after: { to: "2014-01", from: "2013-11", scorecard: "Improvement" },
      },
    ],
    ...(["hidden", "shown"] as const).map((small): [string, Parameters<typeof said>[0]] => [
      `Head of service exported the scorecard Improvement as XLSX with small numbers ${small === "hidden" ? "hidden" : "shown as they are: not for publication"}. Asked for: November 2013 to January 2014`,
      {
        ...head,
        operation: "read",
        verb: "scorecard.export",
        after: { to: "2014-01", from: "2013-11", form: "XLSX", scorecard: "Improvement", small },
      },
    ]),
  ])("%s", (sentence, given) => {
    expect(said(given)).toBe(sentence);
  });
});

describe("what holds from a month on", () => {
  const from = { from_month: "2013-12-01" };
  test.each([
    [
      "Assessment team lead withdrew the bands of 2.3 from December 2013. Reason: Typed for another.",
      {
        table: "band_set",
        before: from,
        after: { ...from, withdrawn_at: "now", withdrawn_reason: "Typed for another." },
      },
    ],
    [
      "Assessment team lead ended the due rule of 2.3 from December 2013, after March 2014",
      { table: "due_rule", before: from, after: { ...from, ended_at: "now", to_month: "2014-03-01" } },
    ],
    [
      "Assessment team lead withdrew the milestone of 2.3 for December 2013. Reason: Not agreed.",
      { table: "milestone", before: {}, after: { withdrawn_at: "now", withdrawn_reason: "Not agreed." } },
    ],
  ] as const)("%s", (sentence, given) => {
    expect(said(given)).toBe(sentence);
  });
});

describe("there are words", () => {
  test("for every table under the trail, whether a row is new or changed", () => {
    const migrations = readdirSync("drizzle").filter((name) => name.endsWith(".sql"));
    const sql = migrations.map((name) => readFileSync(`drizzle/${name}`, "utf8")).join("\n");
    const watched = [...sql.matchAll(/audit\.watch(?:_set)?\('(\w+)'/g)].map(([, table]) => table!);
    expect(watched.length).toBe(46);
    expect(Object.keys(dataSentences).toSorted()).toEqual(watched.toSorted());
    for (const table of watched) {
      for (const before of [null, {}]) {
        const { parts } = sentenceOf(entry({ table, before, after: {} }), facts);
        expect(
          parts.filter(({ as }) => as === "done"),
          table,
        ).toHaveLength(1);
        expect(said({ table, before, after: {} }), table).not.toMatch(/undefined|null|a row of actual/);
      }
    }
  });

  test("for every verb, done or refused", () => {
    const ofPages = ["page.open", "scorecard.read", "past.read", "return.read", "reopening.list", "history.read"];
    const isOfPages = new Set([...ofPages, "person.list", "deputy.list", "redaction.list"]);
    for (const verb of [
      ...Object.keys(verbs),
      "session.start",
      "invitation.accept",
      "sign_in_rule.follow",
      "reset.ask",
      "reset.follow",
      "operator.change",
    ]) {
      expect(hasWords(verb), verb).toBe(true);
      expect(verbWords(verb).label, verb).toMatch(/^[A-Z]/);
      expect(said({ operation: "refused", verb, code: "WRONG_ROLE" }), verb).toMatch(
        isOfPages.has(verb)
          ? /^Assessment team lead opened a page that is not for their role$/
          : /^Assessment team lead was refused/,
      );
    }
  });

  test("for every refusal that is entered", () => {
    const entered = refusalCodes.filter((code) => !["INVALID", "NOT_FOUND", "REQUEST_REUSED"].includes(code));
    for (const code of entered) expect(refusalWords(code), code).toMatch(/^[A-Z][a-z ]+/);
  });
});

test("an image keeps every digit of a figure", () => {
  expect(readImage('{"value": 12345678901234567890.10, "note": "7", "flags": [true, 1.50]}')).toEqual({
    value: "12345678901234567890.10",
    note: "7",
    flags: [true, "1.50"],
  });
});
