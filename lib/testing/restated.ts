import type { TestDatabase } from "#db/testing/use-database";
import type { Month } from "#db/vocabulary";
import type { FormRequest } from "#lib/audit/begin";
import { restateActual } from "#lib/restatements/restate-actual";
import { nothingTyped } from "#lib/rules/actual";
import { commented } from "#lib/testing/commented";
import type { World } from "#lib/testing/world";

type Given = Partial<Parameters<typeof restateActual>[1]> & { value?: string; missing?: string };

/** What is done to published figures, as the form sends it: over what stands there at that moment. */
export const inRestatements = (world: () => World, test: TestDatabase) => {
  const { cell } = commented(world, test);
  return {
    restate: async (
      who: keyof World["actors"],
      ref: keyof World["indicators"],
      { value = "", missing = "", month = "2013-12" as Month, ...given }: Given = {},
      request?: FormRequest,
    ) =>
      restateActual(
        world().actors[who],
        {
          indicatorId: world().indicators[ref],
          month,
          seen: (await cell(ref, month))?.actual?.version ?? 0,
          category: "late data",
          reason: "Two records came in late.",
          revisionId: null,
          holds: null,
          typed: { ...nothingTyped, value, missing },
          ...given,
        },
        request,
      ),
  };
};
