"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import { addOpenIdLink } from "#lib/people/add-openid-link";
import { endOpenIdLink } from "#lib/people/end-openid-link";
import { NothingTypedInput } from "#lib/people/inputs";
import { AddOpenIdLinkInput } from "#lib/sign-in/inputs";
import { noAddingCookie, readAdding } from "#lib/sign-in/openid/adding-cookie";

/** Of which account stands in a cookie that its issuer's answer made; what is typed is the password alone. */
export const addOpenIdLinkAction = defineAction(AddOpenIdLinkInput, async (asker, { current }) => {
  const actor = await presentActor(asker);
  const jar = await cookies();
  const adding = await readAdding(jar, actor.sessionId);
  if (!adding) throw new Refusal("WRONG_STATE", "It took longer than ten minutes. Sign in to the account once more.");
  await addOpenIdLink(actor, { ...adding, current });
  jar.set(noAddingCookie());
  redirect(paths.account("linked"));
});

export const endOpenIdLinkAction = defineAction(NothingTypedInput, async (asker, _nothing, request) => {
  await endOpenIdLink(asker, request);
  redirect(paths.account("unlinked"));
});
