"use client";

import { KeptForm } from "#components/kept/kept-form";
import { isWaiting } from "#components/kept/reaching";
import { usePinned } from "#components/kept/use-pinned";
import { useSentAction } from "#components/kept/use-sent-action";
import { Button, LinkButton } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { paths } from "#lib/paths";
import { endPersonSessionsAction } from "#lib/people/actions";

export function EndPersonSessionsForm({ personId, request: given }: { personId: string; request: string }) {
  const [result, end, isPending] = useSentAction(endPersonSessionsAction);
  const refused = result && !result.ok ? result : null;
  const name = `end sessions ${personId}`;
  const { request, key } = usePinned(name, { request: given }, result);
  return (
    <KeptForm
      key={key}
      name={name}
      saved={{ reason: "" }}
      answer={result}
      isSending={isPending}
      aria-label="End all sessions"
      action={end}
      className="max-w-xl"
    >
      <RefusedSummary result={isWaiting(result) ? null : result} />
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="person" value={personId} />
      <TextField
        name="reason"
        label="Why"
        hint="It stands in the history, with your name."
        required
        maxLength={500}
        autoComplete="off"
        defaultValue={refused?.typed.reason}
        error={refused?.fields.reason}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone="stop" disabled={isPending}>
          End all sessions
        </Button>
        <LinkButton href={paths.people()}>Cancel</LinkButton>
      </div>
    </KeptForm>
  );
}
