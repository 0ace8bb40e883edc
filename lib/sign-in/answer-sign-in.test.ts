import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cookieNames } from "#lib/access/cookie-names";
import { answerSignIn } from "#lib/sign-in/answer-sign-in";

beforeAll(() => void vi.stubEnv("NEXTAUTH_URL", "https://candour.example.gov.uk"));
afterAll(() => void vi.unstubAllEnvs());

const ask = (path: string, headers: Record<string, string> = {}) =>
  answerSignIn(new NextRequest(`https://candour.example.gov.uk/api/auth/${path}`, { headers }), {
    params: Promise.resolve({ nextauth: path.split("?")[0]!.split("/") }),
  });

test("signing in is asked by a form alone", async () => {
  const answer = await ask("callback/credentials?email=a&password=b");
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
});

test("what next-auth answers beside, Candour does not", async () => {
  for (const path of [
    "_log",
    "session",
    "csrf",
    "providers",
    "signout",
    "error",
    "callback/other",
    "signin/credentials",
  ]) {
    expect((await ask(path)).status, path).toBe(404);
  }
});

test("a cookie that was tampered with is refused and forgotten", async () => {
  for (const value of ["javascript:alert(1)", "data:text/html,x", "\0", '"', "nowhere"]) {
    const answer = await ask("signin", { cookie: `${cookieNames().returnTo}=${encodeURIComponent(value)}` });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("set-cookie")).toMatch(new RegExp(`^${cookieNames().returnTo}=;.*Max-Age=0`));
  }
});
