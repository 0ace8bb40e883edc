import { headers } from "next/headers";
import { redirect } from "next/navigation";

/**
 * Ends an action that leads elsewhere. Where a script sent the form it answers what was done and where to go on, which is
 * small, and the page goes there by itself; a form sent without one is redirected.
 */
export async function leadOn<T>(next: string, done: T): Promise<T & { next: string }> {
  if (!(await headers()).has("next-action")) redirect(next);
  return { ...done, next };
}
