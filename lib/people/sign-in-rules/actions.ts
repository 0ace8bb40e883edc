"use server";

import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import { endSignInRule } from "#lib/people/sign-in-rules/end-sign-in-rule";
import { EndSignInRuleInput, MakeSignInRuleInput } from "#lib/people/sign-in-rules/inputs";
import { makeSignInRule } from "#lib/people/sign-in-rules/make-sign-in-rule";

export const makeSignInRuleAction = defineAction(MakeSignInRuleInput, async (asker, input, request) => {
  await makeSignInRule(asker, input, request);
  return leadOn(paths.signInRules({ done: "made" }), {});
});

export const endSignInRuleAction = defineAction(EndSignInRuleInput, async (asker, input, request) => {
  try {
    await endSignInRule(asker, input, request);
  } catch (error) {
    // Its form, which would say so, is gone from the page by now.
    if (!(error instanceof Refusal) || error.code !== "WRONG_STATE") throw error;
    return leadOn(paths.signInRules({ done: "ended before" }), {});
  }
  return leadOn(paths.signInRules({ done: "ended" }), {});
});
