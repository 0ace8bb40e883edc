import jsQR from "jsqr";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { qrPath } from "#lib/access/second-factor/qr-path";
import { hashOfCode, newRecoveryCodes, readCode } from "#lib/access/second-factor/recovery-codes";
import { openSecret, sealSecret } from "#lib/access/second-factor/sealed-secret";
import { keyUri, newSecret, stepOf } from "#lib/access/second-factor/totp";

/** "12345678901234567890" of RFC 6238, in base32. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("a code of an app", () => {
  // Appendix B, of which six digits are the last six of eight.
  test.each([
    [59, "94287082"],
    [1111111109, "07081804"],
    [1111111111, "14050471"],
    [1234567890, "89005924"],
    [2000000000, "69279037"],
    [20000000000, "65353130"],
  ])("is that of RFC 6238 at %i seconds", (seconds, eight) => {
    expect(stepOf(eight.slice(2), secret, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  test("counts for a half minute before and after its own, and answers which was its own", () => {
    const code = "287082";
    const at = (step: number) => stepOf(code, secret, new Date(step * 30_000));
    expect([-1, 0, 1, 2, 3].map(at)).toEqual([null, 1, 1, 1, null]);
  });

  test("is six digits of ASCII, and anything else is none, without an error", () => {
    const at = new Date(59_000);
    for (const other of [
      "",
      "28708",
      "2870822",
      " 287082",
      "287 082",
      "٢٨٧٠٨٢",
      "２８７０８２",
      "abcdef",
      "287082\n",
    ]) {
      expect(stepOf(other, secret, at), JSON.stringify(other)).toBeNull();
    }
  });
});

test("what is typed is read with its gaps: the digits of an app, or a code of the sheet", () => {
  expect(readCode(" 287 082 ")).toEqual({ digits: "287082" });
  expect(readCode("12345-67890-12345 67890-12345")).toEqual({ recovery: "1234567890123456789012345" });
  for (const other of ["", "28708", "٢٨٧٠٨٢", "２８７０８２", "12345-67890", "abcdef"]) {
    expect(readCode(other), JSON.stringify(other)).toBeNull();
  }
});

test("recovery codes are ten, each another, and known however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^[0-9]{5}(-[0-9]{5}){4}$/);
    const read = readCode(code.replaceAll("-", " "));
    expect(read && "recovery" in read && hashOfCode(read.recovery)).toBe(hashOfCode(code));
    expect(hashOfCode(code)).toMatch(/^[0-9a-f]{64}$/);
  }
});

describe("a sealed secret", () => {
  beforeEach(() => void vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests"));
  afterEach(() => void vi.unstubAllEnvs());

  test("is opened for its person alone", async () => {
    const sealed = await sealSecret("one", "a session", secret);
    expect(sealed).not.toContain(secret);
    expect(await openSecret("one", sealed)).toBe(secret);
    expect(await openSecret("one", sealed, "a session")).toBe(secret);
    expect(await openSecret("one", sealed, "another session")).toBeNull();
    expect(await openSecret("another", sealed)).toBeNull();
    expect(await openSecret("one", `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(await openSecret("one", "of....none")).toBeNull();
  });

  test("is opened with the key it was sealed with alone", async () => {
    const sealed = await sealSecret("one", "a session", secret);
    vi.stubEnv("NEXTAUTH_SECRET", "another secret");
    expect(await openSecret("one", sealed)).toBeNull();
  });
});

test("a picture is read back by another library as what an app expects, and is one path", () => {
  const made = newSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  const uri = keyUri(made, { issuer: "Candour, A council", label: "amy.o'neil+x@council.example" });
  expect(Object.fromEntries(new URL(uri).searchParams)).toEqual({
    issuer: "Candour, A council",
    secret: made,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  const { size, path } = qrPath(uri);
  const [scale, side] = [4, size * 4];
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(run)) * scale; column++) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  const read = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;
  expect(read(pixels, side, side)?.data).toBe(uri);
  expect(path.length).toBeLessThan(12_000);
});
