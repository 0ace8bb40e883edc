import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { addIndicator } from "#lib/definitions/add-indicator";
import { everyLine } from "#lib/definitions/change-indicator";
import { endIndicator, previewEnd } from "#lib/definitions/end-indicator";
import { getAdding } from "#lib/definitions/get-adding";
import { getDefinitionPage } from "#lib/definitions/get-definition-page";
import { AddIndicatorInput, EndIndicatorInput, PreviewEndInput } from "#lib/definitions/inputs";
import { listEntries } from "#lib/history/list-entries";
import { sentenceText } from "#lib/history/sentence";
import { getReturn } from "#lib/returns/queries";
import { commented } from "#lib/testing/commented";
import { inMonths } from "#lib/testing/months";
import { makeNeighbour, makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
let neighbour: World;
const { record } = commented(() => world, database);
const { newest } = inMonths(() => world, database);
type Who = keyof World["actors"];

beforeAll(async () => {
  world = await makeWorld(database);
  neighbour = await makeNeighbour(database);
  await record("2.3", "72", "2014-01");
});

const what = { measure: "Seen within ten days", unit: "percent", direction: "higher", precision: "0", every: "1" };
async function add(who: Who, typed: Record<string, string> = {}) {
  const { sections } = (await getAdding(world.actors.officer, world.scorecard.slug, "2014-01"))!;
  const own = {
    scorecard: world.scorecard.id,
    section: sections[0]!.id,
    team: world.teams.assessment,
    from: "2013-12",
  };
  return addIndicator(world.actors[who], AddIndicatorInput.parse({ ref: "2.9", ...own, ...what, ...typed }));
}
const said = async (verb: string) => {
  const { groups } = await listEntries(world.actors.auditor, { verb, outcome: "done" });
  return sentenceText(groups[0]!.headline);
};
const isAsked = async (month: "2013-12" | "2014-01") =>
  JSON.stringify((await getReturn(world.actors.lead, month)) ?? null).includes("Seen within ten days");

describe("adding an indicator", () => {
  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(add(who)).rejects.toMatchObject({ code: "WRONG_ROLE" });
    expect(await newest()).toMatchObject({ verb: "indicator.add", operation: "refused", person: world.people[who] });
  });

  test("makes it due in its team's returns from its month on, and is told so", async () => {
    expect(await isAsked("2013-12")).toBe(false);
    expect(await add("officer")).toEqual({ slug: world.scorecard.slug, ref: "2.9" });
    expect(await isAsked("2013-12")).toBe(true);
    const page = await getDefinitionPage(world.actors.officer, { slug: world.scorecard.slug, ref: "2.9" }, "2013-12");
    expect(page?.fields).toMatchObject({ measure: "Seen within ten days", every: "1", team: world.teams.assessment });
    expect(await said("indicator.add")).toBe("The officer added the indicator 2.9 from December 2013");
  });

  test("under a ref that is taken is a conflict", async () => {
    await expect(add("officer")).rejects.toMatchObject({
      code: "CONFLICT",
      fields: { ref: "There is an indicator 2.9 already. Give this one another ref." },
    });
  });

  test.each([
    ["from", { ref: "2.8", from: "2013-11" }, "November 2013 is closed"],
    [
      "section",
      { ref: "2.8", section: "00000000-0000-4000-8000-000000000000" },
      "Choose one of the scorecard’s sections",
    ],
    ["team", { ref: "2.8", team: "00000000-0000-4000-8000-000000000000" }, "Choose the team"],
  ] as const)("is refused by its %s", async (field, typed, message) => {
    await expect(add("officer", typed)).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.stringContaining(message) },
    });
  });

  test("to another organisation's scorecard, or for its team, is refused", async () => {
    await expect(add("officer", { ref: "2.8", scorecard: neighbour.scorecard.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(add("officer", { ref: "2.8", team: neighbour.teams.assessment })).rejects.toMatchObject({
      fields: { team: expect.any(String) },
    });
  });
});

describe("ending an indicator", () => {
  const preview = (who: Who, ref: "2.3" | "2.5", last: string) =>
    previewEnd(world.actors[who], PreviewEndInput.parse({ indicator: world.indicators[ref], last }));
  const end = (who: Who, last: string, previewed: string, reason = "It is measured no more.") =>
    endIndicator(
      world.actors[who],
      EndIndicatorInput.parse({ indicator: world.indicators["2.5"], last, reason, previewed }),
    );

  test.each(["lead", "head", "auditor", "reader"] as const)("is not for the %s", async (who) => {
    await expect(preview(who, "2.5", "2013-12")).rejects.toMatchObject({ code: "WRONG_ROLE" });
    await expect(end(who, "2013-12", "")).rejects.toMatchObject({ code: "WRONG_ROLE" });
  });

  test("before a figure that stands, or where it is not defined, is refused", async () => {
    await expect(preview("officer", "2.3", "2013-12")).rejects.toMatchObject({
      fields: { last: "There is a figure of 2.3 for January 2014. End it with that month, or later." },
    });
    await expect(preview("officer", "2.3", "2010-01")).rejects.toMatchObject({ code: "INVALID" });
  });

  test("is previewed, asks why, and then nothing is due any more", async () => {
    const shown = await preview("officer", "2.5", "2013-12");
    expect(shown.asksWhy).toBe(true);
    expect(shown.lines).toContainEqual(
      expect.objectContaining({ month: "2014-01", kind: "due", was: "due", becomes: "not due" }),
    );
    const previewed = everyLine(shown).join("\n");
    await expect(end("officer", "2013-12", previewed, "")).rejects.toMatchObject({ code: "INVALID" });
    await end("officer", "2013-12", previewed);
    expect(await said("indicator.end")).toBe(
      "The officer ended the definition of 2.5 from September 2013, after December 2013. Reason: It is measured no more.",
    );
    expect(JSON.stringify(await getReturn(world.actors.lead, "2014-01"))).not.toContain("Measure 2.5");
  });

  test("happens once", async () => {
    await expect(end("officer", "2013-11", "")).rejects.toMatchObject({
      code: "CONFLICT",
      message: "2.5 ends with December 2013 already.",
    });
  });
});
