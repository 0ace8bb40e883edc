import { setTimeout as pause } from "node:timers/promises";
import { appPool } from "#db/client";

/** Whether the database answers, within two seconds. */
export async function reachesDatabase(): Promise<boolean> {
  const answer = async () => {
    await appPool().query("select 1");
    return true;
  };
  return Promise.race([answer().catch(() => false), pause(2_000, false)]);
}
