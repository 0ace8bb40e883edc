"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { cancelFileAction } from "#lib/files/actions";

/** Cancels a file that is not made yet. */
export function CancelFileForm({ file, title }: { file: string; title: string }) {
  const [answer, send, isPending] = useSentAction(cancelFileAction);
  const isLeading = useLedOn(answer);
  return (
    <form aria-label={`Cancel ${title}`} action={send}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="file" value={file} />
      <Button tone="stop" disabled={isPending || isLeading}>
        Cancel it
      </Button>
    </form>
  );
}
