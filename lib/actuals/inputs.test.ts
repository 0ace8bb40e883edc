import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ClearActualInput, RecordActualInput } from "#lib/actuals/inputs";

test("a version that no row can have is refused before the database is asked", () => {
  const cell = (seen: string) => ({ indicator: randomUUID(), month: "2013-12", seen });
  for (const Input of [RecordActualInput, ClearActualInput]) {
    expect(Input.safeParse(cell("2147483647")).success).toBe(true);
    for (const seen of ["2147483648", "9007199254740991", "1e400", "-1", "1.5", "x"]) {
      expect(Input.safeParse(cell(seen)).success, seen).toBe(false);
    }
  }
});
