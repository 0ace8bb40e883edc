import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { benchmark } from "#db/schema/indicators";
import { Refusal } from "#lib/audit/refusal";
import type { Held } from "#lib/definitions/held";
import type { DefineIndicator } from "#lib/definitions/inputs";
import { makeRoom, type Setting, takeAway } from "#lib/definitions/set-anew";
import { type Part, unchanged } from "#lib/definitions/set-parts";
import { plainFigure } from "#lib/rules/figure";

type Given = DefineIndicator["benchmark"];

/** What it is compared with; without a value: nothing any more. One of another name takes the place of the former. Throws INVALID. */
export async function setBenchmark(
  tx: Database,
  held: Held["benchmark"],
  given: Given,
  setting: Setting,
): Promise<Part> {
  const { value } = given;
  if (value === null) {
    refuseHalf(given);
    return held ? { changes: true, withdraws: await takeAway(tx, benchmark, held, setting) } : unchanged;
  }
  if (given.name === "") throw refusal("benchmark", "Say whose value it is, such as statistical neighbours.");
  if (held && said(held) === said({ ...given, value })) return unchanged;
  const isOther = held !== null && held.name !== given.name;
  const [same] = isOther
    ? await tx
        .select({ id: benchmark.id, fromMonth: benchmark.fromMonth })
        .from(benchmark)
        .where(
          and(
            eq(benchmark.indicatorId, setting.indicatorId),
            eq(benchmark.name, given.name),
            eq(benchmark.fromMonth, setting.from),
            isNull(benchmark.withdrawnAt),
          ),
        )
    : [held];
  const took = isOther && (await takeAway(tx, benchmark, held, setting));
  const made = await makeRoom(tx, benchmark, same ?? null, setting);
  const { indicatorId, from, by } = setting;
  await tx.insert(benchmark).values({ indicatorId, fromMonth: from, setBy: by, ...given, value });
  return { changes: true, withdraws: took || made };
}

function refuseHalf({ name, year, neighbourSet, source }: Given): void {
  if (name || year || neighbourSet || source) {
    throw refusal("value", "Give the value it is compared with, or leave all of the benchmark blank.");
  }
}

const refusal = (field: string, message: string) => new Refusal("INVALID", message, { fields: { [field]: message } });

const said = ({ name, value, year, neighbourSet, source }: Given & { value: string }): string =>
  JSON.stringify([name, plainFigure(value), year, neighbourSet, source]);
