import { z } from "zod";
import { rolesInForm } from "#lib/rules/held-role";
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

const person = z.uuid("There is no such person.");
const Reason = z
  .string()
  .transform(typedWords)
  .pipe(z.string().min(1, "Say why, for the history.").max(500, "Say it in at most 500 characters."));

export const EndPersonSessionsInput = z.object({ person, reason: Reason });
export type EndPersonSessions = z.output<typeof EndPersonSessionsInput>;

export const GrantRoleInput = z.looseObject({ person }).transform(({ person: personId, ...boxes }, context) => {
  const roles = rolesInForm(Object.keys(boxes));
  if (!roles || roles.length === 0) {
    context.addIssue({ code: "custom", path: ["roles"], message: "Choose at least one role." });
    return z.NEVER;
  }
  return { person: personId, roles };
});
export type GrantRole = z.output<typeof GrantRoleInput>;

export const RevokeRoleInput = z.object({ grant: z.uuid("There is no such role."), reason: Reason });
export type RevokeRole = z.output<typeof RevokeRoleInput>;

export const NothingTypedInput = z.object({});
