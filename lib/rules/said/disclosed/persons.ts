import { oneOf } from "#lib/rules/said/asked";
import { anyOf, type Kind } from "#lib/rules/said/disclosed/kind";
import {
  fewWords,
  ofServices,
  onePerson,
  parentDoes,
  peopleWords,
  relatives,
  theOne,
  youngOnes,
} from "#lib/rules/said/disclosed/person-words";

const few = fewWords.join("|");
const ofService = `(?!(?:['’]s?)?[\\s-]+(?:${ofServices.join("|")}))`;
/** Before a parent, what makes it any. */
const any =
  "(?<!\\b(?:a|an|any|each|every|no|per|one|either|where|when|whether|if|corporate|lead|child['’]s|children['’]s)\\s+)";

/** Those of whom there are so few that it is known who they are. */
export const persons: readonly Kind[] = [
  {
    why: "So small a group can tell who is in it.",
    expression: anyOf(
      [
        `\\b(?:(?:a|the)\\s+)?(?:sibling group|family) of (?:${few}|six|seven|[67])\\b`,
        `\\b(?:${few})\\s+sibling\\s+(?:groups?|pairs?|sets?)\\b`,
        `(?<!\\b(?:in|out of|(?:more|fewer|less) than|at least|up to|every|per)\\s)\\b(?:${few})\\s+(?:(?!(?:and|or|of|in|out|per|because|as|from|for)\\b)[a-z-]+\\s+){0,2}?${oneOf(peopleWords)}(?!['’])(?!\\s+(?:per|in every|out of|can|may|could|might|would)\\b)${ofService}`,
        `\\b(?:both|a couple of|(?:${few}) of (?:the|these|those|her|his|their))\\s+${oneOf(youngOnes)}`,
        "\\b(?:the|these|those|both)\\s+(?:same\\s+)?(?:twins|triplets|siblings|brothers|sisters)\\b",
        "\\b(?:the|a)\\s+(?:same\\s+)?(?:large\\s+family|sibling\\s+(?:group|pair))\\b",
      ],
      "gi",
    ),
  },
  {
    why: "This speaks of one child or family.",
    expression: anyOf(
      [
        `\\bthis\\s+(?:same\\s+)?${oneOf(onePerson)}${ofService}`,
        `\\bthat\\s+(?:same\\s+)?${oneOf(onePerson)}(?=\\s*(?:[.,;)]|$)|\\s+(?:is|was|has|had|moved|left|to|and|who|in|from|with|since|did|could|remains)\\b)${ofService}`,
        `\\b(?:his|her)\\s+${oneOf(relatives)}`,
        `\\bthe\\s+${oneOf(theOne)}${ofService}`,
        `${any}\\b(?:mum|dad|mother|father|parent|grandmother|grandfather|gran|nan|step-?(?:father|mother|dad|mum))\\s+(?:${parentDoes.join("|")})\\b`,
      ],
      "gi",
    ),
  },
];
