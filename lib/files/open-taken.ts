import type { PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { personActor } from "#lib/access/person-actor";
import { Refusal } from "#lib/audit/refusal";
import { type OpenedFile, openAsked } from "#lib/files/open-asked";
import { NotMade, type TakenFile } from "#lib/files/taken-file";

const nobody = { token: "", origin: { address: null, agent: null } };

/** A file that was taken up, with the roles that its person holds by now, of the cut it was asked for. Throws `NotMade`. */
export async function openTaken(taken: TakenFile): Promise<OpenedFile & { actor: PersonActor }> {
  const actor = taken.actor && personActor(taken.actor, nobody);
  if (!actor || !may(actor, "scorecard.export")) throw new NotMade("NOT_ALLOWED");
  const { form, slug, from, to, edition, isLive, cut, takenAt, hidesSmall } = taken;
  const asked = {
    form,
    slug,
    from,
    to,
    edition: edition ?? undefined,
    cut: isLive || edition ? undefined : String(cut),
    small: hidesSmall ? ("hidden" as const) : undefined,
  };
  try {
    return { actor, ...(await openAsked(actor, asked, isLive ? { cut, takenAt: new Date(takenAt) } : null)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new NotMade(error.code === "WRONG_ROLE" ? "NOT_ALLOWED" : "NOTHING");
  }
}
