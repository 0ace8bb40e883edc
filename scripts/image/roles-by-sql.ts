import pg from "pg";

/** Runs scripts/make-roles.sql as psql would: of its own commands the file uses two, and one way to quote. */
export async function makeRoles(superuserUrl: string, text: string, env: Record<string, string>): Promise<void> {
  const variables = new Map<string, string>();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const line of text.split("\n").filter((each) => each !== "" && !each.startsWith("--"))) {
      const [command, name = "", from = ""] = line.split(" ");
      if (command === "\\getenv") variables.set(name, env[from] ?? "");
      else if (command !== "\\set") {
        await client.query(line.replaceAll(/:'(\w+)'/g, (_, of: string) => pg.escapeLiteral(variables.get(of) ?? "")));
      }
    }
  } finally {
    await client.end();
  }
}
