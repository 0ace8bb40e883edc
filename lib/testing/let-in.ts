import type { TestDatabase } from "#db/testing/use-database";
import { hashPassword } from "#lib/access/password";

/** Lets people of the test's world sign in by a password, which nobody knows. */
export async function letIn(database: TestDatabase, ...people: string[]): Promise<void> {
  const hash = await hashPassword(crypto.randomUUID());
  await database.asOwner(`do $$ begin perform audit.begin_operator('they come in');
    insert into credential (person_id, password_hash, changed_at)
    select id, '${hash}', now() from unnest('{${people.join(",")}}'::uuid[]) id; end $$`);
}
