import { findAction, requireDone } from "#bench/action";
import { ask } from "#bench/ask";
import { grow } from "#bench/grow";
import { interleave } from "#bench/interleave";
import { atLeast, atMost, exactly, type Line } from "#bench/lines";
import { countIn } from "#bench/query";
import { startRecording } from "#bench/record";
import { countStatements } from "#bench/statements";
import type { Yard } from "#bench/yard";

const [alone, floor, ours] = ["save: node and pg alone", "save: bare server action", "save of one actual"];
const recorded = "audit.entry where verb = 'actual.record' and table_name = 'actual' and operation <> 'refused'";

/** A team lead saves figures as their return does, beside the two yardsticks; entries are counted against what was acknowledged. */
export async function measureSave(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const [product, bareNext, bareServer] = [
    await yard.product(database),
    await yard.bareNext(),
    await yard.bareServer(),
  ];
  const record = await startRecording(product, database);
  const bare = await findAction(bareNext, "/save", "saveAction");
  const before = { ours: await countIn(database.urls.owner, recorded), bare: await countIn(yard.bareUrl, "entry") };

  const done = { ours: 0, bare: 0 };
  const saveOurs = async (worker: number) => {
    const { bytes } = await record(worker);
    done.ours++;
    return bytes;
  };
  const plain = (worker: number) => ({ cell: String(worker), value: String(++done.bare % 90) });
  const counted = await countStatements(yard, database.name, () => saveOurs(0));
  const bytes = await saveOurs(0);
  const targets = [
    {
      what: alone,
      server: bareServer,
      once: async (worker: number) =>
        requireDone(await ask(bareServer.url, { method: "POST", body: JSON.stringify(plain(worker)) })),
    },
    { what: floor, server: bareNext, once: async (worker: number) => requireDone(await bare(plain(worker))) },
    { what: ours, server: product, once: saveOurs },
  ];
  // Of a save the just-in-time compiler learns for this long.
  const measured = await interleave(yard, targets, floor, { requests: 15 * yard.options.warming, seconds: 180 });
  const entries = ((await countIn(database.urls.owner, recorded)) - before.ours) / done.ours;
  const entriesOfBare = ((await countIn(yard.bareUrl, "entry")) - before.bare) / done.bare;
  await product.stop();
  return [
    { what: alone, numbers: measured.get(alone) ?? {} },
    { what: floor, numbers: { ...measured.get(floor), entries: entriesOfBare } },
    {
      what: ours,
      numbers: { ...measured.get(ours), ...counted, kB: bytes / 1000, entries },
      limits: [atLeast("ratio", 0.5), atMost("statements", 5), atMost("unnamed", 0), exactly("entries", 1)],
    },
  ];
}
