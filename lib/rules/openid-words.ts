const askOfficer = "Ask your performance officer.";

const notLinked =
  "Nobody in Candour signs in with this account yet. Accept your invitation with it; or sign in with your password, and add it under Your account.";

const words: Record<string, string> = {
  NOT_LINKED: notLinked,
  NO_ROLE: `You hold no role in Candour now, so you are not signed in. ${askOfficer}`,
  DISABLED: `You may no longer sign in to Candour. ${askOfficer}`,
  LINKED_OTHERWISE: "Somebody else in Candour signs in with this account, so it cannot be yours too.",
  NOT_BEGUN_HERE: "This was not begun in this browser, or more than ten minutes ago, or was used already. Begin again.",
  ISSUER_REFUSED:
    "Your organisation’s sign-in did not let you through, so you are not signed in. Begin again, or use your password.",
  ANSWER_NOT_TRUSTED:
    "What your organisation’s sign-in answered cannot be trusted, so you are not signed in. Begin again; if it happens once more, tell whoever runs Candour. Your password still works.",
  ISSUER_UNREACHABLE:
    "Your organisation’s sign-in cannot be reached just now. Try again in a minute, or use your password, which still works.",
  EMAIL_NOT_VERIFIED: `${notLinked} No rule lets you in without an invitation: your organisation’s sign-in does not say that your e-mail address is yours.`,
  GROUPS_NOT_TOLD: `${notLinked} No rule lets you in without an invitation: your organisation’s sign-in does not tell your groups, because they are too many. ${askOfficer}`,
  KNOWN_ALREADY:
    "Somebody in Candour has your e-mail address or had this account before, so no rule makes you anew. If that is you, sign in as you did so far and add the account under Your account, or accept your invitation with it; or ask your performance officer.",
  TWO_ORGANISATIONS: `Rules of more than one organisation in Candour are for you, so none of them lets you in. ${askOfficer}`,
  INVITATION_OVER: "This invitation was used already, or its week is over. Ask for another one.",
};

/** Why nobody was signed in, or nothing linked, by an account elsewhere; null for what is none of it. */
export const openIdWords = (error: string): string | null => (Object.hasOwn(words, error) ? words[error]! : null);
