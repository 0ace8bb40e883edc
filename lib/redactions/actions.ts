"use server";

import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { paths } from "#lib/paths";
import { findProposed } from "#lib/redactions/find-proposed";
import {
  ProposeRedactionInput,
  RedactWordsInput,
  RefuseRedactionInput,
  WithdrawRedactionInput,
} from "#lib/redactions/inputs";
import { proposeRedaction } from "#lib/redactions/propose-redaction";
import { redactWords } from "#lib/redactions/redact-words";
import { refuseRedaction } from "#lib/redactions/refuse-redaction";
import { withdrawRedaction } from "#lib/redactions/withdraw-redaction";

/** Leads to what was proposed, so that it is seen where the words stand; sent again after it was done, likewise. */
export const proposeRedactionAction = defineAction(ProposeRedactionInput, async (asker, input, request) => {
  const written = await proposeRedaction(asker, input, request);
  const id = written?.id ?? (await findProposed(await presentActor(asker), input.digest));
  return leadOn(id ? paths.redaction(id, { done: "proposed" }) : paths.redactions(), {});
});

export const withdrawRedactionAction = defineAction(WithdrawRedactionInput, async (asker, input, request) => {
  await withdrawRedaction(asker, input, request);
  return leadOn(paths.redaction(input.id, { done: "withdrawn" }), {});
});

export const refuseRedactionAction = defineAction(RefuseRedactionInput, async (asker, input, request) => {
  await refuseRedaction(asker, input, request);
  return leadOn(paths.redaction(input.id, { done: "refused" }), {});
});

export const redactWordsAction = defineAction(RedactWordsInput, async (asker, input, request) => {
  await redactWords(asker, input, request);
  return leadOn(paths.redaction(input.id, { done: "confirmed" }), {});
});
