import { NextResponse } from "next/server";
import type { Origin } from "#lib/access/actor";
import type { WhyRefused } from "#lib/access/check-password";
import { count } from "#lib/access/counted";
import { paths } from "#lib/paths";
import type { Day } from "#lib/rules/day";
import type { Begun } from "#lib/sign-in/openid/begun-cookie";
import { refuseSignIn } from "#lib/sign-in/refuse-sign-in";
import { refusedCookie } from "#lib/sign-in/refused-cookie";

export type Refused = { why: WhyRefused; personId: string | null; until?: Date };

export const notThere = () => new Response("There is nothing here.\n", { status: 404 });

/** Enters a refusal as any other sign-in's, and leads to where it is said in words. */
export async function refuse(
  refused: Refused,
  begun: Pick<Begun, "returnTo" | "aim"> | null,
  origin: Origin,
): Promise<NextResponse> {
  count("signIn", { outcome: refused.why });
  await refuseSignIn({ ok: false, ...refused }, origin);
  const answer = leadBack(refused.why, begun);
  if (refused.until) answer.cookies.set(refusedCookie({ email: "", until: refused.until.toISOString() }));
  return answer;
}

/** To the sign-in page; who is signed in and adds an account, to their own. */
export function leadBack(error: string, begun: Pick<Begun, "returnTo" | "aim"> | null): NextResponse {
  const to = begun?.aim.to === "add" ? paths.accountAfter(error) : paths.signIn(begun?.returnTo, { error });
  return new NextResponse(null, { status: 303, headers: { Location: to } });
}

/** To the sign-in page too, which says from when on they can sign in. */
export function leadToFirstDay(what: "accepted" | "begins", day: Day, { returnTo }: Begun): NextResponse {
  const to = paths.signIn(returnTo, { done: `${what}-${day}` });
  return new NextResponse(null, { status: 303, headers: { Location: to } });
}
