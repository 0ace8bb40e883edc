import { type SQL, sql } from "drizzle-orm";
import type { PersonActor } from "#lib/access/actor";
import { actsAsked } from "#lib/history/act-conditions";
import { besides, type Condition, every } from "#lib/history/condition";
import { isOnDays, nearDays } from "#lib/history/day-conditions";
import { isBetweenEditions } from "#lib/history/edition-conditions";
import {
  actionsAsked,
  asksActions,
  asksActs,
  asksIndicators,
  conditionsOf,
  indicatorsAsked,
  type Key,
} from "#lib/history/filter-conditions";
import type { HistoryFilters } from "#lib/history/inputs";
import { isIn, type Scope, scopesOf } from "#lib/history/scope";

/**
 * The rows that a filter finds of those a person may read: as one condition on what is at hand; and as branches, each of which
 * one index has in order (once for each row of `each`), however long the trail is and however few they are.
 */
export type Found = { rows: Condition; branches: Branch[] };

/** `by` is the column in front of the index, by which its rows are in order first. */
export type Branch = { each: SQL[]; by: string; rows: Condition };

/** `isWhole`: every row, for what is taken away; a page finds some through so many acts. Throws `Refusal` WRONG_ROLE. */
export function findIn(actor: PersonActor, filters: HistoryFilters, { isWhole = false } = {}): Found {
  const { rows, scopes } = scopesOf(actor);
  const indicators = indicatorsAsked(actor, filters);
  const actions = actionsAsked(actor, filters);
  const [onDays, near] = [isOnDays(actor, filters), nearDays(filters)];
  const between = isBetweenEditions(actor, filters);
  const each = [
    ...(asksIndicators(filters) ? [sql`${indicators} as asked`] : []),
    ...(asksActions(filters) ? [sql`${actions} as done`] : []),
    ...(asksActs(filters) && !isWhole ? [sql`${actsAsked(actor, filters)} as acts`] : []),
    ...near.each,
  ];
  const [first, ...others] = conditionsOf(actor, filters, {
    indicatorId: sql`asked.id`,
    actionId: sql`done.id`,
    actId: isWhole ? null : sql`acts.id`,
  });
  const also = [...[...others.map((other) => other.is), isIn(actor), ...onDays].map(besides), ...near.rows, ...between];
  const anywhere = conditionsOf(actor, filters, {
    indicatorId: sql`any(array${indicators})`,
    actionId: sql`any(array${actions})`,
    actId: null,
  });
  const branchOf = (scope: Scope): Branch => ({
    each: [...scope.each, ...each],
    by: scope.by,
    rows: every([
      scope.leads,
      ...(first ? [hasIndexWith(scope.by, first.key) ? first.is : besides(first.is)] : []),
      ...also,
    ]),
  });
  return {
    rows: every([rows, ...anywhere.map((asked) => asked.is), ...onDays, ...between].map(besides)),
    branches:
      first && hasIndexAlone(scopes, first.key) && !(isWhole && first.key === "acts")
        ? [{ each, by: first.column, rows: every([first.leads, besides(rows), ...also]) }]
        : scopes.filter(({ by }) => !(by === "person" && isOfAnother(actor, filters))).map(branchOf),
  };
}

// What is somebody else's is not one's own.
const isOfAnother = (actor: PersonActor, { person }: HistoryFilters) =>
  person !== undefined && person !== actor.person.id;

// What stands in front of the position in the trail's indexes: an action, a cell, an organisation, a team or a person ...
const hasIndexAlone = (scopes: Scope[], key: Key): boolean =>
  key === "action" ||
  key === "request" ||
  key === "acts" ||
  key === "cell" ||
  (scopes.every(({ by }) => by === "organisation") &&
    ["indicator", "person", "month", "team", "scorecard"].includes(key));

// ... and with each of these what else is asked most.
const hasIndexWith = (by: Scope["by"], key: Key): boolean =>
  ["verb", "refused", "lapsed"].includes(key) ||
  (by !== "organisation" && ["indicator", "month"].includes(key)) ||
  (by === "team" && key === "person");

/** So many positions and actions of a branch, from a place on. How many stands in the text: a plan depends on it. */
export function inOrder({ each, by, rows }: Branch, { where, limit, order }: Asking): SQL {
  const opposite = order === "desc" ? "asc" : "desc";
  const found = sql`lateral (select e.position, e.action from audit.entry e where ${rows("e")} and ${where}
    order by ${sql.raw(`e.${by} ${opposite}, e.position ${order} limit ${limit}`)}) found`;
  return sql`(select found.* from ${sql.join([...each, found], sql` cross join `)})`;
}

export type Asking = { where: SQL; limit: number; order: "asc" | "desc" };

/** So many of all branches, put in order together: `or` would have PostgreSQL read all there are. */
export function nextOf({ branches }: Found, asking: Asking): SQL {
  const each = branches.map((branch) => inOrder(branch, asking));
  return sql`(select * from (${sql.join(each, sql` union `)}) found order by position ${sql.raw(`${asking.order} limit ${asking.limit}`)})`;
}
