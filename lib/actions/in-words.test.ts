import { notFound, redirect } from "next/navigation";
import { expect, test, vi } from "vitest";
import { answering } from "#lib/access/asking";
import { inWords } from "#lib/actions/in-words";
import { Refusal } from "#lib/audit/refusal";

const asked = async (error: unknown) => {
  const answer = await inWords(async () => {
    throw error;
  })();
  return [answer.status, await answer.text()];
};

test("a route without its database says so, and that it is not the asker's fault", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const gone = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(await asked(gone)).toEqual([503, expect.stringContaining("Candour cannot reach its database just now")]);
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test("a route that is refused says why", async () => {
  expect(await asked(new Refusal("SESSION_ENDED", "Your session has ended."))).toEqual([
    403,
    "Your session has ended.\n",
  ]);
  expect(await asked(new Refusal("BUSY", "Try again."))).toEqual([503, "Try again.\n"]);
});

test("a route that fails says so with the request's reference, under which the log has why", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const failure = new Error("ours");
  const answer = await answering({ id: "an-id", isRead: false, personId: null }, () => asked(failure));
  expect(answer).toEqual([500, "The page could not be shown. Nothing you saved before is lost. Reference an-id.\n"]);
  expect(log).toHaveBeenCalledWith("A route failed, reference an-id:", failure);
  log.mockRestore();
});

test("a route that is not for one's role, or where nothing is, says so in words", async () => {
  const forbidden = Object.assign(new Error(), { digest: "NEXT_HTTP_ERROR_FALLBACK;403" });
  expect(await asked(forbidden)).toEqual([403, expect.stringContaining("none of your roles")]);
  const nothing = await inWords(async () => notFound())();
  expect([nothing.status, await nothing.text()]).toEqual([404, expect.stringContaining("If you typed the address")]);
});

test("how a route leads elsewhere goes on to Next", async () => {
  await expect(inWords(async () => redirect("/sign-in"))()).rejects.toThrow("NEXT_REDIRECT");
});
