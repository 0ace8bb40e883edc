import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Import = { from: string; typeOnly: boolean };

const rooms = ["db", "lib", "components", "app"];
const files = rooms
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file));

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"/gm)].map((found) => ({
    typeOnly: found[1] !== undefined,
    from: found[2] ?? "",
  }));

const house = new Map(files.map((file) => [file, importsOf(file)]));
const rankOf = (path: string) => rooms.indexOf(path.replace(/^#/, "").split("/")[0] ?? "");
const breaking = (allowed: (file: string, one: Import) => boolean) =>
  [...house].flatMap(([file, imports]) =>
    imports.filter((one) => !allowed(file, one)).map((one) => `${file} imports ${one.from}`),
  );

test("imports run one way: app, components, lib, db", () => {
  expect(breaking((file, { from }) => !from.startsWith("#") || rankOf(from) <= rankOf(file))).toEqual([]);
});

test("nothing in the house imports what starts, measures or tries it", () => {
  expect(breaking((_, { from }) => !/^#(scripts|bench|hammer|e2e)\//.test(from))).toEqual([]);
});

/** The folders of lib, lowest first. */
const order = [
  "rules",
  "proof",
  "paths",
  "access",
  "mail",
  "exports",
  "audit",
  "actions",
  "people",
  "sign-in",
  "indicators",
  "actuals",
  "scorecards",
  "settings",
  "definitions",
  "structure",
  "commentary",
  "restatements",
  "returns",
  "months",
  "files",
  "notices",
  "history",
  "redactions",
  "imports",
];

test("a folder of lib imports only those that stand before it, as the README says", () => {
  const folderOf = (path: string) => path.split("/")[1]?.replace(/\.ts$/, "") ?? "";
  const isInLib = (path: string) => /^#?lib\//.test(path);
  expect([...new Set(files.filter(isInLib).map(folderOf))].sort()).toEqual(order.toSorted());
  expect(
    breaking(
      (file, { from }) =>
        !(isInLib(file) && isInLib(from)) || order.indexOf(folderOf(from)) <= order.indexOf(folderOf(file)),
    ),
  ).toEqual([]);
  expect(readFileSync("README.md", "utf8").replace(/\s+/g, " ")).toContain(order.join(", "));
});

test("the rules know nothing of ours but each other and the closed lists", () => {
  const allowed = /^(#lib\/rules\/|#db\/vocabulary$|big\.js$)/;
  expect(breaking((file, { from }) => !file.startsWith("lib/rules/") || allowed.test(from))).toEqual([]);
});

test("components take actions, inputs, rules, paths and types from lib, never queries or verbs", () => {
  const allowed = /^(?!#(lib|db)\/)|^#lib\/(rules\/|paths(?:\/|$)|.*\/(actions|inputs)$)|^#db\/vocabulary$/;
  expect(
    breaking((file, { from, typeOnly }) => !file.startsWith("components/") || typeOnly || allowed.test(from)),
  ).toEqual([]);
});

test("verbs and queries never import next; only actions, sign-in, the session and the gate of a page do", () => {
  const allowed = /^lib\/(access|actions|sign-in)\/|^lib\/audit\/require-(permission|past)\.ts$|\/actions\.ts$/;
  expect(breaking((file, { from }) => !/^lib\//.test(file) || allowed.test(file) || !/^next(\/|$)/.test(from))).toEqual(
    [],
  );
});

test("routes hold no SQL", () => {
  expect(
    breaking((file, { from }) => !file.startsWith("app/") || !/^(drizzle-orm|pg$|#db\/(client|schema))/.test(from)),
  ).toEqual([]);
});

test("links are plain, and followed by one listener", () => {
  expect(breaking((_, { from }) => from !== "next/link")).toEqual([]);
});

test("what is ours is imported by its full name", () => {
  expect(breaking((_, { from }) => !from.startsWith(".") || from.endsWith(".css"))).toEqual([]);
});

test("a component draws something, and what does not is plain TypeScript", () => {
  const draws = (file: string) => /<\/|\/>/.test(readFileSync(file, "utf8"));
  const components = files.filter((file) => file.startsWith("components/"));
  expect(components.filter((file) => file.endsWith("x") !== draws(file))).toEqual([]);
});

test("every form that an action answers says whose it is, and none throws its page away without a connection", () => {
  const forNobody = [
    "components/shell/sign-out-form.tsx",
    "components/people/accept-invitation-form.tsx",
    "components/people/ask-reset-form.tsx",
    "components/people/follow-reset-form.tsx",
    "components/people/second-factor/sign-in-code-form.tsx",
    "components/people/second-factor/start-again-form.tsx",
    "components/kept/use-sent-action.ts",
  ];
  const holding = (found: RegExp) =>
    files.filter((file) => !forNobody.includes(file) && found.test(readFileSync(file, "utf8")));
  // The return's action is sent without a script alone: with one, each row is sent by itself.
  expect(holding(/useActionState\(/)).toEqual(["components/returns/return-grid.tsx"]);
  const sending = holding(/<form\b[^>]*\saction=\{(?!paths)/);
  expect(sending.length).toBeGreaterThan(5);
  expect(sending.filter((file) => !/<WrittenBy/.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("nothing imports itself by way of others, not for a type either", () => {
  const paths = new Map(files.map((file) => [`#${file.replace(/\.tsx?$/, "")}`, file]));
  const done = new Set<string>();
  const walk = (file: string, trail: string[]): string[] => {
    if (trail.includes(file)) return [[...trail.slice(trail.indexOf(file)), file].join(" > ")];
    if (done.has(file)) return [];
    const next = (house.get(file) ?? []).flatMap(({ from }) => paths.get(from) ?? []);
    const found = next.flatMap((one) => walk(one, [...trail, file]));
    done.add(file);
    return found;
  };
  expect(files.flatMap((file) => walk(file, []))).toEqual([]);
});
