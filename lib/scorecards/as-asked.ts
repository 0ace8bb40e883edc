import type { PersonActor } from "#lib/access/actor";

/** Who takes a file away that is to be published asks for it with small numbers hidden, as readers see them. */
export const asAsked = (actor: PersonActor, { small }: { small?: string | undefined }): PersonActor =>
  small === "hidden" ? { ...actor, seesSmall: false } : actor;
