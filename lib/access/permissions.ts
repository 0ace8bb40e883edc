import type { Role } from "#db/vocabulary";
import type { ActorOf, Asker, OperatorActor, PersonActor, Writer } from "#lib/access/actor";

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

/** What commands do, on the owner's connection. */
export const operatorVerbs = [
  "operator.change",
  "person.invite",
  "import.read",
  "import.answer",
  "import.commit",
] as const;

/** What Candour does by itself. */
export const systemVerbs = ["system.change"] as const;

/** One verb, one name: the permission, the entry in the trail, the file. */
export type Verb = keyof typeof permissions;

export type VerbOf<W extends Writer> = W extends Asker
  ? Verb
  : W extends OperatorActor
    ? (typeof operatorVerbs)[number]
    : (typeof systemVerbs)[number];

export function may(actor: Pick<PersonActor, "roles">, verb: Verb): boolean {
  const allowed: readonly Role[] | "signed in" = permissions[verb];
  return allowed === "signed in" || actor.roles.some(({ role }) => allowed.includes(role));
}

/** The same for whoever writes: commands and Candour itself do what is on their lists. */
export function mayPerform<W extends Writer>(actor: ActorOf<W>, verb: VerbOf<W>): boolean {
  if (actor.kind === "person") return may(actor, verb as Verb);
  const allowed: readonly string[] = actor.kind === "operator" ? operatorVerbs : systemVerbs;
  return allowed.includes(verb);
}
