"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { deleteFileAction } from "#lib/files/actions";

/** Deletes a file that was made, before its week is over. */
export function DeleteFileForm({ file, title }: { file: string; title: string }) {
  const [answer, send, isPending] = useSentAction(deleteFileAction);
  const isLeading = useLedOn(answer);
  return (
    <form aria-label={`Delete ${title}`} action={send}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="file" value={file} />
      <Button tone="stop" disabled={isPending || isLeading}>
        Delete it
      </Button>
    </form>
  );
}
