import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

/** Who signed in with this browser, when they last did, and the name that the browser has for them alone. */
type Known = { personId: string; browser: string; at: number };
type Jar = { get: (name: string) => { value: string } | undefined };

const seconds = 90 * 24 * 60 * 60;
/** Of the people who share a computer, so many. */
const most = 5;

const sealOf = (body: string) => createHmac("sha256", secret()).update(`known browser:${body}`).digest("base64url");

function isOurs(body: string, seal: string): boolean {
  const [own, theirs] = [Buffer.from(sealOf(body)), Buffer.from(seal)];
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}

function readKnown(jar: Jar): Known[] {
  const [body = "", seal = ""] = jar.get(cookieNames().browser)?.value.split(".") ?? [];
  if (!body || !isOurs(body, seal)) return [];
  const known: Known[] = JSON.parse(Buffer.from(body, "base64url").toString());
  return known.filter(({ at }) => at > Date.now() - seconds * 1000);
}

/** What the throttle knows a person's browser by; null for one in which they did not sign in within 90 days. */
export const knownBrowser = (jar: Jar, personId: string): string | null =>
  readKnown(jar).find((known) => known.personId === personId)?.browser ?? null;

/** The cookie that remembers a browser for a person who has shown in it who they are. It opens nothing. */
export function browserCookie(jar: Jar, personId: string) {
  const browser = knownBrowser(jar, personId) ?? randomUUID();
  const others = readKnown(jar).filter((known) => known.personId !== personId);
  const known: Known[] = [{ personId, browser, at: Date.now() }, ...others].slice(0, most);
  const body = Buffer.from(JSON.stringify(known)).toString("base64url");
  return { name: cookieNames().browser, value: `${body}.${sealOf(body)}`, ...cookieOptions(), maxAge: seconds };
}
