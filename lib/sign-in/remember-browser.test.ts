import { NextRequest } from "next/server";
import type { AuthOptions } from "next-auth";
import { beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { checkPassword } from "#lib/access/check-password";
import { allowed } from "#lib/access/throttle";
import { answerSignIn } from "#lib/sign-in/answer-sign-in";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld } from "#lib/testing/world";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

// next-auth asks Next for a request's cookies, and there is no Next here: what it asks of us in turn.
vi.mock("next-auth", () => ({
  default: async (request: Request, _context: unknown, options: AuthOptions) => {
    const typed = Object.fromEntries(new URLSearchParams(await request.text()));
    const user = await authorizeOf(options)(typed);
    if (user) await options.callbacks!.jwt!({ user, token: {}, account: null });
    return new Response(null, { status: 302, headers: { Location: "http://localhost:3000/" } });
  },
}));

type Authorize = (typed: Record<string, string>) => Promise<{ id: string } | null>;
const authorizeOf = ({ providers }: AuthOptions) =>
  (providers[0] as unknown as { options: { authorize: Authorize } }).options.authorize;

const database = useDatabase();
const password = "a horse and a battery";
const email = "lead@candour.test";

beforeAll(async () => {
  process.env.NEXTAUTH_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await makeWorld(database);
  await givePassword(database.ownerUrl, email, password);
});

/** A browser that keeps its cookies, and signs in. Answers where it is led. */
function openBrowser() {
  const jar = new Map<string, string>();
  return async () => {
    const request = new NextRequest("http://localhost:3000/api/auth/callback/credentials", {
      method: "POST",
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ email, password }).toString(),
    });
    const answer = await answerSignIn(request, { params: Promise.resolve({ nextauth: ["callback", "credentials"] }) });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    return answer.headers.get("location");
  };
}

test("whoever signed in with a browser before gets in with it, while others who guess at the account are refused", async () => {
  const [own, other] = [openBrowser(), openBrowser()];
  expect(await own()).toBe("/");
  for (let n = 0; n < allowed.pair.most; n++) {
    await checkPassword({ email, password: "wrong" }, { address: null, agent: null });
  }
  expect(await other()).toContain("error=TOO_MANY");
  expect(await own()).toBe("/");
});
