import { expect, test } from "vitest";
import { keepOrigin } from "#scripts/keep-origin";

const arrived = (headers: Record<string, string>, proxies = "0") => {
  const request: Record<string, string | undefined> = { ...headers };
  keepOrigin(request, proxies);
  return request;
};
/** As Next sends it on: with what it put, and its own agent where there was none. */
const sentOn = (headers: ReturnType<typeof arrived>, address: string) =>
  arrived({ "x-forwarded-for": address, "user-agent": "node", ...(headers as Record<string, string>) });

test("what a stranger says of their address counts for nothing without a proxy of ours, and with one for its word", () => {
  const made = { "x-forwarded-for": "192.0.2.1", "x-forwarded-host": "evil.example", "user-agent": "a browser" };
  expect(arrived(made)).not.toHaveProperty("x-forwarded-for");
  expect(arrived(made)).not.toHaveProperty("x-forwarded-host");
  expect(arrived(made, "1")).toMatchObject(made);
});

test("an action that we send on to ourselves keeps its sender's address and browser", () => {
  expect(sentOn(arrived({ "user-agent": "a browser" }), "192.0.2.7")).toMatchObject({
    "x-forwarded-for": "192.0.2.7",
    "user-agent": "a browser",
  });
  expect(sentOn(arrived({}), "192.0.2.7")).not.toHaveProperty("user-agent");
  expect(sentOn(sentOn(arrived({ "user-agent": "a browser" }), "192.0.2.7"), "127.0.0.1")).toMatchObject({
    "user-agent": "a browser",
  });
});

test("nobody else can make the header by which we know ourselves", () => {
  for (const seal of ["", "x", "undefined a browser", " a browser"]) {
    const made = arrived({ "x-candour-sent-on": seal, "x-forwarded-for": "192.0.2.1", "user-agent": "theirs" });
    expect(made).not.toHaveProperty("x-forwarded-for");
    expect(made["user-agent"]).toBe("theirs");
  }
});
