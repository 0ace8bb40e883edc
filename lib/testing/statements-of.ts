import pg from "pg";
import { vi } from "vitest";

/** The texts of the statements that some reading sends. */
export async function statementsOf(read: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await read();
    return query.mock.calls.map(([asked]) => (typeof asked === "string" ? asked : (asked as { text: string }).text));
  } finally {
    query.mockRestore();
  }
}
