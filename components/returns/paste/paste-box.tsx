import { lazy, Suspense, useRef } from "react";
import { useKeptFields } from "#components/kept/use-kept-fields";
import { WrittenBy } from "#components/kept/written-by";
import type { usePaste } from "#components/returns/paste/use-paste";
import { Button } from "#components/ui/button";
import { SelectField, TextareaField } from "#components/ui/field";
import type { Month } from "#lib/rules/month";

const FoundNote = lazy(() => import("#components/kept/found-note").then((it) => ({ default: it.FoundNote })));

/** A figure of the return on which a block may begin. */
export type Start = { value: string; label: string };

/** Where a block is put in, or changed; until it is recorded it is kept in this browser. */
export function PasteBox({
  keptAs,
  pasted,
  month,
  starts,
  start,
  block,
  error,
  isBusy,
  formProps,
  answer,
}: {
  keptAs: string;
  /** What was pasted elsewhere, and so not typed here. */
  pasted: string;
  month: Month;
  starts: readonly Start[];
  start: string;
  block: string;
  error: string | undefined;
  isBusy: boolean;
  formProps: ReturnType<typeof usePaste>["formProps"];
  answer: ReturnType<typeof usePaste>["refused"];
}) {
  const form = useRef<HTMLFormElement>(null);
  const { found, keepTyped, typedOn, putBack, throwAway } = useKeptFields(keptAs, { block: pasted }, form);
  return (
    <form
      {...formProps}
      ref={form}
      className="max-w-3xl"
      aria-label="The block"
      onInput={({ nativeEvent }) => {
        if (nativeEvent.isTrusted) typedOn();
        keepTyped();
      }}
    >
      <WrittenBy answer={answer} />
      {found && (
        <Suspense>
          <FoundNote found={found} putBack={putBack} throwAway={throwAway} />
        </Suspense>
      )}
      <input type="hidden" name="month" value={month} />
      <TextareaField
        name="block"
        label="The block of figures"
        hint="As it is copied from a spreadsheet or a table: one column, or several with their months above, with or without the refs and headings. It can be pasted on a figure of the return as well."
        rows={10}
        defaultValue={block}
        error={error}
        className="font-mono"
        wrap="off"
        spellCheck={false}
        autoComplete="off"
      />
      <SelectField
        name="start"
        label="The first figure is for"
        hint="The others go below it. Where the block has refs, they say it themselves."
        defaultValue={start}
        options={starts}
      />
      <Button disabled={isBusy} name="does" value="look">
        {isBusy ? "Reading…" : "Look at it first"}
      </Button>
    </form>
  );
}
