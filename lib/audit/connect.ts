import pg from "pg";
import { writePool } from "#db/client";
import type { Writer } from "#lib/access/actor";

type Connection = { client: pg.Client | pg.PoolClient; release: (broken?: Error) => Promise<void> };

/** The connection on which somebody writes: the web's pool, or for a command one of the owner's, which the web process has not. */
export async function connect(writer: Writer): Promise<Connection> {
  if (writer.kind === "operator") {
    const client = new pg.Client({ connectionString: writer.ownerUrl });
    await client.connect();
    return { client, release: () => client.end() };
  }
  const client = await writePool().connect();
  return { client, release: async (broken) => client.release(broken) };
}
