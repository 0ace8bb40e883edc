import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { dayName } from "#lib/rules/moment";
import { countWords } from "#lib/rules/whole-number";
import type { KeptScorecard } from "#lib/structure/list-kept-scorecards";

const ofIndicators = (size: number) => (size === 1 ? "one indicator" : `${countWords(size)} indicators`);

/** Scorecards with what can be done with each. */
export function KeptList({ scorecards, timeZone }: { scorecards: readonly KeptScorecard[]; timeZone: string }) {
  return (
    <ul>
      {scorecards.map(({ id, slug, name, sentence, endedAt, size }) => (
        <li key={id} className="border-b border-line py-2.5">
          <TextLink href={paths.scorecard(slug)} className="text-lg">
            {name}
          </TextLink>
          <p className="text-soft">
            {sentence && `${sentence} · `}
            {ofIndicators(size)}
            {endedAt && `, ended on ${dayName(endedAt, timeZone)}`}
          </p>
          <p className="touchable flex flex-wrap gap-x-4">
            <TextLink href={paths.structure(slug)}>
              Structure <span className="sr-only">of {name}</span>
            </TextLink>
            <TextLink href={paths.dictionary(slug)}>
              Dictionary <span className="sr-only">of {name}</span>
            </TextLink>
          </p>
        </li>
      ))}
    </ul>
  );
}
