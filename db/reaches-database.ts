import { setTimeout as pause } from "node:timers/promises";
import { appPool } from "#db/client";

/** Whether the database answers, within a second. */
export async function reachesDatabase(): Promise<boolean> {
  const answer = async () => {
    await appPool().query("select 1");
    return true;
  };
  return Promise.race([answer().catch(() => false), pause(1_000, false)]);
}
