"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { FigureFields } from "#components/restatements/figure-fields";
import { HoldsField } from "#components/restatements/holds-field";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { SelectField } from "#components/ui/field";
import { Note } from "#components/ui/note";
import { RefusedSummary } from "#components/ui/refused-summary";
import { restateActualAction } from "#lib/restatements/actions";
import type { AskedComment } from "#lib/restatements/get-restating";
import type { TypedActual } from "#lib/rules/actual";
import { longestReason } from "#lib/rules/longest";

/** What a published figure is to say instead, of which category, why, and whether its comment still holds. */
export function RestateForm({
  indicatorId,
  month,
  request,
  seen: version,
  saved,
  redacted,
  isPercent,
  comment: asked,
  categories,
}: {
  indicatorId: string;
  month: string;
  request: string;
  seen: number;
  saved: TypedActual;
  redacted: string | null;
  isPercent: boolean;
  comment: AskedComment | null;
  categories: readonly { value: string; label: string }[];
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(
    restateActualAction,
    `restate ${indicatorId} ${month}`,
    { request, seen: version, comment: asked },
  );
  const { typed = {}, fields = {}, details } = refused ?? {};
  const { seen, comment } = given;
  const { value, numerator, denominator, note } = saved;
  return (
    <KeptForm
      key={key}
      {...form}
      saved={{ value, ...(isPercent && { numerator, denominator }), note, reason: "" }}
      aria-label="Restate the figure"
      className="max-w-3xl"
    >
      <RefusedSummary result={summary} />
      {refused?.code === "CONFLICT" && (
        <Note>
          What it says by now stands above. What you typed is still here: restate the figure again to put yours over it.
        </Note>
      )}
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="indicator" value={indicatorId} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="revision" value={comment?.revisionId ?? ""} />
      <FigureFields
        typed={
          refused ? { ...typed, provisional: typed.provisional === "on", estimated: typed.estimated === "on" } : saved
        }
        errors={fields}
        isPercent={isPercent}
        redacted={redacted}
        isDoubted={details?.offers !== undefined}
      />
      <SelectField
        key={`category ${typed.category ?? ""}`}
        name="category"
        label="What kind of restatement it is"
        options={[{ value: "", label: "Choose a category" }, ...categories]}
        required
        defaultValue={typed.category ?? ""}
        error={fields.category}
      />
      <CountedTextarea
        id="reason"
        name="reason"
        label="Why the published figure changes"
        hint="It stands beside the figure and on the next edition, with your name."
        rows={3}
        required
        most={longestReason}
        defaultValue={typed.reason}
        error={fields.reason}
      />
      {comment && <HoldsField comment={comment} typed={typed.holds} error={fields.holds} />}
      <Button tone="stop" disabled={isBusy}>
        Restate the figure
      </Button>
    </KeptForm>
  );
}
