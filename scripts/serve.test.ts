import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

function packagesOf(name: string, seen: Set<string>): string[] {
  if (name.startsWith("node:") || seen.has(name)) return [];
  seen.add(name);
  if (!name.startsWith("#")) return [name];
  const text = readFileSync(`${name.slice(1)}.ts`, "utf8");
  const imports = text.matchAll(/^(?:import|export)\s+(?!type\s)[^;]*?from\s+"([^"]+)"/gm);
  return [...imports].flatMap(([, from = ""]) => packagesOf(from, seen));
}

test("what serves loads no package from the sources but the driver: drizzle alone would take a second and 200 MB", () => {
  const seen = new Set<string>();
  const parts = ["#scripts/serve", "#scripts/work", "#scripts/seal-cuts"];
  expect(parts.flatMap((part) => packagesOf(part, seen))).toEqual(["pg"]);
});
