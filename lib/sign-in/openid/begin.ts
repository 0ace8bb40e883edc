import { type NextRequest, NextResponse } from "next/server";
import { generators } from "openid-client";
import { localPath } from "#lib/access/local-path";
import { openIdSettings } from "#lib/access/openid-settings";
import { requestOrigin } from "#lib/access/request-origin";
import { currentActor } from "#lib/access/session";
import { paths } from "#lib/paths";
import { type Aim, begunCookie } from "#lib/sign-in/openid/begun-cookie";
import { issuerClient } from "#lib/sign-in/openid/issuer-client";
import { say } from "#lib/sign-in/openid/read-answer";
import { notThere, refuse } from "#lib/sign-in/openid/refuse";

/** Leads somebody to the issuer. It is followed from our own pages alone: nobody is sent by another site to sign in as they did not mean to. */
export async function beginOpenId(request: NextRequest): Promise<Response> {
  const settings = openIdSettings();
  if (!settings) return notThere();
  const returnTo = localPath(request.nextUrl.searchParams.get("callbackUrl"));
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return leadTo(paths.signIn(returnTo));
  const aim = await aimOf(request.nextUrl.searchParams);
  if (!aim) return leadTo(paths.signIn(paths.account()));
  try {
    const client = await issuerClient(settings);
    const [state, nonce, verifier] = [generators.state(), generators.nonce(), generators.codeVerifier()];
    const address = client.authorizationUrl({
      scope: scopeFor(aim, client.issuer.metadata.scopes_supported),
      state,
      nonce,
      code_challenge: generators.codeChallenge(verifier),
      code_challenge_method: "S256",
      // Whose account is added shows it here, whoever signed in to it before on this computer.
      ...(aim.to === "add" && { prompt: "login" }),
    });
    const answer = leadTo(address);
    answer.cookies.set(await begunCookie({ state, nonce, verifier, returnTo, aim }));
    return answer;
  } catch (error) {
    say("The OpenID issuer cannot be reached", error);
    return refuse({ why: "ISSUER_UNREACHABLE", personId: null }, { returnTo, aim }, requestOrigin(request.headers));
  }
}

/** What Candour asks to be told: who accepts an invitation is known already. Groups, where an issuer tells them by a scope of their own. */
function scopeFor(aim: Aim, offered: unknown): string {
  if (aim.to === "accept") return "openid";
  const tellsGroups = aim.to === "sign in" && Array.isArray(offered) && offered.includes("groups");
  return tellsGroups ? "openid email profile groups" : "openid email profile";
}

/** Null for who would add an account, and is nobody. */
async function aimOf(asked: URLSearchParams): Promise<Aim | null> {
  const invitation = asked.get("invitation");
  if (invitation) return { to: "accept", invitation: invitation.slice(0, 100) };
  if (!asked.has("add")) return { to: "sign in" };
  const actor = await currentActor();
  return actor && { to: "add", sessionId: actor.sessionId };
}

const leadTo = (address: string) => new NextResponse(null, { status: 303, headers: { Location: address } });
