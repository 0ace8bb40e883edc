"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import { endOtherSessionsAction } from "#lib/people/actions";

export function EndOtherSessionsForm({ request }: { request: string }) {
  const [result, end, isPending] = useActionState(endOtherSessionsAction, null);
  return (
    <form action={end} className="mt-4">
      <RefusedSummary result={result} />
      <input type="hidden" name="request" value={request} />
      <Button type="submit" tone="quiet" disabled={isPending}>
        Sign me out everywhere else
      </Button>
    </form>
  );
}
