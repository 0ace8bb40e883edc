import type { Filled } from "#components/definitions/filled";
import { TextField } from "#components/ui/field";

/** What it is compared with, and where that comes from. */
export function BenchmarkFields({ typed, errors }: Filled) {
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name], autoComplete: "off" });
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 text-lg font-semibold">Benchmark</legend>
      <div className="fields sm:grid-cols-3">
        <TextField {...field("benchmark")} label="Compared with" />
        <TextField {...field("value")} label="Value" inputMode="decimal" />
        <TextField {...field("year")} label="Year" />
        <TextField {...field("set")} label="Neighbour set" />
        <TextField {...field("source")} label="Source" />
      </div>
    </fieldset>
  );
}
