import { expect, test } from "@playwright/test";
import { freshCells } from "#hammer/cells";
import { chanceOf } from "#hammer/chance";
import { detailsOf } from "#hammer/report";
import { hammer, short, tests } from "#hammer/tests";
import { openYard, type Yard } from "#hammer/yard";

// A little of what `npm run hammer` does, on an installation of its own; by chance, whose seed is said where it fails.
const seed = 1 + (Math.floor(Date.now() / 60_000) % 1000);

let yard: Yard;
let cells: ReturnType<typeof freshCells>;
test.beforeAll(async () => {
  yard = await openYard();
  cells = freshCells(yard.query);
});
test.afterAll(() => yard.close());

for (const name of Object.keys(tests)) {
  test(`hammered on by ${name}, whatever is tried is refused or done, and nothing is lost`, async () => {
    test.setTimeout(240_000);
    const report = await hammer(name, { yard, cells, chance: chanceOf(seed), size: short });
    expect(detailsOf(report), `with the seed ${seed}`).toEqual([]);
    expect(report.tried).toBeGreaterThan(0);
  });
}
