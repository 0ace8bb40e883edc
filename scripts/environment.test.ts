import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings } from "#scripts/environment";

const read = (env: Record<string, string>) => readSettings("/candour", env as unknown as NodeJS.ProcessEnv);

describe("the settings", () => {
  test("need nothing: the embedded database, on this machine only", () => {
    expect(read({})).toEqual({
      dataFolder: "/candour/.candour",
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      database: null,
      sessions: { idleHours: 8, longestHours: 12 },
      metrics: null,
      openId: null,
      works: true,
      hasSecondWeb: true,
      hasPractice: true,
      mail: null,
    });
  });

  test("with a database of one's own listen to the world, unless HOST says otherwise", () => {
    const DATABASE_URL = "postgres://owner@db/candour";
    expect(read({ DATABASE_URL }).host).toBe("0.0.0.0");
    expect(read({ DATABASE_URL, HOST: "10.0.0.1" }).host).toBe("10.0.0.1");
    expect(read({ DATABASE_URL }).database).toEqual({ owner: DATABASE_URL, app: undefined, signIn: undefined });
  });

  test("take an empty variable for none", () => {
    expect(read({ DATABASE_URL: "", PORT: "", HOST: "", CANDOUR_URL: "" })).toEqual(read({}));
  });

  test("refuse a port and an address that are none, in words", () => {
    for (const PORT of ["0", "65536", "3000.5", "web"])
      expect(() => read({ PORT })).toThrow(/A port is a whole number/);
    for (const CANDOUR_URL of ["candour.example", "ftp://candour.example"]) {
      expect(() => read({ CANDOUR_URL })).toThrow(/It is the address people type/);
    }
  });

  test("take an issuer whole or not at all, over https or on this machine", () => {
    const whole = {
      CANDOUR_OPENID_ISSUER: "https://issuer.example/",
      CANDOUR_OPENID_CLIENT_ID: "candour",
      CANDOUR_OPENID_CLIENT_SECRET: "secret",
    };
    expect(read(whole).openId).toEqual({
      issuer: "https://issuer.example",
      clientId: "candour",
      clientSecret: "secret",
      button: "Sign in with your organisation’s account",
    });
    expect(read({ ...whole, CANDOUR_OPENID_BUTTON: "Sign in as at work" }).openId?.button).toBe("Sign in as at work");
    for (const name of Object.keys(whole)) expect(() => read({ ...whole, [name]: "" })).toThrow(/together, or none/);
    for (const CANDOUR_OPENID_ISSUER of ["issuer.example", "http://issuer.example", "https://issuer.example?a=b"]) {
      expect(() => read({ ...whole, CANDOUR_OPENID_ISSUER })).toThrow(/It is an https address/);
    }
    expect(read({ ...whole, CANDOUR_OPENID_ISSUER: "http://127.0.0.1:9" }).openId?.issuer).toBe("http://127.0.0.1:9");
  });

  test("let the web do the worker's part, unless it is off", () => {
    expect(read({ CANDOUR_WORKER: "on" }).works).toBe(true);
    expect(read({ CANDOUR_WORKER: "off" }).works).toBe(false);
    expect(() => read({ CANDOUR_WORKER: "0" })).toThrow(/It is on, or off/);
    expect([read({ CANDOUR_PRACTICE: "off" }).hasPractice, read({ CANDOUR_PRACTICE: "on" }).hasPractice]).toEqual([
      false,
      true,
    ]);
    expect(() => read({ CANDOUR_PRACTICE: "no" })).toThrow(/no practice scorecard/);
  });

  test("show an operator's numbers on a port of their own, on this machine unless told otherwise", () => {
    expect(read({ METRICS_PORT: "9464" }).metrics).toEqual({ port: 9464, host: "127.0.0.1" });
    expect(read({ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" }).metrics?.host).toBe("0.0.0.0");
    expect(() => read({ METRICS_PORT: "web" })).toThrow(/METRICS_PORT is "web". A port is/);
    expect(() => read({ METRICS_PORT: "3000" })).toThrow(/METRICS_PORT is 3000, as PORT is/);
  });

  test("refuse hours of a session that are none, or of which one outlasts the other", () => {
    expect(read({ CANDOUR_SESSION_IDLE_HOURS: "1" }).sessions).toEqual({ idleHours: 1, longestHours: 12 });
    for (const CANDOUR_SESSION_HOURS of ["0", "25", "7.5", "long"])
      expect(() => read({ CANDOUR_SESSION_HOURS })).toThrow(
        /CANDOUR_SESSION_HOURS is .* whole number of hours from 1 to 24/,
      );
    expect(() => read({ CANDOUR_SESSION_HOURS: "4" })).toThrow(/no session is unused for longer than it lasts/);
  });

  test("are each explained to the operator", () => {
    const explained = readFileSync("docs/operating.md", "utf8");
    const read = [...readFileSync("scripts/environment.ts", "utf8").matchAll(/env\.(\w+)|readHours\("(\w+)"/g)];
    const names = new Set(read.map(([, name, hours]) => name ?? hours));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !explained.includes(`| \`${name}\``))).toEqual([]);
  });

  test("keep of the public address only what a browser calls its origin", () => {
    expect(read({ CANDOUR_URL: "https://candour.example.gov.uk/" }).publicUrl).toBe("https://candour.example.gov.uk");
  });
});
