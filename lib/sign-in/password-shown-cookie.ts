import type { RightPassword } from "#lib/access/check-password";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { open, seal } from "#lib/access/sealed";

/** Whose right password a browser sent, until their code comes; of the password as it was then, and by what its try was counted. */
export type PasswordShown = Pick<RightPassword, "personId" | "changedAt" | "way"> & { returnTo: string };

type Jar = { get: (name: string) => { value: string } | undefined };

const purpose = "password shown";
const seconds = 10 * 60;

export const passwordShownCookie = async ({ personId, changedAt, way, returnTo }: PasswordShown) => ({
  name: cookieNames().passwordShown,
  value: await seal(purpose, { personId, changedAt, way, returnTo }, seconds),
  ...cookieOptions(),
  maxAge: seconds,
});

export const readPasswordShown = (jar: Jar) =>
  open<PasswordShown>(purpose, jar.get(cookieNames().passwordShown)?.value);

export const noPasswordShownCookie = () => ({
  name: cookieNames().passwordShown,
  value: "",
  ...cookieOptions(),
  maxAge: 0,
});
