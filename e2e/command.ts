import { execFileSync } from "node:child_process";
import { installation } from "#e2e/installation";

/** What one of the project's commands says about this worker's installation. */
export function command(script: string, ...args: string[]): string {
  const env = { ...process.env, CANDOUR_DATA: installation.dataFolder, CANDOUR_URL: installation.url };
  return execFileSync(process.execPath, [`scripts/${script}.ts`, ...args], { env, encoding: "utf8" });
}
