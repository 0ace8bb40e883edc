/**
 * The words by which a comment may point at a child, a family or somebody who works with them: data, to be added to. Each
 * list is tried on sentences in `lib/rules/said/disclosures.test.ts`.
 */

/** Whom a comment speaks of. */
export const peopleWords = [
  "child",
  "children",
  "baby",
  "babies",
  "boys?",
  "girls?",
  "siblings?",
  "brothers?",
  "sisters?",
  "twins?",
  "triplets",
  "family",
  "families",
  "mothers?",
  "mums?",
  "fathers?",
  "dads?",
  "parents?",
  "grand(?:parent|mother|father|child)s?",
  "sons?",
  "daughters?",
  "carers?",
  "young (?:person|people|men|women|man|woman)",
  "teenagers?",
  "minors?",
  "infants?",
  "toddlers?",
  "new-?borns?",
  "pupils?",
  "UASC",
  "CLA",
  "LAC",
  "C?YP",
] as const;

/** After "this" or "that", one of them; "the child" is any. */
export const onePerson = [
  "child",
  "baby",
  "infant",
  "toddler",
  "boy",
  "girl",
  "sibling",
  "mother",
  "mum",
  "father",
  "dad",
  "family",
  "young (?:person|man|woman)",
  "teenager",
] as const;

/** After "the", too, one of them. */
export const theOne = [
  "baby",
  "infant",
  "toddler",
  "new-?born",
  "mother",
  "mum",
  "father",
  "dad",
  "grandmother",
  "grandfather",
] as const;

/** After "his" or "her", somebody's family. */
export const relatives = [
  "mother",
  "mum",
  "father",
  "dad",
  "son",
  "daughter",
  "brothers?",
  "sisters?",
  "siblings?",
  "baby",
  "grandmother",
  "grandfather",
] as const;

/** How old somebody is, written out. */
export const agesInWords = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
] as const;

/** Of whom nobody speaks but of the few in a comment: "both girls". */
export const youngOnes = [
  "children",
  "siblings",
  "boys",
  "girls",
  "brothers",
  "sisters",
  "babies",
  "teenagers",
  "young people",
] as const;

/** Names that are published, of trainings, inquiries and charities: of nobody in a council's care. */
export const publishedNames = [
  "Oliver McGowan",
  "Victoria Climbi[eé]",
  "Stephen Lawrence",
  "Charlie Waller",
  "Dr Foster",
  "Dr Barnardo",
] as const;

/** Under what a single case is kept. */
export const caseWords = [
  "case",
  "client",
  "child",
  "person",
  "file",
  "NHS",
  "UPN",
  "LCS",
  "Mosaic",
  "Liquidlogic",
  "ICS",
] as const;

/** What makes two capitals with points no initials. */
export const abbreviations = ["U.K.", "I.T.", "N.B.", "H.R.", "Q.A.", "P.I.", "D.O.B.", "N.I."] as const;

export const schoolKinds = [
  "Primary",
  "Infants?",
  "Junior",
  "Secondary",
  "High",
  "Grammar",
  "Comprehensive",
  "Nursery",
  "Special",
] as const;

/** So few of them are a small group. */
export const fewWords = ["one", "two", "three", "four", "five", "[1-5]"] as const;

/** After a person's word, what makes it a service's: "two family support workers". */
export const ofServices = [
  "protection",
  "in need (?:plans?|reviews?)",
  "support",
  "courts?",
  "hubs?",
  "homes?",
  "plans?",
  "services?",
  "centres?",
  "teams?",
  "placements?",
  "case",
  "conferences?",
  "group conferences?",
  "reviews?",
  "social",
  "assessments?",
] as const;

export const titles = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"] as const;

export const streetWords = [
  "Street",
  "Road",
  "Avenue",
  "Lane",
  "Close",
  "Drive",
  "Crescent",
  "Terrace",
  "Gardens",
  "Grove",
  "Way",
  "Court",
  "Place",
  "Row",
  "Mews",
] as const;
