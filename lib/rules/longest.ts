/** How long what people write may be, in characters; apart from the rules, so that a form brings no rule with it. */
export const longestWords = 10_000;
export const longestReason = 1_000;
export const longestNote = 1_000;
export const longestPassage = 1_000;
export const longestAuthority = 500;
