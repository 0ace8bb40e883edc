import { SetUpError } from "#db/set-up-error";

const levels = ["silent", "error", "warn", "info"] as const;
export type Level = (typeof levels)[number];

/** LOG_LEVEL: how much is logged, each line a JSON object. Throws `SetUpError`. */
export function readLevel(text: string | undefined): Level {
  const level = levels.find((each) => each === (text || "info"));
  if (!level) throw new SetUpError(`LOG_LEVEL is "${text}". It is one of ${levels.join(", ")}.`);
  return level;
}

/** Writes one line, if the level asked for has it. */
export function log(level: Exclude<Level, "silent">, facts: Record<string, unknown>): void {
  if (levels.indexOf(level) > levels.indexOf(readLevel(process.env.LOG_LEVEL))) return;
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...facts })}\n`);
}
