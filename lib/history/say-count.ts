import { holds, type PersonActor, teamsOf } from "#lib/access/actor";
import { countWords } from "#lib/rules/whole-number";

const list = new Intl.ListFormat("en-GB");

/** "204 entries", and whose, for who does not read all of them. */
export function sayCount(actor: PersonActor, count: number): string {
  const counted = `${countWords(count)} ${count === 1 ? "entry" : "entries"}`;
  if (holds(actor, "auditor") || holds(actor, "performance officer")) return counted;
  const teams = [...teamsOf(actor, "team lead"), ...teamsOf(actor, "head of service")].map(({ name }) => name);
  return `${counted} of ${list.format(new Set(teams))}, and of your own`;
}
