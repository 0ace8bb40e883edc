"use server";

import { redirect } from "next/navigation";
import { localPath } from "#lib/access/local-path";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { paths } from "#lib/paths";
import { confirmSecondFactor } from "#lib/people/second-factor/confirm-second-factor";
import { enrolSecondFactor } from "#lib/people/second-factor/enrol-second-factor";
import { CodeInput, EnrolSecondFactorInput, PasswordAndCodeInput } from "#lib/people/second-factor/inputs";
import { removeSecondFactor } from "#lib/people/second-factor/remove-second-factor";
import { renewRecoveryCodes } from "#lib/people/second-factor/renew-recovery-codes";

export const enrolSecondFactorAction = defineAction(EnrolSecondFactorInput, async (asker, input) => {
  await enrolSecondFactor(await presentActor(asker, { enrols: true }), input);
  redirect(paths.secondFactor(localPath(input.returnTo)));
});

/** The recovery codes stand in the answer and nowhere else. */
export const confirmSecondFactorAction = defineAction(CodeInput, async (asker, input) => ({
  codes: await confirmSecondFactor(await presentActor(asker, { enrols: true }), input),
}));

export const renewRecoveryCodesAction = defineAction(PasswordAndCodeInput, async (asker, input) => ({
  codes: await renewRecoveryCodes(await presentActor(asker), input),
}));

export const removeSecondFactorAction = defineAction(PasswordAndCodeInput, async (asker, input) => {
  await removeSecondFactor(await presentActor(asker), input);
  redirect(paths.account("second-factor-removed"));
});
