import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verbs as permissions } from "#db/verbs";
import type { Asker } from "#hammer/askers";
import { expected } from "#hammer/expected";
import { routeFiles, routes } from "#hammer/routes";
import { openActions, verbs } from "#hammer/verbs";
import type { Verb } from "#lib/access/permissions";

test("every verb of the permission table is tried, by actions or by routes", () => {
  expect(Object.keys(verbs).sort()).toEqual(Object.keys(permissions).sort());
  const byRoutes = Object.values(routes).map(({ verb }) => verb);
  const untried = (Object.keys(verbs) as Verb[]).filter((verb) => verbs[verb].length === 0 && !byRoutes.includes(verb));
  expect(untried).toEqual([]);
});

test("every server action is tried as the verb it does", () => {
  const text =
    readFileSync("hammer/verbs.ts", "utf8") +
    readFileSync("hammer/comments.ts", "utf8") +
    readFileSync("hammer/months.ts", "utf8") +
    readFileSync("hammer/definitions.ts", "utf8") +
    readFileSync("hammer/returns.ts", "utf8") +
    readFileSync("hammer/people.ts", "utf8") +
    readFileSync("hammer/settings.ts", "utf8") +
    readFileSync("hammer/files.ts", "utf8") +
    readFileSync("hammer/structure.ts", "utf8") +
    readFileSync("hammer/redactions.ts", "utf8") +
    readFileSync("hammer/restatements.ts", "utf8");
  const actions = globSync("lib/**/actions.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/^export (?:const|async function) (\w+Action)\b/gm)].map(
      ([, name]) => name!,
    ),
  );
  expect(actions.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
  expect(openActions.filter((name) => !actions.includes(name))).toEqual([]);
});

test("every page and route of app/ is tried, and nothing else", () => {
  expect(Object.keys(routes).sort()).toEqual([...routeFiles().keys()].sort());
});

test("of every page and route the names are known that it reads from an address", () => {
  const reads = (file: string) => /searchParams/.test(readFileSync(file, "utf8"));
  const unlike = [...routeFiles()].filter(([name, file]) => reads(file) !== (routes[name]?.asks !== undefined));
  // The sign-in's own routes read them deeper down.
  expect(unlike.map(([name]) => name).sort()).toEqual([
    "/api/auth/[...nextauth]",
    "/sign-in/with/openid",
    "/sign-in/with/openid/callback",
  ]);
});

const who = (given: Partial<Asker>): Asker => ({
  name: "",
  roles: ["team lead"],
  standing: "own team",
  isLive: true,
  personId: null,
  cookie: undefined,
  ...given,
});

test("what is expected is the permission table's, and the scope's of a team and a council", () => {
  const record = { verb: "actual.record", whose: "team" } as const;
  expect(expected(who({}), record)).toBe("let in");
  expect(expected(who({ isLive: false }), record)).toBe("signed out");
  expect(expected(who({ roles: ["auditor"] }), record)).toBe("wrong role");
  expect(expected(who({ standing: "other team" }), record)).toBe("not theirs");
  expect(expected(who({ standing: "other organisation" }), record)).toBe("not theirs");
  const read = { verb: "scorecard.read", whose: "organisation" } as const;
  expect(expected(who({ standing: "other team" }), read)).toBe("let in");
});
