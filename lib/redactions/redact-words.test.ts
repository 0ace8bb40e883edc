import { beforeAll, describe, expect, test } from "vitest";
import { database as pool } from "#db/client";
import { useDatabase } from "#db/testing/use-database";
import { getSavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { checkWords } from "#lib/audit/verify/check-words";
import { getCommentWords } from "#lib/commentary/queries";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { keptFilters } from "#lib/history/views/kept-filters";
import { saveView } from "#lib/history/views/save-view";
import { getRedaction } from "#lib/redactions/get-redaction";
import { listRedactions } from "#lib/redactions/list-redactions";
import { proposeRedaction } from "#lib/redactions/propose-redaction";
import { redactWords } from "#lib/redactions/redact-words";
import { refuseRedaction } from "#lib/redactions/refuse-redaction";
import { withdrawRedaction } from "#lib/redactions/withdraw-redaction";
import { nothingTyped } from "#lib/rules/actual";
import { commented } from "#lib/testing/commented";
import { authority, redacting, standsIn } from "#lib/testing/redacting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { draft, submit, approve, giveBack, record } = commented(() => world, database);
const { digestOf, propose, seen, confirm } = redacting(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "66");
});

const said =
  /\[redacted on \d+ \w+ \d{4} by .+ and .+, on the authority of: the data protection officer, article 17 request of 3 March\]/;
const told = async (who: "lead" | "auditor" | "officer") =>
  (await listEntries(world.actors[who])).groups.map(({ headline }) => sentenceText(headline)).join("\n");
const shown = async (ref: string) => {
  const found = await getCommentWords(world.actors.auditor, { slug: world.scorecard.slug, ref, month: "2013-12" });
  return [...found!.words.values()].at(-1);
};
const words = () => checkWords(async (text, values) => (await database.asOwner(text, values)) as never);
const saltOf = async (digest: string) =>
  String(
    (await database.asOwner("select encode(salt, 'hex') as salt from audit.words where digest = $1", [digest]))[0]
      ?.salt,
  );

describe("words that two people redact", () => {
  test("stand nowhere any more, nor do their drafts and their salts, and no entry is touched", async () => {
    await draft("lead", "2.3", "The Harrow visits came late, all four.");
    const { revisionId } = (await submit("lead", "2.3", "The Harrow visits came late, all four of them."))!;
    await approve("head", "2.3", revisionId);
    const digests = [
      await digestOf("The Harrow visits came late, all four."),
      await digestOf("The Harrow visits came late, all four of them."),
    ];
    const salts = [await saltOf(digests[0]!), await saltOf(digests[1]!)];
    expect(await standsIn(database, ["Harrow", ...salts])).toEqual(["audit.words"]);
    const entries = () =>
      database.asOwner("select e::text from audit.entry e where verb not like '%redact%' order by position");
    const before = await entries();

    const id = await propose("officer", "The Harrow visits came late, all four of them.");
    const waiting = (await getRedaction(world.actors.auditor, id))!;
    expect(waiting).toMatchObject({ confirmedAt: null, isWriter: false, proposedBy: "The officer" });
    expect(waiting.places.map(({ label, of, isWhole }) => [label, of, isWhole])).toEqual([
      ["A comment", "2.3 for December 2013", true],
      ["A comment", "2.3 for December 2013", true],
    ]);
    await confirm("auditor", id);

    expect(await standsIn(database, ["Harrow", ...salts])).toEqual([]);
    expect(await entries()).toEqual(before);
    expect(await shown("2.3")).toMatch(said);
    expect(await told("auditor")).toMatch(said);
    expect(await told("lead")).toContain("on the authority of");
    expect(await getRedaction(world.actors.officer, id)).toMatchObject({ confirmedBy: "The auditor", textsGone: 2 });
  });

  test("leave an approval as it was: that it was approved is a fact", async () => {
    const [decision] = await database.asOwner("select kind from comment_decision where kind = 'approved'");
    expect(decision?.kind).toBe("approved");
    expect(await database.asOwner("select from lapse")).toEqual([]);
  });

  test("may be a passage, which goes wherever it stands: in comments, notes, reasons, and what proposed it", async () => {
    const { revisionId } = (await submit("lead", "2.5", "Closed for Tamsin  Vole, as planned."))!;
    await giveBack("head", revisionId, "Do not name tamsin vole here.");
    const typed = { ...nothingTyped, value: "30", note: "Voles apart; Tamsin Vole (two visits)." };
    await recordActual(world.actors.otherLead, {
      indicatorId: world.indicators["4.3"],
      month: "2013-12",
      seen: 0,
      typed,
    });
    await draft("lead", "2.3", "Of the lead, nothing.", "2014-01");
    const id = await propose("auditor", "Closed for Tamsin  Vole, as planned.", "Tamsin Vole");
    expect(
      (await getRedaction(world.actors.officer, id))!.places.map(({ label, isWhole }) => [label, isWhole]),
    ).toEqual([
      ["A comment", false],
      ["The reason of an act", false],
      ["A reason about a comment", false],
      ["A note on a figure", false],
      ["The proposal of a redaction", true],
    ]);
    await confirm("officer", id);
    expect(await standsIn(database, ["Tamsin", "tamsin"])).toEqual([]);
    const named = await propose("auditor", "Of the lead, nothing.", "the lead");
    expect((await getRedaction(world.actors.officer, named))!.staysIn).toMatchObject([{ table: "person" }]);
    await withdrawRedaction(world.actors.auditor, { id: named, seen: 1 });
    expect(await shown("2.5")).toMatch(/^Closed for \[redacted\], as planned\. \[redacted on /);
    const saved = await getSavedActual(pool(), world.indicators["4.3"], "2013-12");
    expect(saved?.content.note).toMatch(/^Voles apart; \[redacted\] \(two visits\)\. \[redacted on /);
  });

  test("are sent back by a form as they stand, which writes nothing", async () => {
    const at = { indicatorId: world.indicators["4.3"], month: "2013-12" } as const;
    const note = (await getSavedActual(pool(), at.indicatorId, at.month))!.content.note!;
    await recordActual(world.actors.otherLead, { ...at, seen: 1, typed: { ...nothingTyped, value: "31", note } });
    const notes = await database.asOwner(
      "select distinct after ->> 'note' from audit.entry where table_name = 'actual' and after ->> 'note' <> ''",
    );
    expect(notes).toHaveLength(1);
  });

  test("are verified as lawfully redacted, by whom and on whose authority", async () => {
    const { wrong, said: lawful } = await words();
    expect(wrong).toEqual([]);
    expect(lawful).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^2 texts were lawfully redacted on .+ by The officer and The auditor, on the authority of: the data/,
        ),
        expect.stringMatching(
          /^4 texts were lawfully redacted on .+ by The auditor and The officer, on the authority of: the data/,
        ),
      ]),
    );
  });
});

describe("a redaction is refused", () => {
  const body = "Somebody else's to decide, whatever it says.";
  let id: string;
  beforeAll(async () => {
    await draft("secondLead", "2.3", body, "2014-01");
    id = await propose("officer", body);
  });
  const refused = (attempt: Promise<unknown>, code: string) => expect(attempt).rejects.toMatchObject({ code });

  test("to who proposed it, and to other roles", async () => {
    await refused(confirm("officer", id), "OWN_WORDS");
    await refused(refuseRedaction(world.actors.officer, { id, seen: 1, reason: "No." }), "OWN_WORDS");
    await refused(withdrawRedaction(world.actors.auditor, { id, seen: 1 }), "WRONG_SCOPE");
    const given = await seen("auditor", id);
    for (const who of ["lead", "head", "reader"] as const) {
      await refused(redactWords(world.actors[who], given), "WRONG_ROLE");
      await refused(
        proposeRedaction(world.actors[who], { digest: await digestOf(body), passage: null, authority }),
        "WRONG_ROLE",
      );
    }
  });

  test("to who wrote the words, in whatever role", async () => {
    await database.asOwner(`do $$ begin perform audit.begin_operator('a test', 'operator.change', '${world.organisationId}');
      insert into role_grant (organisation_id, person_id, role) values ('${world.organisationId}', '${world.people.secondLead}', 'auditor'); end $$`);
    const given = await seen("auditor", id);
    await refused(redactWords(world.actors.secondLead, given), "OWN_WORDS");
  });

  test("of what was not seen, or was seen otherwise", async () => {
    const given = await seen("auditor", id);
    await refused(redactWords(world.actors.auditor, { ...given, seen: 2 }), "CONFLICT");
    await draft("lead", "2.5", `${body} And more.`, "2014-01");
    await refused(redactWords(world.actors.auditor, given), "CONFLICT");
    const now = await seen("auditor", id);
    expect(now.texts).not.toBe(given.texts);
  });

  test("twice, without the words, and on an authority that says them", async () => {
    const digest = await digestOf(body);
    await refused(proposeRedaction(world.actors.auditor, { digest, passage: null, authority }), "WRONG_STATE");
    await refused(proposeRedaction(world.actors.auditor, { digest, passage: "nobody", authority }), "INVALID");
    const saying = "a request about somebody  ELSE'S things";
    await refused(
      proposeRedaction(world.actors.auditor, { digest, passage: "somebody else's", authority: saying }),
      "INVALID",
    );
    await refused(
      proposeRedaction(world.actors.auditor, { digest: "0".repeat(64), passage: null, authority }),
      "NOT_FOUND",
    );
  });

  test("once it was answered, and of what is gone already", async () => {
    await refuseRedaction(world.actors.auditor, { id, seen: 1, reason: "It names nobody." });
    await refused(confirm("auditor", id), "WRONG_STATE");
    await refused(withdrawRedaction(world.actors.officer, { id, seen: 2 }), "WRONG_STATE");
    const own = await propose("auditor", body);
    await withdrawRedaction(world.actors.auditor, { id: own, seen: 1 });
    const digest = await digestOf(body);
    await confirm("auditor", await propose("officer", body));
    await refused(proposeRedaction(world.actors.officer, { digest, passage: null, authority }), "WRONG_STATE");
    expect((await listRedactions(world.actors.officer)).redactions).toHaveLength(6);
    expect(await told("officer")).toContain("It names nobody.");
  });

  test("to a login that takes words out by itself", async () => {
    await expect(database.asApp("update audit.words set body = null, salt = null")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.asApp("update redaction set confirmed_by = proposed_by")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.asApp("insert into redaction_place (digest) values ('x')")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.asApp(`select audit.redact_words('${id}', 1, '')`)).rejects.toThrow("no author");
  });
});

test("a name that stays in what somebody saved of the history is said before anybody confirms", async () => {
  const filters = keptFilters({ words: "Zoë O'Marsh" });
  await saveView(world.actors.lead, { name: "Of one visit", asked: filters });
  await draft("lead", "2.5", "Visits by Zoë O'Marsh were late.");
  const id = await propose("officer", "Visits by Zoë O'Marsh were late.", "Zoë O'Marsh");
  expect((await getRedaction(world.actors.auditor, id))?.staysIn).toMatchObject([{ table: "saved_view" }]);
});
