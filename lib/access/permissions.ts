import { type systemVerbs, type VerbRule, verbs } from "#db/verbs";
import type { Asker, OperatorActor, PersonActor, Writer } from "#lib/access/actor";

/** One verb, one name: the permission, the entry in the trail, the file. */
export type Verb = keyof typeof verbs;

/** What commands do, on the owner's connection. */
type OperatorVerb =
  | "operator.change"
  | "person.invite"
  | "second_factor.reset"
  | "import.read"
  | "import.answer"
  | "import.commit";

/** Each writer's own verbs. Whether a person may, the database's door asks by the same list. */
export type VerbOf<W extends Writer> = W extends Asker
  ? Verb
  : W extends OperatorActor
    ? OperatorVerb
    : keyof typeof systemVerbs;

/** What is open to who has to have a second factor and has none yet; the database's door lists the same. */
const openBefore: readonly Verb[] = ["second_factor.enrol", "second_factor.confirm", "session.end"];

/** By a role they hold, or as a deputy of who holds it. */
export function may(
  { roles, standsFor = [], mustEnrol }: Pick<PersonActor, "roles" | "standsFor" | "mustEnrol">,
  verb: Verb,
): boolean {
  const { by, byDeputy }: VerbRule = verbs[verb];
  if (mustEnrol) return openBefore.includes(verb);
  return (
    by === "signed in" || roles.some(({ role }) => by.includes(role)) || (byDeputy === true && standsFor.length > 0)
  );
}
