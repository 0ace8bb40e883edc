import { cpus, loadavg } from "node:os";

const sectionOf = (group: string) => new RegExp(`(?<=\n### ${group}\n)[\\s\\S]*?(?=\n##|$)`);

export type Kept = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What docs/benchmarks.md says of a group: by row and column, in its words. */
export function readKept(text: string, group: string): Kept {
  const section = sectionOf(group).exec(text)?.[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  const [names = [], , ...others] = rows.map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(others.map((cells) => [cells[1] ?? "", new Map(names.map((name, at) => [name, cells[at] ?? ""]))]));
}

/** The same text with a group's table, and when and where it was measured, in the place of the one that it kept. */
export function withKept(text: string, group: string, table: string): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format();
  const load = loadavg()[0]?.toFixed(1);
  const said = `\nMeasured on ${day}, ${cpus().length} × ${model} at a load of ${load}, Node ${process.version}.\n\n${table}\n`;
  const section = sectionOf(group);
  return section.test(text) ? text.replace(section, () => said) : `${text}\n### ${group}\n${said}`;
}
