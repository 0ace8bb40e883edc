import type { Client } from "pg";

/** Hours after which a session ends: when it was not used for so long, and however it was used. */
export type SessionLife = { idleHours: number; longestHours: number };

/** Tells the database's doors how long sessions last. The first acts at once, the second on sessions begun from now on. */
export async function setSessionLife(client: Client, { idleHours, longestHours }: SessionLife): Promise<void> {
  await client.query(
    `update access.session_life set idle = make_interval(hours => $1), longest = make_interval(hours => $2)
     where (idle, longest) is distinct from (make_interval(hours => $1), make_interval(hours => $2))`,
    [idleHours, longestHours],
  );
}
