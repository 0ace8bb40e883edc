"use client";

import { useRef, useState } from "react";
import { type DoubtFormState, fieldIdOf } from "#components/imports/doubt-field";
import { DoubtGroup } from "#components/imports/doubt-group";
import { IndicatorDoubts } from "#components/imports/indicator-doubts";
import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { useLedOn } from "#components/kept/use-led-on";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import type { Refused } from "#lib/actions/result";
import { answerImportAction, commitImportAction } from "#lib/imports/actions";
import type { ReviewDoubt } from "#lib/imports/queries";
import type { DoubtKind, IndicatorRead, Problem } from "#lib/imports/reader/reading";

const groups: readonly { title: string; kinds: readonly DoubtKind[] }[] = [
  { title: "The scorecard", kinds: ["name", "levels", "columns"] },
  { title: "Sections", kinds: ["title", "theme", "team"] },
  { title: "Comments", kinds: ["comment"] },
  { title: "Benchmark", kinds: ["benchmark"] },
  { title: "Months", kinds: ["month"] },
];

type Indicator = Pick<IndicatorRead, "ref" | "measure" | "actionPlanRefs">;

/** Every doubt with its field; one button keeps the answers, the other keeps them and commits. Without JavaScript it works as well. */
export function ReviewForm({
  importId,
  indicators,
  teams,
  ...page
}: {
  importId: string;
  seen: number;
  request: string;
  doubts: readonly ReviewDoubt[];
  indicators: readonly Indicator[];
  teams: readonly string[];
}) {
  const [answered, answer, answering] = useSentAction(answerImportAction);
  const [committed, commit, committing] = useSentAction(commitImportAction);
  const [last, setLast] = useState<"answer" | "commit" | null>(null);
  const pressed = useRef(last);
  const press = (by: "answer" | "commit") => {
    pressed.current = by;
    setLast(by);
  };
  const result = last === "answer" ? answered : last === "commit" ? committed : (answered ?? committed);
  const isLeading = [useLedOn(answered), useLedOn(committed)].includes(true);
  const name = `import ${importId}`;
  const { seen, request, doubts, key } = usePinned(
    name,
    { seen: page.seen, request: page.request, doubts: page.doubts },
    result,
  );
  const refused = result?.ok === false ? result : null;
  const state: DoubtFormState = refused ?? { fields: {}, typed: {} };
  const byKey = new Map(doubts.map((doubt) => [doubt.key, doubt]));
  const busy = answering || committing || isLeading;
  return (
    <KeptForm
      aria-label="Review"
      key={key}
      name={name}
      saved={Object.fromEntries(doubts.map(({ key: field, answer: given, proposed }) => [field, given ?? proposed]))}
      answer={result}
      action={answer}
      send={(form) => (pressed.current === "commit" ? commit : answer)(form)}
      isSending={answering || committing}
    >
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="request" value={request} />
      <datalist id="teams">
        {teams.map((team) => (
          <option key={team} value={team} />
        ))}
      </datalist>
      <ErrorSummary errors={refused && !isWaiting(refused) ? errorsOf(refused) : []} />
      {groups.map(({ title, kinds }) => {
        const ofGroup = doubts.filter(({ kind }) => kinds.includes(kind));
        return ofGroup.length > 0 && <DoubtGroup key={title} title={title} doubts={ofGroup} state={state} />;
      })}
      <section aria-labelledby="indicator-doubts" className="mt-8">
        <h3 id="indicator-doubts" className="border-b border-edge pb-1 text-lg">
          Indicators
        </h3>
        {indicators.map((indicator) => (
          <IndicatorDoubts key={indicator.ref} indicator={indicator} doubts={byKey} state={state} />
        ))}
      </section>
      <section aria-labelledby="settle" className="mt-8 max-w-3xl">
        <h3 id="settle" className="text-lg">
          Keep the answers, or commit the import
        </h3>
        <p className="mt-1">
          Kept answers can be changed until the import is committed. The commit writes the scorecard with its sections,
          teams, months, figures and comments, all or nothing; what you leave as it is, you accept as proposed. It
          cannot be taken back.
        </p>
        <label className="my-4 flex items-start gap-2.5">
          <input
            id={fieldIdOf("confirmed")}
            type="checkbox"
            name="confirmed"
            value="yes"
            className="mt-1 size-5 shrink-0"
            aria-invalid={state.fields.confirmed ? true : undefined}
            aria-describedby={state.fields.confirmed ? "confirmed-error" : undefined}
          />
          <span>
            I have compared the reading with the source
            {state.fields.confirmed && (
              <span id="confirmed-error" className="block text-sm font-semibold text-stop">
                <span className="sr-only">Error: </span>
                {state.fields.confirmed}
              </span>
            )}
          </span>
        </label>
        <p className="flex flex-wrap gap-3">
          <Button tone="quiet" formAction={answer} onClick={() => press("answer")} disabled={busy}>
            {answering ? "Keeping …" : "Keep the answers"}
          </Button>
          <Button formAction={commit} onClick={() => press("commit")} disabled={busy}>
            {committing ? "Committing …" : "Commit the import"}
          </Button>
        </p>
      </section>
    </KeptForm>
  );
}

function errorsOf({ message, fields, details }: Refused): { message: string; field?: string }[] {
  const byField = Object.entries(fields).map(([key, words]) => ({ message: words, field: fieldIdOf(key) }));
  const problems = (details.problems as readonly Problem[] | undefined) ?? [];
  const others = problems
    .filter(({ doubt }) => doubt === undefined)
    .map(({ row, column, message: words }) => ({ message: `Row ${row}, column ${column}: ${words}` }));
  const all = [...byField, ...others];
  return all.length > 0 ? all : [{ message }];
}
