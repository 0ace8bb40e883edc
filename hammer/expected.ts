import type { Role } from "#db/vocabulary";
import type { Asker } from "#hammer/askers";
import type { Route } from "#hammer/routes";
import { may } from "#lib/access/permissions";

/** What somebody is to be answered: let in, or why not. */
export type Answered = "let in" | "signed out" | "wrong role" | "not theirs";

const scoped: readonly Role[] = ["team lead", "head of service"];

/** By the permission table alone: whose roles allow it, and of them who stands where the thing is. */
export function expected(asker: Asker, { verb, whose }: Omit<Route, "address" | "asks">): Answered {
  if (verb === "anybody") return "let in";
  if (!asker.isLive) return "signed out";
  const roles = asker.roles.map((role) => ({ role, team: null }));
  if (verb !== "signed in" && !may({ roles }, verb)) return "wrong role";
  if (whose === "self") return "let in";
  if (asker.standing === "other organisation") return "not theirs";
  if (whose === "team" && asker.standing === "other team" && asker.roles.every((role) => scoped.includes(role))) {
    return "not theirs";
  }
  return "let in";
}
