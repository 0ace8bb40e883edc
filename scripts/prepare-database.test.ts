import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import type { Settings } from "#scripts/environment";
import { prepareDatabase } from "#scripts/prepare-database";

const database = useDatabase();
const nowhere = "postgres://nobody:nothing@127.0.0.1:1/candour";

test("of several logins that cannot be used the first is named, and one that is the only one", async () => {
  const app = process.env.DATABASE_APP_URL!;
  for (const [urls, named] of [
    [{ owner: nowhere, app: nowhere, signIn: nowhere }, "DATABASE_URL"],
    [{ owner: database.ownerUrl, app: nowhere, signIn: nowhere }, "DATABASE_APP_URL"],
    [{ owner: database.ownerUrl, app, signIn: nowhere }, "DATABASE_SIGN_IN_URL"],
  ] as const) {
    await expect(prepareDatabase({ database: urls } as unknown as Settings)).rejects.toThrow(
      `The database of ${named} cannot be used: nothing answers at 127.0.0.1:1.`,
    );
  }
});
