import { expect, test } from "@playwright/test";
import { freshCells } from "#hammer/cells";
import { chanceOf } from "#hammer/chance";
import { detailsOf } from "#hammer/report";
import { hammer, short, tests } from "#hammer/tests";
import { openYard, type Yard } from "#hammer/yard";

// A little of what `npm run hammer` does, on an installation of its own; by chance, whose seed stands in the test's name.
const seed = 1 + (Math.floor(Date.now() / 60_000) % 1000);

let yard: Yard;
let cells: ReturnType<typeof freshCells>;
test.beforeAll(async () => {
  yard = await openYard();
  cells = freshCells(yard.query);
});
test.afterAll(() => yard.close());

test("whatever is hammered on is refused or done, and nothing is lost", async () => {
  for (const name of Object.keys(tests)) {
    await test.step(`${name}, seed ${seed}`, async () => {
      const report = await hammer(name, { yard, cells, chance: chanceOf(seed), size: short });
      expect(detailsOf(report)).toEqual([]);
      expect(report.tried).toBeGreaterThan(0);
    });
  }
});
