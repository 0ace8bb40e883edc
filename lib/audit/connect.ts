import pg from "pg";
import { appPool } from "#db/client";
import type { Actor } from "#lib/access/actor";

type Connection = { client: pg.Client | pg.PoolClient; release: (broken?: Error) => Promise<void> };

/** The connection on which somebody writes: the web's pool, or for a command one of the owner's, which the web process has not. */
export async function connect(actor: Actor): Promise<Connection> {
  if (actor.kind === "operator") {
    const client = new pg.Client({ connectionString: actor.ownerUrl });
    await client.connect();
    return { client, release: () => client.end() };
  }
  const client = await appPool().connect();
  return { client, release: async (broken) => client.release(broken) };
}
