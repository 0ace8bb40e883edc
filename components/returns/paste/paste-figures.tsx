"use client";

import { useEffect, useRef } from "react";
import { forget } from "#components/kept/kept-words";
import { noteUnsaved } from "#components/kept/note-unsaved";
import { isWaiting } from "#components/kept/reaching";
import { usePerson } from "#components/kept/signed-in";
import { keptName } from "#components/returns/kept-name";
import { PasteBox, type Start } from "#components/returns/paste/paste-box";
import { PasteReviewForm, reviewName } from "#components/returns/paste/paste-review-form";
import { usePaste } from "#components/returns/paste/use-paste";
import { ErrorSummary } from "#components/ui/error-summary";
import type { Refused } from "#lib/actions/result";
import { type Month, monthName } from "#lib/rules/month";
import { rowKey } from "#lib/rules/return-row";
import { writtenByField } from "#lib/rules/written-by";

/**
 * A block of figures: put in, looked at, then recorded as one. What was pasted on a figure is looked at by itself; without a
 * script the block is put in a box.
 */
export function PasteFigures({
  month,
  starts,
  pasted,
}: {
  month: Month;
  starts: readonly Start[];
  pasted?: { start: string; block: string };
}) {
  const person = usePerson();
  const keptAs = `${pasted ? "pasted block" : "block"} ${month}`;
  const { review, refused, refusedReview, isBusy, send, formProps } = usePaste(({ seen, cells, about }, sent) => {
    // What was typed into the same figures and not saved was meant before the block was.
    const lookedAt = Object.keys(JSON.parse(seen));
    const leftOut = cells.flatMap(({ key, name, month: of }) =>
      sent.has(`out.${key}`) && of === monthName(month) ? name : [],
    );
    const pastedInto = starts.filter(
      ({ value, label }) => lookedAt.includes(`${rowKey(value)} ${month}`) && !leftOut.includes(label),
    );
    for (const name of [keptAs, reviewName(about), ...pastedInto.map(({ value: id }) => keptName(id, month))]) {
      forget(person, name);
      noteUnsaved(name, null);
    }
  });
  const isLookedAt = useRef(false);
  useEffect(() => {
    if (!pasted || isLookedAt.current) return;
    isLookedAt.current = true;
    const form = new FormData();
    for (const [name, value] of Object.entries({ month, ...pasted })) form.set(name, value);
    form.set(writtenByField, person);
    send(form);
  });

  const given: { start?: string; block?: string } = refused?.typed.block ? refused.typed : (review ?? pasted ?? {});
  const box = (
    <PasteBox
      key={review?.request ?? refused?.message}
      keptAs={keptAs}
      pasted={pasted?.block ?? ""}
      month={month}
      starts={starts}
      start={given.start ?? starts[0]?.value ?? ""}
      block={given.block ?? ""}
      error={refused?.fields.block}
      isBusy={isBusy}
      formProps={formProps}
      answer={refused}
    />
  );
  return (
    <>
      <ErrorSummary errors={isWaiting(refusedReview) ? [] : errorsOf(refused)} title="Nothing was recorded" />
      {review ? (
        <>
          <PasteReviewForm
            key={review.request}
            review={review}
            errors={refused?.fields ?? {}}
            isBusy={isBusy}
            send={send}
            action={formProps.action}
            answer={refusedReview}
          />
          <details className="mt-6">
            <summary className="min-h-9 py-1.5 text-accent underline underline-offset-3">Change the block</summary>
            {box}
          </details>
        </>
      ) : pasted && !refused ? (
        <output>Reading the block…</output>
      ) : (
        box
      )}
    </>
  );
}

function errorsOf(refused: Refused | null): { message: string; field?: string }[] {
  if (!refused) return [];
  const byField = Object.entries(refused.fields).map(([field, message]) => ({ message, field }));
  return byField.length > 0 ? byField : [{ message: refused.message }];
}
