import { eitherCase, oneOf } from "#lib/rules/said/asked";
import { firstNames } from "#lib/rules/said/disclosed/first-names";
import { anyOf, type Kind } from "#lib/rules/said/disclosed/kind";
import {
  abbreviations,
  nobodys,
  noSurnames,
  ofPlaces,
  placeNames,
  publishedNames,
  titles,
} from "#lib/rules/said/disclosed/name-words";
import { ofServices, peopleWords, relatives } from "#lib/rules/said/disclosed/person-words";

const noInitials = `(?!(?:${abbreviations.map((each) => each.replaceAll(".", "\\.")).join("|")})(?![\\w]))`;
const singular = "[Cc]hild|[Bb]aby|[Ff]amily|[Ss]ibling|[Pp]arent|[Mm]other|[Ff]ather|[Cc]arer|[Yy]oung person";
const does = "was|were|is|has|had|who|moved|and|remains|did|could|left|refused|cannot|will";
/** The end of a name that is a letter or a number, and no article and no number of visits. */
const ends = `(?=\\s*(?:[.,;:)]|$)|['’]s\\b|\\s+(?:${does})\\b)`;
const family = "(?:family|Family|siblings|twins|brothers|sisters|household)";
const surname = `(?!(?:${noSurnames.join("|")})\\b)[A-Z][\\w'’-]+`;
const ofService = `(?!['’]|\\s+(?:${ofServices.map(eitherCase).join("|")}))`;
const places = ofPlaces.map(eitherCase).join("|");
const ofPlace = `(?!\\s+(?:(?:and|&)\\s+\\S+\\s+|[A-Z]\\w+\\s+)?(?:${places})\\b)`;
const inPlace = `(?<!\\b(?:in|at|near|across|around|from|to)\\s+)`;

/** Names that are somebody's, but none of whom it is known from elsewhere. */
export const published = new RegExp(`\\b(?:${publishedNames.join("|")})`, "g");

/** How somebody is called, whole or by a letter. */
export const names: readonly Kind[] = [
  {
    why: "Initials can tell who somebody is.",
    expression: anyOf(
      [
        `(?:${oneOf(peopleWords.map(eitherCase))}|\\bYP|\\bMum|\\bDad)\\s+${noInitials}(?:[A-Z]\\.?){1,3}(?![\\w&/]|['’](?!s\\b))`,
        `\\b(?:${singular})\\s+(?:[b-hj-ru-z]\\b(?!\\.\\w)|a${ends})`,
        `(?<!\\b(?:[Ee]ach|[Ee]very|[Pp]er|an?)\\s+)\\b(?:${singular})\\s+#?\\d{1,2}${ends}`,
        "\\bC?YP\\s?#?\\d{1,2}\\b",
        `(?<![\\w.])${noInitials}(?:[A-Z]\\.){2,3}(?!\\w)`,
        `(?<![\\w.&])${noInitials}[A-Z]{1,2}['’]s\\s+${oneOf(relatives)}`,
      ],
      "g",
    ),
  },
  {
    why: "This looks like somebody's name.",
    expression: anyOf(
      [
        `\\b[Tt]he\\s+${surname}(?:\\s+[A-Z][\\w'’-]+)?\\s+(?:${family}|children)\\b${ofService}`,
        `(?<=[a-z,]\\s+)${surname}\\s+${family}\\b${ofService}`,
        `\\b(?!(?:${nobodys.join("|")})['’])[A-Z][a-zà-ž]+(?:['’]s|s['’])\\s+${oneOf(relatives)}${ofService}`,
        `\\b(?:${titles.join("|")})\\.?\\s+[A-Z][\\w'’-]+`,
        `${inPlace}\\b(?:${placeNames.join("|")})\\b${ofPlace}(?:\\s+[A-Z][\\w'’-]+)?`,
        `(?<!\\bSt\\.?\\s+)\\b(?:${firstNames.filter((each) => !placeNames.some((place) => place === each)).join("|")})\\b${ofPlace}(?:\\s+[A-Z][\\w'’-]+)?`,
      ],
      "g",
    ),
  },
];
