import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { withClient } from "#db/with-client";
import { requireTrail } from "#scripts/require-trail";

const database = useDatabase();

test("a database whose every table is on the trail is served", async () => {
  await expect(withClient(database.ownerUrl, requireTrail)).resolves.toBeUndefined();
});

test("nothing is served while a table's changes would go unentered, and it is named", async () => {
  for (const [breaking, mending] of [
    ["create table stray (id uuid)", "drop table stray"],
    ["alter table actual disable trigger record_entry", "alter table actual enable always trigger record_entry"],
    // As a restore with --disable-triggers leaves it.
    ["alter table milestone enable trigger guard_row", "alter table milestone enable always trigger guard_row"],
  ] as const) {
    await database.asOwner(breaking);
    await expect(withClient(database.ownerUrl, requireTrail)).rejects.toThrow(/stray|actual|milestone/);
    await database.asOwner(mending);
    await expect(withClient(database.ownerUrl, requireTrail)).resolves.toBeUndefined();
  }
});
