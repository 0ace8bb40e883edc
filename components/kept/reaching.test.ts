import { afterEach, expect, test, vi } from "vitest";
import { reaching, waitingWords } from "#components/kept/reaching";
import type { Refused } from "#lib/actions/result";

afterEach(() => vi.unstubAllGlobals());

async function unreached(onLine: boolean): Promise<Refused> {
  vi.stubGlobal("navigator", { onLine });
  const send = reaching(async () => {
    throw new TypeError("Failed to fetch");
  });
  return (await send(null, new FormData())) as Refused;
}

test("what is said of a form that waits is true while there is no connection, and once it is back", async () => {
  const offline = await unreached(false);
  const said = (isOnline: boolean, isTypedOn = false) => waitingWords(offline, true, { isOnline, isTypedOn });
  expect(said(false)).toMatch(
    /^You are offline, so this is not saved yet\. .* It is sent by itself when the connection/,
  );
  expect(said(true)).toMatch(/^You were offline, .* The connection is back\. .* It is sent again by itself\.$/);
  expect(said(true, true)).toMatch(
    /^You were offline, .* The connection is back\. .* Send it when you have finished\.$/,
  );
});

test("a server that is not reached may have saved it", async () => {
  expect(waitingWords(await unreached(true), false)).toBe(
    "The server could not be reached, so this may not have been saved. What you typed stays here. It is sent by itself when the connection is back.",
  );
});
