/** Why somebody was kept from something, by the code in the trail. What they typed is not kept, so neither is it said. */
const reasons: Record<string, string> = {
  WRONG_ROLE: "Their role does not allow it",
  WRONG_SCOPE: "It belongs to another team",
  WRONG_STATE: "It was no longer, or not yet, in a state for it",
  MONTH_NOT_OPEN: "The month had not been opened",
  MONTH_CLOSED: "The month was closed",
  NOT_DUE: "No figure was due for the month",
  OWN_WORDS: "Nobody approves their own words",
  CONFLICT: "It had changed since they opened it",
  SESSION_ENDED: "Their session had ended",
  NO_FACTOR: "They have to set up a second factor first",
  TOO_MANY: "Too many attempts",
  WRONG_CODE: "Wrong code",
};

const ofPeople = "Nobody does this to themselves, nor to who is of another organisation";

const ofRedactions = "Nobody confirms or refuses what they proposed, nor confirms that their own words go";

const signInReasons: Record<string, string> = {
  WRONG_PASSWORD: "wrong password",
  UNKNOWN_PERSON: "nobody has the e-mail address they gave",
  DISABLED: "they may no longer sign in",
  TOO_MANY: "too many attempts",
  NOT_LINKED: "nobody here signs in with that account",
  EMAIL_NOT_VERIFIED: "nobody here signs in with that account, and its issuer vouches for no e-mail address",
  GROUPS_NOT_TOLD: "nobody here signs in with that account, and its issuer tells no groups, as they are too many",
  KNOWN_ALREADY: "a rule was for them, but somebody has their e-mail address or had that account before",
  TWO_ORGANISATIONS: "rules of more than one organisation were for them",
  NO_ROLE: "they hold no role",
  LINKED_OTHERWISE: "somebody else signs in with that account",
  NOT_BEGUN_HERE: "it was not begun in that browser, or too long ago",
  ISSUER_REFUSED: "the issuer of the account refused it",
  ANSWER_NOT_TRUSTED: "the issuer’s answer could not be trusted",
  WRONG_CODE: "right password, but a wrong code",
  USED_CODE: "right password, but a code that was used already",
  NO_CODE: "right password, but no code after it",
  UNREADABLE_FACTOR: "right password, but what codes are compared with could not be read",
  ISSUER_UNREACHABLE: "the issuer of the account could not be reached",
};

export function refusalWords(code: string | null, verb = ""): string | null {
  if (code === "WRONG_SCOPE" && /^(person|role|second_factor)\./.test(verb)) return ofPeople;
  if (code === "OWN_WORDS" && /^(words|redaction)\./.test(verb)) return ofRedactions;
  return code ? (reasons[code] ?? plain(code)) : null;
}

export const signInRefusalWords = (code: string | null): string =>
  code ? (signInReasons[code] ?? plain(code).toLowerCase()) : "no reason given";

function plain(code: string): string {
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
