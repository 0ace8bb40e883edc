import type { Filled } from "#components/definitions/filled";
import { TextField } from "#components/ui/field";
import { bandedLevels, type Labels } from "#lib/rules/labels";

/** A band for each level but the lowest, as it is published: from the worst to the best. */
export function BandFields({ typed, errors, labels }: Filled & { labels: Labels }) {
  return (
    <fieldset className="mb-4">
      <legend className="mb-2 text-lg font-semibold">Bands</legend>
      <p className="mb-2 text-soft">
        As they are published: a range such as 75-84, or below 20, above 5, 95+, 85. Leave all of them blank for none.
        Where close to a range is better, ranges that each hold the next one: 6-18, 8-16, 10-14.
      </p>
      <div className="fields sm:grid-cols-3">
        {bandedLevels(labels).map(({ rank, word }) => (
          <TextField
            key={rank}
            name={`band-${rank}`}
            label={word}
            autoComplete="off"
            defaultValue={typed[`band-${rank}`]}
            error={errors[`band-${rank}`]}
          />
        ))}
      </div>
    </fieldset>
  );
}
