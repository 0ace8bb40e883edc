import type { TestDatabase } from "#db/testing/use-database";
import type { Verb } from "#lib/access/permissions";
import type { World } from "#lib/testing/world";

/** What somebody with a live session writes by a verb, with SQL as one of the two logins that could. */
export const bySql =
  (database: TestDatabase, world: () => World) =>
  (as: "asApp" | "asOwner", who: keyof World["actors"], verb: Verb, write: string): Promise<unknown> =>
    database[as](
      `do $$ begin perform audit.begin_person('${world().actors[who].token}', '${verb}', null, null, null, null, null); ${write}; end $$`,
    );
