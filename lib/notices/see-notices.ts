import { appPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { Notice } from "#lib/notices/list-notices";

/** Those that were shown to a person are seen by now. Answers how many are left to see. */
export async function seeNotices(
  actor: PersonActor,
  shown: readonly Pick<Notice, "position" | "isSeen">[],
): Promise<number> {
  const unseen = shown.filter(({ isSeen }) => !isSeen).map(({ position }) => position);
  if (unseen.length === 0) return actor.unseen ?? 0;
  const { rows } = await appPool().query("select access.see_notices($1, $2) as left", [actor.token, unseen]);
  return rows[0].left ?? 0;
}
