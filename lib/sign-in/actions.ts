"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { noteRead } from "#lib/access/asking";
import { count } from "#lib/access/counted";
import { requestOrigin } from "#lib/access/request-origin";
import { defineAction, definePublicAction, presentActor } from "#lib/actions/define-action";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import { addOpenIdLink } from "#lib/people/add-openid-link";
import { endOpenIdLink } from "#lib/people/end-openid-link";
import { NothingTypedInput } from "#lib/people/inputs";
import { CodeInput } from "#lib/people/second-factor/inputs";
import { rememberingCookies, sessionCookie } from "#lib/sign-in/begun-session";
import { AddOpenIdLinkInput } from "#lib/sign-in/inputs";
import { noAddingCookie, readAdding } from "#lib/sign-in/openid/adding-cookie";
import { noPasswordShownCookie, readPasswordShown } from "#lib/sign-in/password-shown-cookie";
import { signInByCode } from "#lib/sign-in/sign-in-by-code";

/** Of whose password was shown in this browser within ten minutes; of nobody's, sign-in begins anew. */
export const signInByCodeAction = definePublicAction(CodeInput, async ({ code }) => {
  const jar = await cookies();
  const shown = await readPasswordShown(jar);
  const token = shown && (await signInByCode(shown, code, requestOrigin(await headers())));
  jar.set(noPasswordShownCookie());
  if (!token) redirect(paths.signIn(shown?.returnTo, { error: "EXPIRED" }));
  count("signIn", { outcome: "STARTED" });
  jar.set(await sessionCookie(token));
  for (const cookie of await rememberingCookies(jar, shown.personId)) jar.set(cookie);
  redirect(shown.returnTo);
});

/** Forgets whose password was shown. */
export async function startSignInAgainAction(): Promise<void> {
  noteRead();
  (await cookies()).set(noPasswordShownCookie());
  redirect(paths.signIn());
}

/** Of which account stands in a cookie that its issuer's answer made; what is typed is the password alone. */
export const addOpenIdLinkAction = defineAction(AddOpenIdLinkInput, async (asker, given) => {
  const actor = await presentActor(asker);
  const jar = await cookies();
  const adding = await readAdding(jar, actor.sessionId);
  if (!adding) throw new Refusal("WRONG_STATE", "It took longer than ten minutes. Sign in to the account once more.");
  await addOpenIdLink(actor, { ...adding, ...given });
  jar.set(noAddingCookie());
  redirect(paths.account("linked"));
});

export const endOpenIdLinkAction = defineAction(NothingTypedInput, async (asker, _nothing, request) => {
  await endOpenIdLink(asker, request);
  redirect(paths.account("unlinked"));
});
