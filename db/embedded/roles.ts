import { withClient } from "#db/with-client";

export type RolePasswords = { candour_owner: string; candour_app: string; candour_signin: string };

/** Of the 100 connections that a server has at least, so that the owner's commands have theirs whatever the web does. */
const connections = { candour_owner: -1, candour_app: 70, candour_signin: 15 };

/**
 * Makes the database and its three roles, and gives the roles the passwords that this installation keeps. They have no
 * business in the databases beside it.
 */
export async function ensureDatabase(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of Object.entries(passwords) as [keyof RolePasswords, string][]) {
      const known = await client.query("select from pg_roles where rolname = $1", [role]);
      const act = known.rowCount === 0 ? "create" : "alter";
      await client.query(
        `${act} role ${role} login connection limit ${connections[role]} password ${client.escapeLiteral(password)}`,
      );
    }
    const made = await client.query("select from pg_database where datname = 'candour'");
    if (made.rowCount === 0) await client.query("create database candour owner candour_owner");
    await client.query("revoke connect, temporary on database postgres, template1 from public");
  });
}
