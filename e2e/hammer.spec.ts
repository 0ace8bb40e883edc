import { expect, test } from "@playwright/test";
import { freshCells } from "#hammer/cells";
import { chanceOf } from "#hammer/chance";
import { detailsOf } from "#hammer/report";
import { hammer, short, tests } from "#hammer/tests";
import { openYard, type Yard } from "#hammer/yard";

// A little of what `npm run hammer` does, on an installation of its own; the same little each time, so that what fails is
// what was changed. `npm run hammer` goes by chance.
const seed = 1;

let yard: Yard;
let cells: ReturnType<typeof freshCells>;
test.beforeAll(async () => {
  yard = await openYard();
  cells = freshCells(yard.query);
});
test.afterAll(() => yard.close());

for (const name of Object.keys(tests)) {
  test(`hammered on by ${name}, whatever is tried is refused or done, and nothing is lost`, async () => {
    test.setTimeout(600_000);
    const report = await hammer(name, { yard, cells, chance: chanceOf(seed), size: short });
    expect(detailsOf(report)).toEqual([]);
    expect(report.tried).toBeGreaterThan(0);
  });
}
