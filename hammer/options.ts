export type Options = {
  /** How long it goes on at most, in minutes; null: each test once, whole. */
  minutes: number | null;
  /** What chance begins with: the same again does the same again. */
  seed: number;
  /** The tests wanted. */
  only: string[];
};

const wholeNumber = (name: string, text = "") => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${name} is a whole number, not "${text}".`);
  return Number(text);
};

/** Reads what stands behind `npm run hammer --`: [MINUTES] [--seed N] [--only NAME]. */
export function readOptions(given: readonly string[], known: readonly string[]): Options {
  const options: Options = { minutes: null, seed: Math.ceil(Math.random() * 999_999), only: [] };
  const args = [...given];
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    if (arg === "--seed") options.seed = wholeNumber("The seed", args.shift());
    else if (arg === "--only") options.only.push(args.shift() ?? "");
    else options.minutes = wholeNumber("MINUTES", arg);
  }
  const strange = options.only.filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`There is no ${strange.join(", ")}. There are: ${known.join(", ")}`);
  return { ...options, only: options.only.length > 0 ? options.only : [...known] };
}
