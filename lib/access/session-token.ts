import { decode } from "next-auth/jwt";
import { cookieNames } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

type Jar = { get: (name: string) => { value: string } | undefined };

/** The session's token out of the request's cookie, or null where there is none that we sealed. */
export async function sessionToken(jar: Jar): Promise<string | null> {
  const sealed = jar.get(cookieNames().session)?.value;
  // What cannot be opened was not sealed here, or is past its time: nobody.
  const opened = sealed ? await decode({ token: sealed, secret: secret() }).catch(() => null) : null;
  return typeof opened?.token === "string" ? opened.token : null;
}
