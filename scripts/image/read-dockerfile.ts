export type Instruction = { name: string; rest: string };

/** The instructions of a Dockerfile, stage by stage, comments left out and continued lines joined. */
export function readDockerfile(text: string): Instruction[][] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, "")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What the last instruction of a name says in a stage. */
export const lastOf = (stage: readonly Instruction[], name: string): string =>
  stage.findLast((each) => each.name === name)?.rest ?? "";

/** The program of a CMD or HEALTHCHECK that names it as a list. */
export const programOf = (rest: string): string[] => JSON.parse(/\[.*\]$/.exec(rest)?.[0] ?? "[]");

/** What its ENV instructions set. */
export const environmentOf = (stage: readonly Instruction[]): Record<string, string> =>
  Object.fromEntries(
    stage
      .filter(({ name }) => name === "ENV")
      .flatMap(({ rest }) => rest.trim().split(/\s+/))
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
