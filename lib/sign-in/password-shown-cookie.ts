import type { RightPassword } from "#lib/access/check-password";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { open, seal } from "#lib/access/sealed";
import { codeSeconds } from "#lib/access/throttle";

/** Whose right password a browser sent, until their code comes; of the password as it was then, and by what its try was counted, and as what it was noted. */
export type PasswordShown = Pick<RightPassword, "personId" | "changedAt" | "way"> & { half: string; returnTo: string };

type Jar = { get: (name: string) => { value: string } | undefined };

const purpose = "password shown";

export const passwordShownCookie = async ({ personId, changedAt, way, half, returnTo }: PasswordShown) => ({
  name: cookieNames().passwordShown,
  value: await seal(purpose, { personId, changedAt, way, half, returnTo }, codeSeconds),
  ...cookieOptions(),
  maxAge: codeSeconds,
});

export const readPasswordShown = (jar: Jar) =>
  open<PasswordShown>(purpose, jar.get(cookieNames().passwordShown)?.value);

export const noPasswordShownCookie = () => ({
  name: cookieNames().passwordShown,
  value: "",
  ...cookieOptions(),
  maxAge: 0,
});
