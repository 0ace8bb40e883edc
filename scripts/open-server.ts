import { Client, type ClientConfig } from "pg";
import { SetUpError } from "#db/set-up-error";

/** A connection to the database of a setting. Refuses, in words, one that cannot be reached or that Candour cannot stand on. */
export async function openServer(url: string, setting: string, config: ClientConfig = {}): Promise<Client> {
  if (!URL.canParse(url))
    throw new SetUpError(`${setting} is not an address such as postgres://user:password@host:5432/candour.`);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, ...config });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new SetUpError(`The database of ${setting} cannot be used: ${whyNot(error as Failure, new URL(url))}`);
  }
  try {
    await requireUsable(client, setting);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function requireUsable(client: Client, setting: string): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as name, " +
      "pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
  );
  const [server] = rows;
  if (!server || server.version < 150_000) {
    throw new SetUpError(`Candour needs PostgreSQL 15 or newer; the server of ${setting} is ${server?.name}.`);
  }
  if (server.encoding !== "UTF8") {
    throw new SetUpError(
      `The database of ${setting} is encoded in ${server.encoding}; Candour needs UTF8. ` +
        "Make it with: create database candour encoding 'UTF8' template template0",
    );
  }
}

type Failure = Error & { code?: string };

function whyNot(error: Failure, { hostname, port, pathname, username }: URL): string {
  const where = `${hostname}:${port || 5432}`;
  switch (error.code) {
    case "ECONNREFUSED":
      return `nothing answers at ${where}. Is PostgreSQL running there?`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `there is no machine named ${hostname}.`;
    case "28P01":
    case "28000":
      return `${where} refuses the user ${username} with this password.`;
    case "3D000":
      return `there is no database ${pathname.slice(1)} at ${where}.`;
    default:
      return `${where} says: ${error.message}`;
  }
}
