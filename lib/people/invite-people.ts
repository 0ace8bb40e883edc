import { createHash } from "node:crypto";
import type { Asker, PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import type { FormRequest } from "#lib/audit/begin";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { perform, rehearse, type Work } from "#lib/audit/perform";
import { Refusal, type RefusalCode } from "#lib/audit/refusal";
import { mailInvitation } from "#lib/people/mail-invitation";
import type { ReadPerson } from "#lib/people/read-invited";
import { type Invitation, writeInvitation } from "#lib/people/write-invitation";
import { apart } from "#lib/rules/direction";

/** Somebody of a form, with what became of them or would: `done` is null where they were refused, or where this form did it before. */
export type InvitedPerson = ReadPerson & { done: Invitation | null; refusal: string | null };

/** Who could not be invited; whatever else goes wrong ends the whole. */
const ofOne: readonly RefusalCode[] = ["INVALID", "NOT_FOUND", "CONFLICT", "WRONG_SCOPE", "WRONG_STATE"];

/** Before anything is read of what somebody pasted, also where nobody in it could be invited. Throws WRONG_ROLE, entered. */
async function requireInviter(actor: PersonActor): Promise<void> {
  if (may(actor, "person.invite")) return;
  const refusal = new Refusal("WRONG_ROLE", "Only the performance officer invites people.");
  await enterRefusal(actor, "person.invite", refusal);
  throw refusal;
}

/** What would become of each, worked out by what does it, with nothing done. Throws WRONG_ROLE, entered. */
export async function reviewInvited(actor: PersonActor, people: readonly ReadPerson[]): Promise<InvitedPerson[]> {
  await requireInviter(actor);
  return eachOf(people, (person) => rehearse(actor, "person.invite", inviting(person)));
}

/** The performance officer invites several people, each by an act of its own: one who is refused keeps nobody else out. */
export async function invitePeople(
  actor: PersonActor,
  people: readonly ReadPerson[],
  request?: FormRequest,
): Promise<InvitedPerson[]> {
  await requireInviter(actor);
  return eachOf(people, (person) =>
    perform(actor, "person.invite", inviting(person), { request: request && requestOf(request, person.email) }),
  );
}

const inviting =
  ({ problem: _, ...person }: ReadPerson): Work<Asker, Invitation> =>
  async (tx, actor) => {
    const given = { organisationId: actor.organisation.id, by: actor.person.id, ...person };
    const done = await writeInvitation(tx, given);
    await mailInvitation(tx, actor, done);
    if (done.granted > 0 || done.token) return done;
    throw new Refusal(
      "CONFLICT",
      `${apart(done.name)} holds this already, and signs in as before: there is nothing to do.`,
    );
  };

async function eachOf(
  people: readonly ReadPerson[],
  invite: (person: ReadPerson) => Promise<Invitation | undefined>,
): Promise<InvitedPerson[]> {
  const invited: InvitedPerson[] = [];
  for (const person of people) {
    invited.push(
      person.problem === null ? await one(person, invite) : { ...person, done: null, refusal: person.problem },
    );
  }
  return invited;
}

async function one(person: ReadPerson, invite: (person: ReadPerson) => Promise<Invitation | undefined>) {
  try {
    return { ...person, done: (await invite(person)) ?? null, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal) || !ofOne.includes(error.code)) throw error;
    return { ...person, done: null, refusal: error.message };
  }
}

/** Of one form each person's own, and the same each time it is sent. */
function requestOf({ id, digest }: FormRequest, email: string): FormRequest {
  const own = createHash("sha256").update(`${id} ${email}`).digest("hex");
  return { id: own.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"), digest };
}
