import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const { imports } = JSON.parse(readFileSync("package.json", "utf8"));
const fileOf = (name: string): string | undefined =>
  imports[name]?.browser ?? [".ts", ".tsx"].map((ending) => name.slice(1) + ending).find((file) => existsSync(file));

/** The packages that a file brings with it, and their hooks, by way of whatever it imports for more than a type. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  const packages = new Set<string>();
  seen.add(file);
  const text = readFileSync(file, "utf8");
  // Of a server's action only its address travels.
  if (text.startsWith('"use server"')) return packages;
  for (const [, typeOnly, names = "", from = ""] of text.matchAll(
    /^(?:import|export)\s+(type\s)?([^;]*?)\s+from\s+"([^"]+)"/gm,
  )) {
    const isTypes = typeOnly !== undefined || /^\{\s*(type [^,]+,?\s*)+\}$/.test(names);
    const next = from.startsWith("#") ? fileOf(from) : undefined;
    if (isTypes || (next && seen.has(next))) continue;
    if (next) for (const each of broughtBy(next, seen)) packages.add(each);
    else for (const each of [from, ...(names.match(/\buse[A-Z]\w*/g) ?? [])]) packages.add(each);
  }
  return packages;
}

test.each(["sheet", "theme", "indicator"])(
  "the content of the %s page brings React and its links, and nothing that computes",
  (page) => {
    const brought = broughtBy(`components/scorecards/${page}-content.tsx`);
    expect([...brought].filter((name) => !/^(react|next\/link|use[A-Z]\w*)$/.test(name))).toEqual([]);
    expect(broughtBy(`components/scorecards/${page}-view.ts`)).toContain("big.js");
  },
);

test("what is drawn once has no hook, and nothing of Next: what they say may be another's the next time", () => {
  const drawnOnce = globSync("{app,components}/**/*.tsx").filter(
    (file) => !file.includes(".test.") && readFileSync(file, "utf8").includes('from "#components/ui/drawn-once"'),
  );
  expect(drawnOnce.length).toBeGreaterThan(3);
  expect(drawnOnce.flatMap((file) => [...broughtBy(file)]).filter((name) => name !== "react")).toEqual([]);
  expect(broughtBy("components/scorecards/indicator-content.tsx")).toContain("useState");
});

test("no client component brings what computes with decimals, but where figures are read as they are typed, nor what checks input", () => {
  const sent = globSync("components/**/*.tsx").filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));
  expect(sent.length).toBeGreaterThan(30);
  const readsFigures = /^components\/returns\/(return-grid|paste\/)/;
  expect(sent.filter((file) => broughtBy(file).has("big.js") && !readsFigures.test(file))).toEqual([]);
  expect(sent.filter((file) => broughtBy(file).has("zod"))).toEqual([]);
});
