import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isUnavailable } from "#db/is-unavailable";
import type { Origin } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { endTries, type RightPassword, tryPassword } from "#lib/access/check-password";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { localPath } from "#lib/access/local-path";
import { isServedSecurely } from "#lib/access/public-url";
import { secret } from "#lib/access/secret";
import { startSession } from "#lib/access/start-session";
import { noteHalf } from "#lib/access/throttle";
import { paths } from "#lib/paths";
import { cookieSeconds } from "#lib/sign-in/begun-session";
import { refuseSignIn } from "#lib/sign-in/refuse-sign-in";

/** Said to whoever tries; not whether there is such a person, which the trail alone knows. */
export type SignInRefusal = { why: "WRONG" | "TOO_MANY" | "UNAVAILABLE" | "FAILED"; until?: Date };

/**
 * next-auth for one request: it verifies, seals and clears the cookie; the session row says what the cookie is worth.
 * What `authorize` may not say, because it answers nobody or somebody alone, goes to `on`.
 */
export function authOptions(
  { origin, browserOf }: { origin: Origin; browserOf: (personId: string) => string | null },
  on: {
    onRefused: (refusal: SignInRefusal) => void;
    /** A right password of somebody who has a code to show beside it. */
    onHalf: (shown: RightPassword & { half: string }) => void;
    onStarted: (personId: string) => void;
  },
): AuthOptions {
  const names = cookieNames();
  const options = cookieOptions();

  async function authorize(typed: Partial<Record<"email" | "password", unknown>> | undefined) {
    noteRead();
    const { email, password } = typed ?? {};
    try {
      const asked = { email: String(email ?? ""), password: String(password ?? "") };
      const checked = await tryPassword(asked, origin, browserOf);
      if (checked.ok && checked.hasSecondFactor) {
        on.onHalf({ ...checked, half: await noteHalf(checked.personId) });
        return null;
      }
      if (checked.ok) {
        await endTries(checked);
        return { id: checked.personId };
      }
      await refuseSignIn(checked, origin);
      on.onRefused({ why: checked.why === "TOO_MANY" ? "TOO_MANY" : "WRONG", until: checked.until });
    } catch (error) {
      // next-auth would put the error's message into an address.
      console.error("A sign-in failed:", error);
      on.onRefused({ why: isUnavailable(error) ? "UNAVAILABLE" : "FAILED" });
    }
    return null;
  }

  return {
    secret: secret(),
    useSecureCookies: isServedSecurely(),
    session: { strategy: "jwt", maxAge: cookieSeconds },
    pages: { signIn: paths.signIn(), error: paths.signIn() },
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.returnTo, options },
    },
    providers: [Credentials({ credentials: { email: {}, password: {} }, authorize })],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (!user) return { token: token.token };
        const begun = await startSession(user.id, origin);
        on.onStarted(user.id);
        return { token: begun };
      },
      redirect: async ({ url }) => localPath(url),
    },
    logger: { error: (code, detail) => console.error("next-auth:", code, detail), warn: () => {}, debug: () => {} },
  };
}
