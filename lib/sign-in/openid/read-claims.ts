import { isStorable } from "#lib/rules/is-storable";
import { readAddress } from "#lib/rules/mail-domain";
import { typedWords } from "#lib/rules/typed-words";

/** What an issuer says of somebody, as far as sign-in rules ask. */
export type Claimed = {
  /** Null unless the issuer says that it is theirs. */
  email: string | null;
  name: string | null;
  /** Null where it says that they are too many to be told. */
  groups: string[] | null;
};

export const readClaims = (claims: Record<string, unknown>): Claimed => ({
  email: verifiedEmail(claims),
  name: shownName(claims),
  groups: toldGroups(claims),
});

/**
 * By the boolean alone: who sends the word "true" has not said it. Entra ID never says it, and has `xms_edov` instead, for
 * "email domain owner verified", a boolean that some tokens carry as a 1; it counts where nothing else is said.
 */
function verifiedEmail({ email, email_verified: said, xms_edov: byOwner }: Record<string, unknown>): string | null {
  const isVerified = said === true || (said === undefined && [true, 1, "1"].includes(byOwner as string));
  return isVerified && typeof email === "string" ? (readAddress(email)?.email ?? null) : null;
}

function shownName({ name }: Record<string, unknown>): string | null {
  const words = typeof name === "string" && isStorable(name) ? typedWords(name).replaceAll("\n", " ") : "";
  return words !== "" && words.length <= 200 ? words : null;
}

/** Entra ID names another place where they stand, once somebody is in too many. */
function toldGroups({ groups, hasgroups, _claim_names: elsewhere }: Record<string, unknown>): string[] | null {
  const isElsewhere = typeof elsewhere === "object" && elsewhere !== null && Object.hasOwn(elsewhere, "groups");
  if (isElsewhere || hasgroups !== undefined) return null;
  const told = Array.isArray(groups) ? (groups as unknown[]) : [];
  return told.filter((one): one is string => typeof one === "string" && isStorable(one));
}
