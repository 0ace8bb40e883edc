"use client";

import { useLedOn } from "#components/kept/use-led-on";
import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { cancelFileAction, deleteFileAction } from "#lib/files/actions";

const actions = { Cancel: cancelFileAction, Delete: deleteFileAction };

/** Cancels a file that is not made yet, or deletes one that was made, before its week is over. */
export function EndFileForm({ how, file, title }: { how: keyof typeof actions; file: string; title: string }) {
  const [answer, send, isPending] = useSentAction(actions[how]);
  const isLeading = useLedOn(answer);
  return (
    <form aria-label={`${how} ${title}`} action={send}>
      <RefusedSummary result={answer} />
      <WrittenBy answer={answer} />
      <input type="hidden" name="file" value={file} />
      <Button tone="stop" disabled={isPending || isLeading}>
        {how} it
      </Button>
    </form>
  );
}
