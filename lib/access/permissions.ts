import type { Role } from "#db/vocabulary";
import type { Actor } from "#lib/access/actor";

const everyone = ["team lead", "head of service", "auditor", "performance officer", "reader"] as const;

/** Who may do what; "signed in" is anybody's own, whatever roles they hold. The team's scope, where a role has one, is held by the query's `where` and by the verb. */
export const permissions = {
  "scorecard.read": everyone,
  "scorecard.export": everyone,
  "actual.record": ["team lead"],
  "actual.clear": ["team lead"],
  "comment.draft": ["team lead"],
  "comment.submit": ["team lead"],
  "comment.withdraw": ["team lead"],
  "comment.approve": ["head of service"],
  "comment.return": ["head of service"],
  "approval.withdraw": ["head of service"],
  "history.read": ["team lead", "head of service", "auditor", "performance officer"],
  "history.export": ["team lead", "head of service", "auditor", "performance officer"],
  "import.read": ["performance officer"],
  "import.answer": ["performance officer"],
  "import.commit": ["performance officer"],
  "person.list": ["performance officer"],
  "person.end_sessions": ["performance officer"],
  "password.change": "signed in",
  "session.end": "signed in",
  "session.end_others": "signed in",
} as const satisfies Record<string, readonly Role[] | "signed in">;

/** One verb, one name: the permission, the entry in the trail, the file. */
export type Verb = keyof typeof permissions;

export function may(actor: Pick<Actor, "roles">, verb: Verb): boolean {
  const allowed: readonly Role[] | "signed in" = permissions[verb];
  return allowed === "signed in" || actor.roles.some(({ role }) => allowed.includes(role));
}
