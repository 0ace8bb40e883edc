import { and, eq, isNull } from "drizzle-orm";
import { savedView } from "#db/schema/people";
import type { Asker } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { EndView } from "#lib/history/views/inputs";

/** Takes a saved view of one's own away. Throws NOT_FOUND for another's, and for one that is gone already. */
export const endView = (asker: Asker, { view }: EndView, request?: FormRequest): Promise<void | undefined> =>
  perform(
    asker,
    "view.end",
    async (tx, { person }) => {
      const ended = await tx
        .update(savedView)
        .set({ endedBy: person.id })
        .where(and(eq(savedView.id, view), eq(savedView.personId, person.id), isNull(savedView.endedAt)))
        .returning({ id: savedView.id });
      if (ended.length === 0) throw new Refusal("NOT_FOUND", "You have no such saved view.");
    },
    { request },
  );
