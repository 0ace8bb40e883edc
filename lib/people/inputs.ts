import { z } from "zod";
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

export const EndPersonSessionsInput = z.object({
  person: z.uuid("There is no such person."),
  reason: z
    .string()
    .transform(typedWords)
    .pipe(z.string().min(1, "Say why, for the history.").max(500, "Say it in at most 500 characters.")),
});
export type EndPersonSessions = z.output<typeof EndPersonSessionsInput>;

export const NothingTypedInput = z.object({});
