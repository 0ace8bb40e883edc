import { type NextRequest, NextResponse } from "next/server";
import { isUnavailable } from "#db/is-unavailable";
import type { Origin } from "#lib/access/actor";
import { count } from "#lib/access/counted";
import { openIdSettings } from "#lib/access/openid-settings";
import { requestOrigin } from "#lib/access/request-origin";
import { currentActor } from "#lib/access/session";
import { startSession } from "#lib/access/start-session";
import { countAnswer, enterRefused } from "#lib/access/throttle";
import { paths } from "#lib/paths";
import { findFirstDay } from "#lib/people/find-first-day";
import { rememberBrowser, sessionCookie } from "#lib/sign-in/begun-session";
import { acceptByOpenId } from "#lib/sign-in/openid/accept-by-openid";
import { addingCookie } from "#lib/sign-in/openid/adding-cookie";
import { type Begun, noBegunCookie, readBegun } from "#lib/sign-in/openid/begun-cookie";
import { comeByRule } from "#lib/sign-in/openid/come-by-rule";
import { findLinked, type Linked } from "#lib/sign-in/openid/find-linked";
import { readAnswer, type Vouched } from "#lib/sign-in/openid/read-answer";
import { leadBack, leadToFirstDay, notThere, type Refused, refuse } from "#lib/sign-in/openid/refuse";

/** What the issuer sent somebody back with. It is looked at once: what the browser kept of it is forgotten. */
export async function answerOpenId(request: NextRequest): Promise<Response> {
  if (!openIdSettings()) return notThere();
  const begun = await readBegun(request.cookies);
  const answer = await answered(request, begun).catch((error: unknown) => {
    console.error("An OpenID sign-in failed:", error);
    const why = isUnavailable(error) ? "UNAVAILABLE" : "FAILED";
    count("signIn", { outcome: why });
    return leadBack(why, begun);
  });
  answer.cookies.set(noBegunCookie());
  return answer;
}

async function answered(request: NextRequest, begun: Begun | null): Promise<NextResponse> {
  const origin = requestOrigin(request.headers);
  const counted = await countAnswer(origin.address);
  if (counted.until) return refuse({ why: "TOO_MANY", personId: null, until: counted.until }, begun, origin);
  const read = await readAnswer(openIdSettings()!, request.nextUrl.searchParams, begun);
  if (!read.ok || !begun) {
    return refuse({ why: read.ok ? "NOT_BEGUN_HERE" : read.why, personId: null }, begun, origin);
  }
  const { aim } = begun;
  if (aim.to === "add") return offerToAdd(aim.sessionId, read.vouched, begun);
  if (aim.to === "accept") {
    const accepted = await acceptByOpenId(aim.invitation, read.vouched, origin);
    if (!accepted.ok) {
      return accepted.why === "INVITATION_OVER" ? leadBack(accepted.why, begun) : refuse(accepted, begun, origin);
    }
  }
  const known = (await findLinked(read.vouched)) ?? (await comeByRule(read.vouched, read.claimed, origin));
  const stopped = whyNot(known);
  const firstDay = stopped?.why === "NO_ROLE" ? await findFirstDay(stopped.personId!) : null;
  if (firstDay && aim.to === "accept") {
    await counted.forget();
    return leadToFirstDay("accepted", firstDay, begun);
  }
  if (stopped) {
    const refused = await refuse(stopped, begun, origin);
    return firstDay ? leadToFirstDay("begins", firstDay, begun) : refused;
  }
  await counted.forget();
  return signIn(known.personId!, request, begun, origin);
}

function whyNot(known: Linked | Refused): Refused | null {
  if ("why" in known) return known;
  const { personId, isDisabled, hasRole } = known;
  if (isDisabled) return { why: "DISABLED", personId };
  return hasRole ? null : { why: "NO_ROLE", personId };
}

async function signIn(personId: string, request: NextRequest, { returnTo }: Begun, origin: Origin) {
  await enterRefused(personId);
  const token = await startSession(personId, origin, "openid");
  count("signIn", { outcome: "STARTED" });
  const answer = new NextResponse(null, { status: 303, headers: { Location: returnTo } });
  answer.cookies.set(await sessionCookie(token));
  await rememberBrowser(answer, request, personId);
  return answer;
}

/** Nothing is linked yet: the person of the session that asked says so with their password. */
async function offerToAdd(sessionId: string, vouched: Vouched, begun: Begun): Promise<NextResponse> {
  if ((await currentActor())?.sessionId !== sessionId) return leadBack("NOT_BEGUN_HERE", begun);
  const answer = new NextResponse(null, {
    status: 303,
    headers: { Location: `${paths.account("shown")}#without-password` },
  });
  answer.cookies.set(await addingCookie({ sessionId, ...vouched }));
  return answer;
}
