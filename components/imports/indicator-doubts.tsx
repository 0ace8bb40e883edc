import { AnswerState } from "#components/imports/answer-state";
import { DoubtField, type DoubtFormState } from "#components/imports/doubt-field";
import type { ReviewDoubt } from "#lib/imports/queries";
import type { IndicatorRead } from "#lib/imports/reader/reading";

const asked = [
  ["action plan", "Action plan"],
  ["unit", "Unit"],
  ["direction", "Better is"],
  ["precision", "Decimals"],
] as const;

/** What the source leaves open of one indicator, in one row: its action-plan refs, unit, direction and decimals. */
export function IndicatorDoubts({
  indicator,
  doubts,
  state,
}: {
  indicator: Pick<IndicatorRead, "ref" | "measure" | "actionPlanRefs">;
  doubts: ReadonlyMap<string, ReviewDoubt>;
  state: DoubtFormState;
}) {
  return (
    <fieldset className="border-b border-line py-4">
      <legend className="float-left mb-2 w-full">
        <strong>{indicator.ref}</strong> {indicator.measure}
      </legend>
      <div className="clear-both grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-[1.5fr_1fr_1.5fr_1fr]">
        {asked.map(([what, label]) => {
          const key = `${indicator.ref} ${what}`;
          const doubt = doubts.get(key);
          if (!doubt) return <AsInSource key={key} label={label} value={indicator.actionPlanRefs.join(", ")} />;
          return (
            <div key={key} className="min-w-0">
              <DoubtField
                doubt={doubt}
                label={label}
                typed={state.typed[key]}
                error={state.fields[key]}
                hint={
                  <>
                    {doubt.about}
                    {doubt.answer !== null && (
                      <span className="block">
                        <AnswerState doubt={doubt} />
                      </span>
                    )}
                  </>
                }
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function AsInSource({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <p className="mb-1 font-semibold">{label}</p>
      <p className="mb-1.5 text-sm text-soft">It stands in the indicator’s own row.</p>
      <p>{value}</p>
    </div>
  );
}
