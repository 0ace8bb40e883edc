import { Client } from "pg";

export type RolePasswords = { candour_owner: string; candour_app: string; candour_signin: string };

/** Makes the database and its three roles, and gives the roles the passwords that this installation keeps. */
export async function ensureDatabase(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await connected(superuserUrl, async (client) => {
    for (const [role, password] of Object.entries(passwords)) {
      const known = await client.query("select from pg_roles where rolname = $1", [role]);
      const act = known.rowCount === 0 ? "create" : "alter";
      await client.query(`${act} role ${role} login password ${client.escapeLiteral(password)}`);
    }
    const made = await client.query("select from pg_database where datname = 'candour'");
    if (made.rowCount === 0) await client.query("create database candour owner candour_owner");
  });
  await connected(new URL("/candour", superuserUrl).href, (client) => client.query(withoutLargeObjects));
}

/** Large objects are kept outside every table: nobody needs them, and none would be in the trail. */
const withoutLargeObjects =
  "revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public";

async function connected(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
