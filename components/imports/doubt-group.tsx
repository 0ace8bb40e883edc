import type { ReactNode } from "react";
import { AnswerState } from "#components/imports/answer-state";
import { AsItCame } from "#components/imports/as-it-came";
import { DoubtField, type DoubtFormState, fieldIdOf } from "#components/imports/doubt-field";
import type { ReviewDoubt } from "#lib/imports/queries";

type One = { doubt: ReviewDoubt; state: DoubtFormState };

/** Doubts of one kind: first each text as it came beside its reading, then what the source does not say at all. */
export function DoubtGroup({
  title,
  doubts,
  state,
}: {
  title: string;
  doubts: readonly ReviewDoubt[];
  state: DoubtFormState;
}) {
  const unsaid = doubts.filter(({ asItCame }) => asItCame === "");
  return (
    <section aria-labelledby={fieldIdOf(title)} className="mt-8">
      <h3 id={fieldIdOf(title)} className="border-b border-edge pb-1 text-lg">
        {title}
      </h3>
      {doubts
        .filter(({ asItCame }) => asItCame !== "")
        .map((doubt) => (
          <SaidDoubt key={doubt.key} doubt={doubt} state={state} />
        ))}
      {unsaid.length > 0 && (
        <div className="grid gap-x-8 gap-y-5 border-b border-line py-4 sm:grid-cols-2 lg:grid-cols-3">
          {unsaid.map((doubt) => (
            <UnsaidDoubt key={doubt.key} doubt={doubt} state={state} />
          ))}
        </div>
      )}
    </section>
  );
}

function SaidDoubt({ doubt, state }: One) {
  return (
    <div className="grid gap-x-8 gap-y-3 border-b border-line py-4 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="mb-1 text-sm font-semibold text-soft">
          As it came{doubt.place && <span className="font-normal"> · {doubt.place}</span>}
        </p>
        <AsItCame text={doubt.asItCame} />
        <p className="mt-2 text-sm text-soft">{doubt.about}</p>
      </div>
      <Field doubt={doubt} state={state} hint={<AnswerState doubt={doubt} />} />
    </div>
  );
}

function UnsaidDoubt({ doubt, state }: One) {
  const hint = (
    <>
      {doubt.about}{" "}
      <span className="block">
        <AnswerState doubt={doubt} />
      </span>
    </>
  );
  return <Field doubt={doubt} state={state} hint={hint} />;
}

function Field({ doubt, state, hint }: One & { hint: ReactNode }) {
  const { key, label } = doubt;
  return (
    <div className={`flex min-w-0 flex-col ${doubt.asItCame === "" ? "justify-end" : ""}`}>
      <DoubtField doubt={doubt} label={label} typed={state.typed[key]} error={state.fields[key]} hint={hint} />
    </div>
  );
}
