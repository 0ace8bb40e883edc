import { anyOf, type Kind } from "#lib/rules/said/disclosed/kind";

const streets =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Way|Court|Place|Row|Mews|Rise|Walk";
const houses = "House|Cottages?|Lodge|Villas?|Heights|Towers?|Mansions|Farm|Buildings|Apartments";
/** Before "Court", what makes it no street. */
const courts = "Family|Crown|High|County|Magistrates['’]?|Youth|Supreme|Care";
const schools = "Primary|Infants?|Junior|Secondary|High|Grammar|Comprehensive|Nursery|Special";
/** Before "Academy" and the like, what makes it no school of one name. */
const anySchool = [
  ..."The|Our|Your|Their|This|Each|Every|All|Any|Both|A|An|No|One|Two|Local|Other|New|Most|Many|Some|National".split(
    "|",
  ),
  ..."Attend|Attends|Royal|Staff|Social|Work|Worker|Practice|Leadership|Learning|Management|Teaching|Virtual".split(
    "|",
  ),
  ..."Children['’]?s|Workforce|Skills|Training|Foster|Carers?|Private|State|Early|Years|And|Of|In|At".split("|"),
];
const name = "[A-Z][\\w'’]+";
const ownName = `(?!(?:${anySchool.join("|")})\\b)${name}`;
/** What follows a school's name where it is not followed by more of another: "Primary Care Trust". */
const ended =
  "(?=\\s*(?:[.,;:)]|$)|\\s+(?:is|was|has|had|and|in|on|for|to|by|about|where|made|rang|raised|reported|pupils?)\\b)";
/** The letters of a postcode's second half, in either case. */
const inward = "[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}";

/** Where somebody lives, or goes to school. */
export const places: readonly Kind[] = [
  {
    why: "This looks like a postcode, which can be a handful of homes.",
    expression: anyOf(
      [
        `\\b[A-Za-z]{1,2}\\d[A-Za-z\\d]?\\s+\\d(?!st|nd|rd|th|yr|hr)${inward}\\b`,
        `\\b[A-Z]{1,2}\\d[A-Z\\d]?\\d[ABD-HJLNP-UW-Z]{2}\\b`,
      ],
      "g",
    ),
  },
  {
    why: "This looks like an address.",
    expression: anyOf(
      [
        `\\b\\d{1,4}[a-zA-Z]?,?\\s+(?:(?!(?:${courts})\\s+Court)${name}\\s+){1,3}(?:${streets}|${houses})\\b`,
        "\\b(?:Flat|Apartment|Apt\\.?)\\s+\\d{1,3}[a-zA-Z]?\\b",
        "(?<=\\b(?:at|in|to|from|of)\\s+)(?:flat|apartment)\\s+\\d{1,3}[a-z]?\\b",
      ],
      "g",
    ),
  },
  {
    why: "A school can tell who a child is.",
    expression: anyOf(
      [
        `\\b${name}\\s+(?:${name}\\s+){0,2}(?:${schools})\\s+(?:School|Academy)\\b`,
        `\\bSt\\.?\\s+${name}(?:\\s+${name}){0,2}?\\s+(?:School|Academy|Nursery|Primary|Infants?|Juniors?|Secondary|High|College)\\b`,
        `\\b(?:${ownName}\\s+){1,3}(?:Academy|(?:Primary|Infants|Juniors|Secondary|Grammar|Nursery)${ended})`,
      ],
      "g",
    ),
  },
];
