import { isServedSecurely, publicUrl } from "#lib/access/public-url";

/**
 * The names of our cookies. They carry the installation, because cookies ignore ports and two copies on one machine would
 * sign each other out; in the middle, because next-auth takes every cookie whose name begins with the one it looks for.
 */
export function cookieNames() {
  const { port, protocol } = publicUrl();
  const installation = process.env.CANDOUR_COOKIE_SUFFIX || port || protocol.slice(0, -1);
  const prefix = isServedSecurely() ? "__Host-" : "";
  const name = (purpose: string) => `${prefix}candour-${installation}-${purpose}`;
  return {
    session: name("session"),
    csrf: name("form"),
    returnTo: name("return-to"),
    refused: name("refused"),
    noticed: name("noticed"),
    browser: name("browser"),
    openId: name("openid"),
    openIdAdding: name("openid-adding"),
    passwordShown: name("password-shown"),
  };
}

/** What every cookie of ours has: unreadable to scripts, not sent from other sites' forms, over https alone where there is https. */
export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isServedSecurely() }) as const;
