import type { Client } from "pg";
import { SetUpError } from "#db/set-up-error";

/** Refuses to serve while a table lacks the triggers that put its changes on the trail, as after some restores. */
export async function requireTrail(client: Client): Promise<void> {
  const { rows } = await client.query<{ unwatched: string }>("select audit.unwatched()");
  if (rows.length === 0) return;
  throw new SetUpError(
    `Changes to these tables would not be entered in the trail, because their triggers are missing or switched off: ` +
      `${rows.map(({ unwatched }) => unwatched).join(", ")}. Nothing is served until they are back (docs/operating.md).`,
  );
}
