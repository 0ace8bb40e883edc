import { z } from "zod";
import { DayField } from "#lib/actions/day-field";
import { NameField } from "#lib/actions/name-field";
import type { Day } from "#lib/rules/day";
import type { HeldDays } from "#lib/rules/held-days";
import { type HeldRole, rolesInForm } from "#lib/rules/held-role";
import { isUuid } from "#lib/rules/is-uuid";
import { typedWords } from "#lib/rules/typed-words";

const newPassword = { password: z.string().default(""), again: z.string().default("") };
const isTypedTwice = ({ password, again }: { password: string; again: string }) => password === again;
const typedTwice = { path: ["again"], message: "The two are not the same. Type the new password once more." };

export const ChangePasswordInput = z
  .object({ current: z.string().min(1, "Type your current password."), ...newPassword })
  .refine(isTypedTwice, typedTwice);
export type ChangePassword = z.output<typeof ChangePasswordInput>;

export const AcceptInvitationInput = z.object({ token: z.string(), ...newPassword }).refine(isTypedTwice, typedTwice);
export type AcceptInvitation = z.output<typeof AcceptInvitationInput>;

export const AskResetInput = z.object({
  email: z
    .string()
    .default("")
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1, "Give your e-mail address.").max(254, "This is no e-mail address.")),
});
export type AskReset = z.output<typeof AskResetInput>;

export const FollowResetInput = z.object({ token: z.string(), ...newPassword }).refine(isTypedTwice, typedTwice);
export type FollowReset = z.output<typeof FollowResetInput>;

const person = z.uuid("There is no such person.");
const Reason = z
  .string()
  .transform(typedWords)
  .pipe(z.string().min(1, "Say why, for the history.").max(500, "Say it in at most 500 characters."));

export const EndPersonSessionsInput = z.object({ person, reason: Reason });
export type EndPersonSessions = z.output<typeof EndPersonSessionsInput>;

/** A day, or none where nothing is typed. */
const AnyDay = z
  .string()
  .default("")
  .transform((text) => text.trim() || null)
  .pipe(DayField("Give the day.").nullable());

function requireInOrder({ from, until }: Record<"from" | "until", Day | null>, context: z.RefinementCtx) {
  if (!from || !until || from <= until) return;
  context.addIssue({ code: "custom", path: ["until"], message: "The last day is the first one, or after it." });
}

/** The days are of all roles that are ticked. */
export const GrantRoleInput = z
  .looseObject({ person, from: AnyDay, until: AnyDay })
  .transform(({ person: personId, from, until, ...boxes }, context) => {
    const roles = rolesInForm(Object.keys(boxes));
    if (!roles || roles.length === 0) {
      context.addIssue({ code: "custom", path: ["roles"], message: "Choose at least one role." });
    }
    requireInOrder({ from, until }, context);
    return { person: personId, roles: roles ?? [], fromDay: from, toDay: until };
  });
export type GrantRole = { person: string; roles: readonly HeldRole[] } & Partial<HeldDays>;

/** At once, or with the end of a day. */
export const RevokeRoleInput = z.object({ grant: z.uuid("There is no such role."), reason: Reason, until: AnyDay });
export type RevokeRole = { grant: string; reason: string; until?: Day | null };

/** Of all that somebody holds for teams, to another. */
export const HandOverInput = z
  .object({ person, to: z.uuid("Choose who takes over."), why: Reason })
  .transform(({ why, ...given }) => ({ ...given, reason: why }));
export type HandOver = z.output<typeof HandOverInput>;

export const AboutPersonInput = z.object({ person });
export type AboutPerson = z.output<typeof AboutPersonInput>;

export const AboutPersonWhyInput = z.object({ person, reason: Reason });
export type AboutPersonWhy = z.output<typeof AboutPersonWhyInput>;

const noHead = "Choose for whom they stand in.";

/** Of one head of service and one team of theirs, in one field. */
export const NameDeputyInput = z
  .object({
    of: z.string(noHead).refine((text) => /^\S+ \S+$/.test(text) && text.split(" ").every(isUuid), noHead),
    deputy: z.uuid("Choose who stands in."),
    from: DayField("Say from which day they stand in."),
    to: DayField("Say until which day they stand in."),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day is the first one, or after it." })
  .transform(({ of, deputy, from, to }) => {
    const [headId = "", teamId = ""] = of.split(" ");
    return { headId, teamId, deputyId: deputy, fromDay: from, toDay: to };
  });
export type NameDeputy = z.output<typeof NameDeputyInput>;

export const EndDeputyInput = z.object({ deputy: z.uuid("There is no such deputy.") });
export type EndDeputy = z.output<typeof EndDeputyInput>;

const Name = NameField();

export const AddTeamInput = z.object({ name: Name });
export type AddTeam = z.output<typeof AddTeamInput>;

/** Over the version of the team whose name is on the screen. */
export const RenameTeamInput = z.object({
  team: z.uuid("There is no such team."),
  name: Name,
  seen: z.coerce
    .number("Open the page again.")
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});
export type RenameTeam = z.output<typeof RenameTeamInput>;

const longestBlock = 100_000;

/** One person by fields, or several by a block of cells; looked at before anybody is invited. */
export const InvitePeopleInput = z
  .looseObject({
    does: z.enum(["look", "invite"]).catch("look"),
    block: z.string().max(longestBlock, "This is too long to be taken at once. Paste it in parts.").optional(),
    name: z.string().default(""),
    email: z.string().default(""),
    from: AnyDay,
    until: AnyDay,
  })
  .transform(({ does, block, name, email, from, until, ...boxes }, context) => {
    if (block !== undefined) {
      if (block.trim() === "")
        context.addIssue({ code: "custom", path: ["block"], message: "Paste the people here first." });
      return { does, block };
    }
    const roles = rolesInForm(Object.keys(boxes));
    if (email.trim() === "")
      context.addIssue({ code: "custom", path: ["email"], message: "Give their e-mail address." });
    if (!roles?.length) context.addIssue({ code: "custom", path: ["roles"], message: "Choose at least one role." });
    requireInOrder({ from, until }, context);
    return { does, name: typedWords(name), email, roles: roles ?? [], fromDay: from, toDay: until };
  });
export type InvitePeople = z.output<typeof InvitePeopleInput>;

export const NothingTypedInput = z.object({});
