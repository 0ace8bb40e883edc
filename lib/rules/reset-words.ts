/** Why a link for a new password does nothing, for the page and the form alike. */
export const resetWords = {
  used: "This link was used already. It works once.",
  late: "This link is too old. It works for an hour.",
  replaced: "A newer link was asked for after this one, and only the newest works.",
  ended: "Your password or your account was changed after this link was asked for, so it works no longer.",
  disabled: "You are kept out of Candour, so no password can be set. Ask your performance officer.",
  unknown: "There is no such link. Check that you have the whole of it.",
} as const;
