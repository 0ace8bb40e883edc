import { Client } from "pg";

export type RolePasswords = { candour_owner: string; candour_app: string; candour_signin: string };

/** Makes the database and its three roles, and gives the roles the passwords that this installation keeps. */
export async function ensureDatabase(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const [role, password] of Object.entries(passwords)) {
      const known = await client.query("select from pg_roles where rolname = $1", [role]);
      const act = known.rowCount === 0 ? "create" : "alter";
      await client.query(`${act} role ${role} login password ${client.escapeLiteral(password)}`);
    }
    const made = await client.query("select from pg_database where datname = 'candour'");
    if (made.rowCount === 0) await client.query("create database candour owner candour_owner");
  } finally {
    await client.end();
  }
}
