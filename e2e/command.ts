import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What one of the project's commands says about the run's own installation. */
export function command(script: string, ...args: string[]): string {
  const { E2E_FOLDER, E2E_URL } = process.env;
  const env = { ...process.env, ...(E2E_FOLDER && { CANDOUR_DATA: join(E2E_FOLDER, "data") }), CANDOUR_URL: E2E_URL };
  return execFileSync(process.execPath, [`scripts/${script}.ts`, ...args], { env, encoding: "utf8" });
}
