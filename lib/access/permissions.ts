import { type systemVerbs, type VerbRule, verbs } from "#db/verbs";
import type { Asker, OperatorActor, PersonActor, Writer } from "#lib/access/actor";

/** One verb, one name: the permission, the entry in the trail, the file. */
export type Verb = keyof typeof verbs;

/** What commands do, on the owner's connection. */
type OperatorVerb = "operator.change" | "person.invite" | "import.read" | "import.answer" | "import.commit";

/** Each writer's own verbs. Whether a person may, the database's door asks by the same list. */
export type VerbOf<W extends Writer> = W extends Asker
  ? Verb
  : W extends OperatorActor
    ? OperatorVerb
    : keyof typeof systemVerbs;

export function may(actor: Pick<PersonActor, "roles">, verb: Verb): boolean {
  const { by }: VerbRule = verbs[verb];
  return by === "signed in" || actor.roles.some(({ role }) => by.includes(role));
}
