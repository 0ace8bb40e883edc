import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { open, seal } from "#lib/access/sealed";

/** What somebody goes to the issuer for: to sign in, to accept an invitation, or to add that account to their own. */
export type Aim = { to: "sign in" } | { to: "accept"; invitation: string } | { to: "add"; sessionId: string };

/** What a browser keeps while its person is with the issuer. */
export type Begun = { state: string; nonce: string; verifier: string; returnTo: string; aim: Aim };

type Jar = { get: (name: string) => { value: string } | undefined };

const seconds = 10 * 60;

export const begunCookie = async (begun: Begun) => ({
  name: cookieNames().openId,
  value: await seal("OpenID sign-in", begun, seconds),
  ...cookieOptions(),
  maxAge: seconds,
});

export const readBegun = (jar: Jar) => open<Begun>("OpenID sign-in", jar.get(cookieNames().openId)?.value);

export const noBegunCookie = () => ({ name: cookieNames().openId, value: "", ...cookieOptions(), maxAge: 0 });
