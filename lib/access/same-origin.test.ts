import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { localPath } from "#lib/access/local-path";
import { requestOrigin } from "#lib/access/request-origin";
import { isSameOrigin } from "#lib/access/same-origin";

const before = { ...process.env };
const served = (url: string, suffix = "a1b2") => {
  process.env.NEXTAUTH_URL = url;
  process.env.CANDOUR_COOKIE_SUFFIX = suffix;
};
afterAll(() => {
  process.env = before;
});

const post = (headers: Record<string, string>) => ({ method: "POST", headers });

describe("what may write", () => {
  beforeAll(() => served("https://candour.example.gov.uk"));

  test("is a form of ours, and a program that is no browser", () => {
    expect(isSameOrigin(post({ origin: "https://candour.example.gov.uk", host: "10.0.0.7:3000" }))).toBe(true);
    expect(isSameOrigin(post({}))).toBe(true);
    expect(isSameOrigin({ method: "GET", headers: { origin: "https://evil.example" } })).toBe(true);
  });

  test.each<Record<string, string>>([
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "https://evil.example", host: "evil.example" },
    { origin: "http://candour.example.gov.uk" },
    { origin: "https://candour.example.gov.uk.evil.example" },
    { origin: "http://localhost:3000", host: "localhost:3000" },
    { origin: "" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("is not what comes from elsewhere: %o", (headers) => {
    expect(isSameOrigin(post(headers))).toBe(false);
  });

  test("on the own machine is whatever name it was asked by", () => {
    served("http://localhost:3000");
    expect(isSameOrigin(post({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }))).toBe(true);
    expect(isSameOrigin(post({ origin: "http://127.0.0.1:4000", host: "127.0.0.1:3000" }))).toBe(false);
    expect(isSameOrigin(post({ origin: "http://rebound.example:3000", host: "rebound.example:3000" }))).toBe(false);
  });
});

describe("where a person goes after signing in", () => {
  beforeAll(() => served("https://candour.example.gov.uk"));

  test.each([
    ["/scorecards/a?from=2013-09", "/scorecards/a?from=2013-09"],
    ["https://candour.example.gov.uk/account", "/account"],
    ["account", "/account"],
    ["https://evil.example/account", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://candour.example.gov.uk//evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/api/auth/signout", "/"],
    ["/sign-in?callbackUrl=/sign-in", "/"],
    ["http://", "/"],
    ["", "/"],
    [undefined, "/"],
  ])("%s is %s", (asked, path) => {
    expect(localPath(asked)).toBe(path);
  });
});

describe("cookies", () => {
  test("over https are bound to the host and secure; everywhere they carry the installation", () => {
    served("https://candour.example.gov.uk");
    expect(Object.values(cookieNames()).every((name) => name.startsWith("__Host-candour-a1b2-"))).toBe(true);
    expect(cookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    served("http://localhost:3000", "");
    expect(cookieNames().session).toBe("candour-3000-session");
    expect(cookieOptions().secure).toBe(false);
  });
});

describe("the address of a request", () => {
  const from = (forwarded: string) => requestOrigin(new Headers({ "x-forwarded-for": forwarded })).address;
  test("is believed of our own proxies alone", () => {
    expect(from("203.0.113.9")).toBeNull();
    process.env.CANDOUR_TRUST_PROXY = "0";
    expect(from("203.0.113.9")).toBe("203.0.113.9");
    process.env.CANDOUR_TRUST_PROXY = "1";
    expect(from("1.1.1.1, 203.0.113.9")).toBe("203.0.113.9");
    process.env.CANDOUR_TRUST_PROXY = "2";
    expect(from("1.1.1.1, 203.0.113.9, 10.0.0.2")).toBe("203.0.113.9");
    expect(from("203.0.113.9")).toBeNull();
  });
});
