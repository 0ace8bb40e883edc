"use server";

import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { paths } from "#lib/paths";
import {
  RenameOrganisationInput,
  SetCommentRulesInput,
  SetPublishingRuleInput,
  SetRetentionInput,
  SetSecondFactorRuleInput,
  SetSessionLifeInput,
  SetTimeZoneInput,
} from "#lib/settings/inputs";
import { renameOrganisation } from "#lib/settings/rename-organisation";
import { setCommentRules } from "#lib/settings/set-comment-rules";
import { setPublishingRule } from "#lib/settings/set-publishing-rule";
import { setRetention } from "#lib/settings/set-retention";
import { setSecondFactorRule } from "#lib/settings/set-second-factor-rule";
import { setSessionLife } from "#lib/settings/set-session-life";
import { setTimeZone } from "#lib/settings/set-time-zone";

export const renameOrganisationAction = defineAction(RenameOrganisationInput, async (asker, input, request) => {
  await renameOrganisation(asker, input, request);
  return leadOn(paths.settings({ done: "renamed" }), {});
});

export const setTimeZoneAction = defineAction(SetTimeZoneInput, async (asker, input, request) => {
  await setTimeZone(asker, input, request);
  return leadOn(paths.settings({ done: "time zone" }), {});
});

export const setSessionLifeAction = defineAction(SetSessionLifeInput, async (asker, input, request) => {
  await setSessionLife(asker, input, request);
  return leadOn(paths.settings({ done: "sessions" }), {});
});

export const setCommentRulesAction = defineAction(SetCommentRulesInput, async (asker, input, request) => {
  await setCommentRules(asker, input, request);
  return leadOn(paths.settings({ done: "comments" }), {});
});

export const setPublishingRuleAction = defineAction(SetPublishingRuleInput, async (asker, input, request) => {
  await setPublishingRule(asker, input, request);
  return leadOn(paths.settings({ done: "publishing" }), {});
});

export const setRetentionAction = defineAction(SetRetentionInput, async (asker, input, request) => {
  await setRetention(asker, input, request);
  return leadOn(paths.settings({ done: "retention" }), {});
});

export const setSecondFactorRuleAction = defineAction(SetSecondFactorRuleInput, async (asker, input, request) => {
  await setSecondFactorRule(asker, input, request);
  return leadOn(paths.settings({ done: "second factor" }), {});
});
