export type Options = {
  groups: string[];
  rounds: number;
  /** How long each target is measured in a round. */
  seconds: number;
  /** How many requests each target answers before. */
  warming: number;
  /** Entries of the long trail. */
  trail: number;
  /** Seconds of quiet before the first click. */
  quiet: number;
  /** Whether docs/benchmarks.md is to hold what was measured. */
  keep: boolean;
};

function numberAfter(args: string[], name: string, usual: number): number {
  const at = args.indexOf(name);
  if (at < 0) return usual;
  const [, text = ""] = args.splice(at, 2);
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name} takes a whole number, not "${text}".`);
  return Number(text);
}
const has = (args: string[], name: string) => {
  const at = args.indexOf(name);
  if (at >= 0) args.splice(at, 1);
  return at >= 0;
};

/** Reads what stands behind `npm run bench --`: the groups wanted, and how long and how much. */
export function readOptions(given: readonly string[], known: readonly string[]): Options {
  const args = [...given];
  const isQuick = has(args, "--quick");
  const options = {
    rounds: numberAfter(args, "--rounds", isQuick ? 1 : 3),
    trail: numberAfter(args, "--trail", isQuick ? 10_000 : 100_000),
    quiet: numberAfter(args, "--quiet", isQuick ? 12 : 30),
    keep: has(args, "--keep"),
    seconds: isQuick ? 1 : 3,
    warming: isQuick ? 60 : 1_000,
  };
  const strange = args.filter((arg) => !known.includes(arg));
  if (strange.length > 0) throw new Error(`There is no ${strange.join(", ")}. There are: ${known.join(", ")}`);
  return { ...options, groups: args.length > 0 ? args : [...known] };
}
