import { sql } from "drizzle-orm";
import { database } from "#db/client";
import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import type { HistoryFilters } from "#lib/history/inputs";
import { verbWords } from "#lib/history/verb-words";
import { apart } from "#lib/rules/direction";
import { type Month, monthName } from "#lib/rules/month";

export type Choice = { value: string; label: string };
export type HistoryChoices = Record<
  "scorecards" | "themes" | "indicators" | "teams" | "people" | "verbs" | "editions",
  Choice[]
>;

type ChoiceRow = {
  scorecards: Choice[];
  themes: Choice[];
  teams: Choice[];
  indicators: { value: string; label: string }[];
  people: { value: string; label: string }[];
  verbs: string[];
  editions: { value: string; month: Month; number: number; scorecard: string }[];
};

// Jumps from one verb of the index to the next, however long the trail.
const verbsFound = (organisationId: string) => sql`with recursive found as (
    (select verb from audit.entry where organisation = ${organisationId} order by verb limit 1)
    union all
    select (select e.verb from audit.entry e where e.organisation = ${organisationId} and e.verb > found.verb order by e.verb limit 1)
    from found where found.verb is not null)
    select verb from found where verb is not null`;

/** Of people of one name, what tells them apart: their teams, or what they are. */
const placesOf = ({ organisation }: PersonActor) => sql`(select string_agg(distinct coalesce(t.name, g.role), ', ')
  from role_grant g left join team t on t.id = g.team_id where g.person_id = p.id and g.organisation_id = ${organisation.id})`;

/**
 * What history can be filtered by: for a team's people, their teams' indicators and colleagues and the whole council's officers.
 * Of editions those that any of `filters` asks for.
 */
export async function listHistoryChoices(
  actor: PersonActor,
  ...filters: Pick<HistoryFilters, "afterEdition" | "toEdition">[]
): Promise<HistoryChoices> {
  const asked = filters.flatMap(({ afterEdition, toEdition }) => [afterEdition ?? [], toEdition ?? []].flat());
  const isOfAll = holds(actor, "auditor") || holds(actor, "performance officer");
  const theirs = [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].map(({ id }) => id);
  const own = sql`any(${sql.param(theirs)}::uuid[])`;
  const { rows } = await database().execute<ChoiceRow>(sql`select
    (select coalesce(json_agg(json_build_object('value', s.slug, 'label', s.name) order by s.name, s.slug), '[]')
      from scorecard s where s.organisation_id = ${actor.organisation.id}) as scorecards,
    (select coalesce(json_agg(json_build_object('value', slug, 'label', name) order by name, slug), '[]') from (
      select t.slug, min(t.name) as name from theme t join scorecard s on s.id = t.scorecard_id
      where s.organisation_id = ${actor.organisation.id} group by t.slug) themes) as themes,
    (select coalesce(json_agg(json_build_object('value', t.slug, 'label', t.name) order by t.name, t.slug), '[]')
      from team t where t.organisation_id = ${actor.organisation.id} and (${isOfAll} or t.id = ${own})) as teams,
    (select coalesce(json_agg(distinct jsonb_build_object('value', i.ref, 'label', d.measure)), '[]')
      from indicator i join scorecard s on s.id = i.scorecard_id
      join lateral (select d.measure from holding.definition() h join indicator_definition d on d.id = h.id
        where h.indicator_id = i.id order by h.first_month desc limit 1) d on true
      where s.organisation_id = ${actor.organisation.id}
      and (${isOfAll} or exists (select from indicator_team t where t.indicator_id = i.id and t.team_id = ${own}))) as indicators,
    (select coalesce(json_agg(json_build_object('value', p.id, 'label', concat_ws(', ', p.name, case when p.alike > 1 then ${placesOf(actor)} end))
        order by p.name, p.id), '[]')
      from (select p.id, p.name, count(*) over (partition by p.name) as alike from person p where p.id in (select ${actor.person.id}::uuid union select g.person_id from role_grant g
        where g.organisation_id = ${actor.organisation.id}
        and (${isOfAll} or g.team_id = ${own} or g.role = 'performance officer'))) p) as people,
    (select coalesce(json_agg(json_build_object('value', e.id, 'month', to_char(e.month, 'YYYY-MM'), 'number', e.number, 'scorecard', s.name)), '[]')
      from edition e join scorecard s on s.id = e.scorecard_id
      where e.id = any(${sql.param(asked)}::uuid[]) and s.organisation_id = ${actor.organisation.id}) as editions,
    (select coalesce(json_agg(verb), '[]') from (${verbsFound(actor.organisation.id)}) verbs) as verbs`);
  const { scorecards, themes, teams, indicators, people, verbs, editions } = rows[0]!;
  return {
    scorecards,
    themes,
    teams,
    // Two scorecards may have the same ref.
    indicators: [...Map.groupBy(indicators, ({ value }) => value)]
      .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
      .map(([ref, those]) => ({ value: ref, label: `${ref} ${those.map(({ label }) => label).join(" / ")}` })),
    people,
    editions: editions.map(({ value, month, number, scorecard }) => ({
      value,
      label: `${monthName(month)}, edition ${number}, of ${apart(scorecard)}`,
    })),
    verbs: verbs
      .map((verb) => ({ value: verb, label: verbWords(verb).label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, "en")),
  };
}
