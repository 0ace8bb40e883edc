import { randomUUID } from "node:crypto";
import type { Act } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

const month = "2013-11";

/** A figure of the Assessment team that the demonstration's November 2013 published, restated over what it says by now. */
export async function restated(yard: Yard): Promise<Act> {
  const [found] = await yard.query(
    `select a.indicator_id, a.version, a.value::text, i.ref, s.slug from actual a join indicator i on i.id = a.indicator_id
     join scorecard s on s.id = i.scorecard_id join organisation o on o.id = s.organisation_id and o.slug = 'demonstration'
     join indicator_team it on it.indicator_id = i.id join team t on t.id = it.team_id and t.slug = 'assessment'
     where a.month = $1 order by s.slug, i.ref limit 1`,
    [`${month}-01`],
  );
  const [slug, ref, seen] = [String(found?.slug), String(found?.ref), String(found?.version)];
  const value = String(found?.value) === "60" ? "61" : "60";
  const why = { category: "error", reason: "It was counted twice.", revision: "", holds: "" };
  return {
    action: "restateActualAction",
    from: paths.restatements(slug, ref, month),
    fields: { indicator: String(found?.indicator_id), month, seen, value, sure: value, ...why, request: randomUUID() },
  };
}
