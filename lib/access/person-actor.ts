import type { Asker, PersonActor } from "#lib/access/actor";
import { readableZone } from "#lib/rules/time-zone";

/** What a door of the database says of a person. */
type Said = Omit<PersonActor, keyof Asker>;

/** The person whom a door answered, as who asks. No page hangs on a time zone that only the database knows. */
export const personActor = ({ organisation, ...said }: Said, { token, origin }: Pick<Asker, "token" | "origin">) =>
  ({
    kind: "person",
    ...said,
    organisation: { ...organisation, timeZone: readableZone(organisation.timeZone) },
    token,
    origin,
  }) satisfies PersonActor;
