import type { Role } from "#db/vocabulary";
import type { Actor } from "#lib/access/actor";

const everyone = ["team lead", "head of service", "auditor", "performance officer", "reader"] as const;

/** Who may do what. The team's scope, where a role has one, is held by the query's `where` and by the verb. */
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
  "password.change": everyone,
  "session.end": everyone,
} as const satisfies Record<string, readonly Role[]>;

/** One verb, one name: the permission, the entry in the trail, the file. */
export type Verb = keyof typeof permissions;

export const may = (actor: Pick<Actor, "roles">, verb: Verb): boolean =>
  actor.roles.some(({ role }) => (permissions[verb] as readonly Role[]).includes(role));
