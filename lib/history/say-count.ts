import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { countedTo } from "#lib/history/count-entries";

/** "1,204 entries", and whose, for who does not read all of them. */
export function sayCount(actor: PersonActor, count: number): string {
  const number = Math.min(count, countedTo).toLocaleString("en-GB");
  const counted = `${count > countedTo ? "more than " : ""}${number} ${count === 1 ? "entry" : "entries"}`;
  if (holds(actor, "auditor") || holds(actor, "performance officer")) return counted;
  const teams = [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].map(({ name }) => name);
  const named = new Intl.ListFormat("en-GB").format(new Set(teams));
  return `${counted} of ${named}, and of your own`;
}
