import { type Asked, onceEach, passagesOf, sentencesOf } from "#lib/rules/said/asked";
import { ages } from "#lib/rules/said/disclosed/ages";
import { names, published } from "#lib/rules/said/disclosed/names";
import { numbers } from "#lib/rules/said/disclosed/numbers";
import { persons } from "#lib/rules/said/disclosed/persons";
import { places } from "#lib/rules/said/disclosed/places";

/** What may tell who somebody is, by kind, in the order in which it is looked for. */
const kinds = [...numbers, ...places, ...ages, ...names, ...persons];

/** What in a comment's words may point at a child or a family, each passage once. */
export function disclosuresIn(words: string): Asked[] {
  const found = sentencesOf(words).flatMap((sentence) => {
    let rest = sentence.replace(published, (name) => "·".repeat(name.length));
    return kinds
      .flatMap(({ why, expression }) =>
        passagesOf(rest, expression).map(({ passage, index }) => {
          // What one kind found, no other finds again.
          rest = rest.slice(0, index) + "·".repeat(passage.length) + rest.slice(index + passage.length);
          return { passage, why, index };
        }),
      )
      .sort((a, b) => a.index - b.index);
  });
  return onceEach(found);
}
