import { z } from "zod";
import { publishesOver, type Role, roles } from "#db/vocabulary";
import { MonthField } from "#lib/actions/month-field";
import { NameField } from "#lib/actions/name-field";
import { isTimeZone } from "#lib/rules/time-zone";

/** Over the version of the settings that is on the screen. */
const seen = z.coerce
  .number("Open the page again.")
  .int()
  .min(1)
  .max(2 ** 31 - 1);

export const RenameOrganisationInput = z.object({
  name: NameField(),
  seen,
});
export type RenameOrganisation = z.output<typeof RenameOrganisationInput>;

export const SetTimeZoneInput = z.object({
  timeZone: z.string().trim().refine(isTimeZone, "Choose a time zone: Europe/London."),
  seen,
});
export type SetTimeZone = z.output<typeof SetTimeZoneInput>;

const whole = "Give a whole number of hours, from 1 to 24.";
const Hours = z.coerce.number(whole).int(whole).min(1, whole).max(24, whole);

export const SetSessionLifeInput = z
  .object({ idleHours: Hours, hours: Hours, seen })
  .refine(({ idleHours, hours }) => idleHours <= hours, {
    path: ["hours"],
    message: "In all a session lasts at least as long as one that is not used.",
  });
export type SetSessionLife = z.output<typeof SetSessionLifeInput>;

const ticked = z
  .literal("yes")
  .optional()
  .transform((said) => said === "yes");

/** From a month on; over how many rules were said before. */
export const SetCommentRulesInput = z.object({
  from: MonthField,
  lowestLevels: z
    .enum(["", "0", "1", "2", "3", "4", "5"], "Choose at which grades.")
    .transform((count) => (count === "" ? null : Number(count))),
  milestoneMissed: ticked,
  gradeChanged: ticked,
  figureUnusual: ticked,
  seen: z.coerce
    .number("Open the page again.")
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
export type SetCommentRules = z.output<typeof SetCommentRulesInput>;

export const SetPublishingRuleInput = z.object({
  publishesOver: z
    .enum(["any officer", ...publishesOver], "Choose who may.")
    .transform((who) => (who === "any officer" ? null : who)),
  seen,
});
export type SetPublishingRule = z.output<typeof SetPublishingRuleInput>;

const years = "Give a whole number of years, from 1 to 100, or nothing.";

export const SetRetentionInput = z.object({
  years: z
    .string()
    .trim()
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .pipe(z.number(years).int(years).min(1, years).max(100, years).nullable()),
  seen,
});
export type SetRetention = z.output<typeof SetRetentionInput>;

/** A box for each role. */
export const SetSecondFactorRuleInput = z
  .object({ seen, ...Object.fromEntries(roles.map((role) => [role, ticked])) } as { seen: typeof seen } & Record<
    Role,
    typeof ticked
  >)
  .transform(({ seen: over, ...boxes }) => ({ seen: over, needed: roles.filter((role) => boxes[role]) }));
export type SetSecondFactorRule = z.output<typeof SetSecondFactorRuleInput>;
