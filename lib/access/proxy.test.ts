import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server.js";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { config, proxy } from "../../proxy.ts";

beforeAll(() => void vi.stubEnv("NEXTAUTH_URL", "https://candour.example.gov.uk"));
afterAll(() => void vi.unstubAllEnvs());

const ask = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  proxy(new NextRequest(`https://candour.example.gov.uk${path}`, init));

describe("every answer", () => {
  test("carries a policy of its own and the other security headers", () => {
    const [one, other] = [ask("/"), ask("/")].map(({ headers }) => headers.get("content-security-policy")!);
    expect(one).toMatch(
      /^default-src 'self'; script-src 'self' 'nonce-(\w{32})' 'strict-dynamic'; style-src 'self' 'nonce-\1'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    expect(other).not.toBe(one);
    expect(Object.fromEntries(ask("/account").headers)).toMatchObject({
      "cache-control": "private, no-store",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "referrer-policy": "same-origin",
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
    });
  });

  test("to a form from another site is a refusal, with the same headers", async () => {
    for (const origin of ["null", "https://evil.example"]) {
      const answer = ask("/account", { method: "POST", headers: { origin } });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("sent from another site");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(ask("/account", { method: "POST", headers: { origin: "https://candour.example.gov.uk" } }).status).toBe(200);
  });

  test("tells the page what was asked for, whatever the request says of itself", () => {
    const { headers } = ask("/account?x=1", { headers: { "x-candour-path": "/elsewhere" } });
    expect(headers.get("x-middleware-request-x-candour-path")).toBe("/account?x=1");
  });
});

const passes = (path: string) => doesMatch({ config, url: `https://candour.example.gov.uk${path}` });

test.each(["/api/imports", "/icon.svg", "/icon.svg?3f2a", "/_next/static/chunks/main.js"])(
  "%s is left out by its whole path",
  (path) => {
    expect(passes(path)).toBe(false);
  },
);

test.each([
  "/",
  "/account",
  "/api/importsx",
  "/api/imports/x",
  "/api/imports/",
  "/xapi/imports",
  "/icon.svgx",
  "/icon.svg/x",
  "/iconxsvg",
  "/_next/staticx",
  "/_next/static",
  "/_next/image",
  "/_next/data/x.json",
  "/api/auth/csrf",
  "/api/health",
])("%s is guarded", (path) => {
  expect(passes(path)).toBe(true);
});
