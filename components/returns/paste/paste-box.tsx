import { WrittenBy } from "#components/kept/written-by";
import type { usePaste } from "#components/returns/paste/use-paste";
import { Button } from "#components/ui/button";
import { SelectField, TextareaField } from "#components/ui/field";
import type { Month } from "#lib/rules/month";

/** A figure of the return on which a block may begin. */
export type Start = { value: string; label: string };

/** Where a block is put in, or changed. */
export function PasteBox({
  month,
  starts,
  start,
  block,
  error,
  isBusy,
  formProps,
  answer,
}: {
  month: Month;
  starts: readonly Start[];
  start: string;
  block: string;
  error: string | undefined;
  isBusy: boolean;
  formProps: ReturnType<typeof usePaste>["formProps"];
  answer: ReturnType<typeof usePaste>["refused"];
}) {
  return (
    <form {...formProps} className="max-w-3xl" aria-label="The block">
      <WrittenBy answer={answer} />
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
