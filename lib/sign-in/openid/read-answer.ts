import { errors } from "openid-client";
import type { OpenIdSettings } from "#lib/access/openid-settings";
import { isStorable } from "#lib/rules/is-storable";
import type { Begun } from "#lib/sign-in/openid/begun-cookie";
import { callbackUrl, issuerClient } from "#lib/sign-in/openid/issuer-client";
import { type Claimed, readClaims } from "#lib/sign-in/openid/read-claims";

/** Whom the issuer vouches for: by its own name and the subject, and what the person calls that account. */
export type Vouched = { issuer: string; subject: string; called: string };

export type ReadAnswer =
  | { ok: true; vouched: Vouched; claimed: Claimed }
  | { ok: false; why: "NOT_BEGUN_HERE" | "ISSUER_REFUSED" | "ANSWER_NOT_TRUSTED" | "ISSUER_UNREACHABLE" };

const read = ["code", "state", "iss", "error", "error_description"] as const;

/** Exchanges the code of an answer and looks at the token by every rule of OpenID Connect. What was wrong, the log alone is told. */
export async function readAnswer(
  settings: OpenIdSettings,
  answer: URLSearchParams,
  begun: Begun | null,
): Promise<ReadAnswer> {
  const given = Object.fromEntries(read.flatMap((name) => (answer.has(name) ? [[name, answer.get(name)!]] : [])));
  if (!begun || given.state !== begun.state) return { ok: false, why: "NOT_BEGUN_HERE" };
  try {
    const client = await issuerClient(settings);
    const { state, nonce, verifier } = begun;
    const checks = { state, nonce, code_verifier: verifier, response_type: "code" };
    const claims = (await client.callback(callbackUrl(), given, checks)).claims();
    const subject = claims.sub;
    if (subject.length > 255 || subject.trim() === "" || !isStorable(subject)) {
      say("An OpenID sign-in was refused", "the subject cannot be kept");
      return { ok: false, why: "ANSWER_NOT_TRUSTED" };
    }
    const called = String(claims.preferred_username ?? claims.email ?? claims.name ?? subject).slice(0, 254);
    const vouched = { issuer: claims.iss, subject, called: isStorable(called) ? called : subject };
    return { ok: true, vouched, claimed: readClaims(claims) };
  } catch (error) {
    say("An OpenID sign-in was refused", error);
    return { ok: false, why: whyNot(error) };
  }
}

/** One line of the log, whatever somebody put into an address. */
export function say(what: string, error: unknown): void {
  console.error(`${what}: ${JSON.stringify(String(error).slice(0, 500))}`);
}

function whyNot(error: unknown): (ReadAnswer & { ok: false })["why"] {
  if (error instanceof errors.OPError) {
    return error.response && error.error !== "invalid_grant" ? "ISSUER_UNREACHABLE" : "ISSUER_REFUSED";
  }
  const isOfToken = error instanceof errors.RPError || error instanceof TypeError;
  return isOfToken && !/timed out/.test(error.message) ? "ANSWER_NOT_TRUSTED" : "ISSUER_UNREACHABLE";
}
