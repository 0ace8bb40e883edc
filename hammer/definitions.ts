import { randomUUID } from "node:crypto";
import { ask } from "#bench/ask";
import type { Act } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";
import { addMonths, type Month } from "#lib/rules/month";
import { writtenByField } from "#lib/rules/written-by";

const first: Month = "2090-01";
let months = 0;
const freshMonth = (): Month => addMonths(first, months++);

type Indicator = { id: string; ref: string; slug: string; organisation: string };

/** One for each act, the last by their refs, so that no two write over each other's form: of the council's own scorecard, none that was made here. */
async function indicatorOf(yard: Yard, place: number): Promise<Indicator> {
  const [found] = await yard.query(
    `select i.id, i.ref, s.slug, s.organisation_id as organisation from indicator i join scorecard s on s.id = i.scorecard_id
     where s.slug = 'childrens-services-improvement-scorecard' and i.ref ~ '^[0-9]' order by i.ref desc offset $1 limit 1`,
    [place],
  );
  return found as Indicator;
}

const plain = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const pageOf = async (yard: Yard, path: string) =>
  (await ask(yard.url + path, { headers: { cookie: yard.asker("officer").cookie ?? "" } })).body;

/** What the confirmation of a preview sends with the reason: every hidden field of its form. */
async function confirmation(yard: Yard, path: string, button: string): Promise<Record<string, string>> {
  const [, form = ""] =
    new RegExp(`<form[^>]*aria-label="${button}"(.*?)</form>`, "s").exec(await pageOf(yard, path)) ?? [];
  const hidden = [...form.matchAll(/<input type="hidden" name="([A-Za-z0-9.-]+)" value="([^"]*)"/g)];
  const { [writtenByField]: _, ...fields } = Object.fromEntries(
    hidden.map(([, name = "", value = ""]) => [name, plain(value)]),
  );
  return { ...fields, request: randomUUID(), reason: "For the hammer." };
}

/** What a definition's form is filled in with. */
function filledIn(page: string): Record<string, string> {
  const [, form = ""] = /<form[^>]*aria-label="What [^"]* from [^"]*"(.*?)<\/form>/s.exec(page) ?? [];
  const inputs = [...form.matchAll(/<input (?![^>]*checkbox)[^>]*name="([a-z0-9-]+)"[^>]*value="([^"]*)"/g)];
  const texts = [...form.matchAll(/<textarea[^>]*name="([a-z]+)"[^>]*>([^<]*)</g)];
  const selects = [...form.matchAll(/<select[^>]*name="([a-z]+)".*?<option value="([^"]*)" selected/gs)];
  return Object.fromEntries([...inputs, ...texts, ...selects].map(([, name = "", value = ""]) => [name, plain(value)]));
}

/** An indicator of a command's own, without anything recorded. */
async function freshIndicator(yard: Yard): Promise<Indicator & { scorecard: string; section: string; team: string }> {
  const [{ id, organisation }, from] = [await indicatorOf(yard, 3), freshMonth()];
  const ref = `H${from}`;
  await yard.query(
    `do $$ declare made uuid; begin perform audit.begin_operator('npm run hammer', 'operator.change', '${organisation}');
     insert into indicator (scorecard_id, ref) select scorecard_id, '${ref}' from indicator where id = '${id}' returning id into made;
     insert into indicator_team (indicator_id, from_month, team_id) select made, '${from}-01', team_id from indicator_team where indicator_id = '${id}' limit 1;
     insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
       select made, '${from}-01', section_id, 900, 'For the hammer', unit, direction, precision from indicator_definition where indicator_id = '${id}' limit 1; end $$`,
  );
  const [found] = await yard.query(
    `select i.id, i.ref, s.slug, s.organisation_id as organisation, s.id as scorecard, d.section_id as section, t.team_id as team
     from indicator i join scorecard s on s.id = i.scorecard_id join indicator_definition d on d.indicator_id = i.id
     join indicator_team t on t.indicator_id = i.id where i.ref = $1`,
    [ref],
  );
  return found as Indicator & { scorecard: string; section: string; team: string };
}

export const definitionActs = {
  add: async (yard: Yard): Promise<Act> => {
    const [{ slug, scorecard, section, team }, from] = [await freshIndicator(yard), freshMonth()];
    const what = { measure: "Added", unit: "count", direction: "lower", precision: "0", every: "1" };
    return {
      action: "addIndicatorAction",
      from: paths.addIndicator(slug),
      fields: { request: randomUUID(), scorecard, section, team, from, ref: `A${from}`, ...what },
    };
  },
  end: async (yard: Yard): Promise<Act> => {
    const { slug, ref } = await freshIndicator(yard);
    const path = paths.definition(slug, ref, { last: ref.slice(1) });
    return { action: "endIndicatorAction", from: path, fields: await confirmation(yard, path, "End it") };
  },
  /** Of several at once one is set otherwise. */
  defineSeveral: async (yard: Yard): Promise<Act> => {
    const [{ slug }, from] = [await indicatorOf(yard, 0), freshMonth()];
    const page = await pageOf(yard, paths.several(slug, { from }));
    const [, form = ""] = /<form[^>]*aria-label="Indicators from [^"]*"(.*?)<\/form>/s.exec(page) ?? [];
    const inputs = [...form.matchAll(/<input type="hidden" name="([A-Za-z0-9.-]+)" value="([^"]*)"/g)];
    const selects = [...form.matchAll(/<select[^>]*name="([^"]+)".*?<option value="([^"]*)" selected/gs)];
    const filled = Object.fromEntries([...inputs, ...selects].map(([, name = "", value = ""]) => [name, plain(value)]));
    const first = Object.keys(filled).find((name) => name.startsWith("precision-")) ?? "";
    // With the fields that are empty too, as a browser's form sends them.
    const typed = new URLSearchParams({ ...filled, [first]: filled[first] === "3" ? "2" : "3" });
    const path = `${paths.several(slug)}?${typed}`;
    return { action: "defineSeveralAction", from: path, fields: await confirmation(yard, path, "Save the changes") };
  },
  define: async (yard: Yard): Promise<Act> => {
    const [{ slug, ref }, from] = [await indicatorOf(yard, 0), freshMonth()];
    const filled = filledIn(await pageOf(yard, paths.definition(slug, ref, { from })));
    const path = paths.definition(slug, ref, { ...filled, measure: `Measured anew ${from}` });
    return {
      action: "defineIndicatorAction",
      from: path,
      fields: await confirmation(yard, path, "Save the change"),
    };
  },
  withdraw: async (yard: Yard): Promise<Act> => {
    const [{ id, slug, ref, organisation }, from] = [await indicatorOf(yard, 1), freshMonth()];
    await yard.query(
      `do $$ begin perform audit.begin_operator('npm run hammer', 'operator.change', '${organisation}');
       insert into due_rule (indicator_id, from_month, every) values ('${id}', '${from}-01', 3); end $$`,
    );
    const [rule] = await yard.query("select id from due_rule where indicator_id = $1 and from_month = $2", [
      id,
      `${from}-01`,
    ]);
    const path = paths.definition(slug, ref, { withdraw: "due_rule", version: String(rule?.id) });
    return { action: "withdrawVersionAction", from: path, fields: await confirmation(yard, path, "Withdraw it") };
  },
  setMilestones: async (yard: Yard): Promise<Act> => {
    const [{ slug, ref }, month] = [await indicatorOf(yard, 2), freshMonth()];
    const page = await pageOf(yard, paths.milestones(slug, ref, { from: month }));
    const [, seen = ""] = /name="seen" value="([0-9a-f]{16})"/.exec(page) ?? [];
    const path = paths.milestones(slug, ref, { from: month, seen, [`milestone-${month}`]: "50" });
    return {
      action: "setMilestonesAction",
      from: path,
      fields: await confirmation(yard, path, "Save the milestones"),
    };
  },
};
