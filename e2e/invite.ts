import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Invites somebody by the operator's command. Answers the link to set a password. */
export function invite(...args: string[]): string {
  const { E2E_FOLDER, E2E_URL } = process.env;
  const env = { ...process.env, ...(E2E_FOLDER && { CANDOUR_DATA: join(E2E_FOLDER, "data") }), CANDOUR_URL: E2E_URL };
  const said = execFileSync(process.execPath, ["scripts/people-invite.ts", ...args], { env, encoding: "utf8" });
  const link = said.split("\n").find((line) => line.startsWith("http"));
  if (!link) throw new Error(said);
  return link;
}
