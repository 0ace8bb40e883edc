"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { gradeShapes, gradeTones } from "#db/vocabulary";
import { levelRanks } from "#lib/rules/labels";
import { makeLabelSetAction } from "#lib/structure/actions";

const options = (values: readonly string[], none: string) => [
  { value: "", label: none },
  ...values.map((value) => ({ value, label: value[0]!.toUpperCase() + value.slice(1) })),
];
const [shapes, tones] = [options(gradeShapes, "Choose"), options(gradeTones, "Choose")];

const ordinals = ["Best level", "Second level", "Third level", "Fourth level", "Fifth level", "Sixth level"];

/** Makes words for grades: a row a level, of which the last four may stay empty. */
export function LabelSetForm({ request }: { request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(makeLabelSetAction, "words for grades", {
    request,
  });
  const of = (name: string) => ({ name, defaultValue: refused?.typed[name], error: refused?.fields[name] });
  return (
    <KeptForm key={key} {...form} saved={{}} aria-label="Make words for grades" className="max-w-3xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <TextField
        {...of("name")}
        label="What they are called"
        hint="To choose them by, such as Red, amber and green."
        maxLength={200}
        required
        autoComplete="off"
      />
      {levelRanks.map((rank) => (
        <fieldset key={rank} className="level">
          <legend>{ordinals[rank - 1]}</legend>
          <TextField {...of(`word-${rank}`)} label="Word" maxLength={100} required={rank <= 2} autoComplete="off" />
          <TextField {...of(`short-${rank}`)} label="Sign" maxLength={2} autoComplete="off" size={2} />
          <SelectField {...of(`shape-${rank}`)} label="Shape" options={shapes} />
          <SelectField {...of(`tone-${rank}`)} label="Colour" options={tones} />
          <label>
            <input
              type="checkbox"
              name={`asks-${rank}`}
              value="yes"
              defaultChecked={refused?.typed[`asks-${rank}`] === "yes"}
            />
            Asks for a comment
          </label>
        </fieldset>
      ))}
      <p className="mb-4 text-soft">
        Leave the rows that you do not need. A sign of one or two letters is the word’s first letter if you leave it.
        Every level has a shape and a colour of its own, and each colour keeps its contrast in light, dark and print.
      </p>
      <Button tone="primary" disabled={isBusy}>
        Make the words for grades
      </Button>
    </KeptForm>
  );
}
