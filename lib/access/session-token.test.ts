import { decode, encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { cookieNames } from "#lib/access/cookie-names";
import { sessionToken } from "#lib/access/session-token";

beforeEach(() => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

const jarOf = (value: string) => ({
  get: (name: string) => (name === cookieNames().session ? { value } : undefined),
});
const sealed = (token: unknown, { secret = "a secret of the tests", maxAge = 60 } = {}) =>
  encode({ token: { token } as Record<string, unknown>, secret, maxAge });

test("opens what next-auth sealed, as next-auth does", async () => {
  const cookie = await sealed("t0ken");
  expect(await sessionToken(jarOf(cookie))).toBe("t0ken");
  expect(await decode({ token: cookie, secret: "a secret of the tests" })).toMatchObject({ token: "t0ken" });
});

test("is nobody's that was sealed under another secret, is past its time, changed, or holds no token", async () => {
  const cookie = await sealed("t0ken");
  for (const value of [
    await sealed("t0ken", { secret: "another secret" }),
    await sealed("t0ken", { maxAge: -60 }),
    `${cookie.slice(0, -3)}AAA`,
    await sealed(7),
    "nonsense",
    "",
  ]) {
    expect(await sessionToken(jarOf(value)), value).toBeNull();
  }
  expect(await sessionToken({ get: () => undefined })).toBeNull();
});

test("follows the secret when it is another", async () => {
  const other = await sealed("t0ken", { secret: "another secret" });
  process.env.NEXTAUTH_SECRET = "another secret";
  expect(await sessionToken(jarOf(other))).toBe("t0ken");
});

test("opens the same again until it is past its time, and not under another secret", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const cookie = await sealed("t0ken");
    expect(await sessionToken(jarOf(cookie))).toBe("t0ken");
    vi.advanceTimersByTime(70_000);
    expect(await sessionToken(jarOf(cookie))).toBe("t0ken");
    process.env.NEXTAUTH_SECRET = "another secret";
    expect(await sessionToken(jarOf(cookie))).toBeNull();
    process.env.NEXTAUTH_SECRET = "a secret of the tests";
    expect(await sessionToken(jarOf(cookie))).toBe("t0ken");
    vi.advanceTimersByTime(10_000);
    expect(await sessionToken(jarOf(cookie))).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
