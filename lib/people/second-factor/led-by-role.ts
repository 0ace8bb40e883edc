import { type Role, roles } from "#db/vocabulary";
import type { WithoutSecondFactor } from "#lib/people/second-factor/list-without";
import { apart } from "#lib/rules/direction";

const named = 8;

/** Whom it leads to set up a second factor that a role needs one: how many, and who, as far as they are few. */
export const ledByRole = (without: readonly WithoutSecondFactor[]): Record<Role, string> =>
  Object.fromEntries(
    roles.map((role) => [role, ledWords(without.filter((person) => person.roles.includes(role)))]),
  ) as Record<Role, string>;

function ledWords(led: readonly { name: string }[]): string {
  if (led.length === 0) return "Leads nobody to set one up.";
  const names = led.slice(0, named).map(({ name }) => apart(name));
  const others = led.length - names.length;
  const count = led.length === 1 ? "one person" : `${led.length} people`;
  return `Leads ${count} to set one up: ${names.join(", ")}${others > 0 ? ` and ${others} more` : ""}.`;
}
