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
  "fathers?",
  "parents?",
  "carers?",
  "young (?:person|people|men|women|man|woman)",
  "teenagers?",
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
