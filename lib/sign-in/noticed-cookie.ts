import { cookieNames, cookieOptions } from "#lib/access/cookie-names";

/** What the first pages after signing in say of refused sign-ins: for a minute in a cookie. */
export type Noticed = { attempts: number; since: Date };

export function noticedCookie({ attempts, since }: Noticed) {
  return { name: cookieNames().noticed, value: `${attempts} ${since.toISOString()}`, ...cookieOptions(), maxAge: 60 };
}

/** Null for no cookie, and for what is not ours. */
export function readNoticed(value: string | undefined): Noticed | null {
  const [, attempts, since] = /^(\d{1,6}) (\S{20,30})$/.exec(value ?? "") ?? [];
  return attempts && since && !Number.isNaN(Date.parse(since))
    ? { attempts: Number(attempts), since: new Date(since) }
    : null;
}
