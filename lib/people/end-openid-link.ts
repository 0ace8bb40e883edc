import { and, eq, isNull } from "drizzle-orm";
import { openidLink } from "#db/schema/people";
import type { Asker } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import { endOthers } from "#lib/people/end-other-sessions";

/**
 * A person takes away the account by which they sign in, and ends their other sessions with it. Throws WRONG_STATE when there
 * is none, and from the database for who has no password.
 */
export const endOpenIdLink = (asker: Asker, request?: FormRequest) =>
  perform(
    asker,
    "openid_link.end",
    async (tx, actor) => {
      const ended = await tx
        .update(openidLink)
        .set({ endedBy: actor.person.id })
        .where(and(eq(openidLink.personId, actor.person.id), isNull(openidLink.endedAt)))
        .returning({ id: openidLink.id });
      if (ended.length === 0)
        throw new Refusal("WRONG_STATE", "You have no account linked, so there is none to take away.");
      await endOthers(tx, actor);
    },
    { request },
  );
