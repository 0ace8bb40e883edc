import { and, count, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { savedView } from "#db/schema/people";
import type { Asker, PersonActor } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import { Refusal } from "#lib/audit/refusal";
import type { SaveView } from "#lib/history/views/inputs";
import { apart } from "#lib/rules/direction";

/** As many as a page lists at a glance. */
const most = 40;

/** Whoever reads the history saves a part of it, to come back to by a name. Throws what `writeView` throws. */
export const saveView = (asker: Asker, given: SaveView, request?: FormRequest): Promise<void | undefined> =>
  perform(asker, "view.save", (tx, actor) => writeView(tx, actor, given), { request });

/** Throws INVALID for a name that another of theirs has, and when they have forty. */
export async function writeView(tx: Database, { person }: PersonActor, { name, asked }: SaveView): Promise<void> {
  const [had] = await tx
    .select({ views: count() })
    .from(savedView)
    .where(and(eq(savedView.personId, person.id), isNull(savedView.endedAt)));
  if (had!.views >= most) {
    throw new Refusal("INVALID", `You have ${most} saved views. Take one away that you no longer need.`);
  }
  const saved = await tx
    .insert(savedView)
    .values({ personId: person.id, name, asked, savedBy: person.id })
    .onConflictDoNothing()
    .returning({ id: savedView.id });
  if (saved.length > 0) return;
  const message = `You have a view called ${apart(name)} already. Give this one another name.`;
  throw new Refusal("INVALID", message, { fields: { name: message } });
}
