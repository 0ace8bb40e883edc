import type { Role } from "#db/vocabulary";
import type { PersonActor } from "#lib/access/actor";

/** By which of their roles their organisation wants a second factor of somebody; who stands in for a head of service decides as one. */
export function neededFor(
  { roles, standsFor = [] }: Pick<PersonActor, "roles" | "standsFor">,
  wanted: readonly Role[] | null,
): Role[] {
  const held = new Set(roles.map(({ role }) => role));
  if (standsFor.length > 0) held.add("head of service");
  return (wanted ?? []).filter((role) => held.has(role));
}
