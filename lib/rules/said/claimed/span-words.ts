/** Words for a time that is compared with now, in so many months; of some the sentence says how many. */
export const spanBack: readonly { said: RegExp; months: number | "told" | "due" }[] = [
  {
    said: /\b(?:last year|year[- ]on[- ]year|a year ago|(?:last|past|previous) (?:year|twelve months|12 months)|(?:last|the previous) year['’]s)\b/i,
    months: 12,
  },
  { said: /\b(?:last|past|previous) (\w+) months\b/i, months: "told" },
  { said: /\b(?:last|past|previous) quarter\b/i, months: 3 },
  { said: /\b(?:last month|the previous month|the month before|month[- ]on[- ]month)\b/i, months: "due" },
];

/** Words for a time of which it is not known when it began. */
export const spansUnknown =
  /\b(?:since|over time|recent(?:ly)?|this year|year to date|ytd|so far|quarter|half[- ]year|summer|autumn|winter|spring|weeks?|(?:each|every) month|long(?:er)?[- ]term|trajectory|trend|christmas|over the (?:period|months|year|course)|historic\w*|usual(?:ly)?|normal(?:ly)?)\b/i;
