"use client";

import type { ReactNode } from "react";
import { KeptForm } from "#components/kept/kept-form";
import type { Action } from "#components/kept/reaching";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { RefusedSummary } from "#components/ui/refused-summary";
import type { Refused } from "#lib/actions/result";

/** One setting with its button, over the version of all that is on the screen. */
export function SettingForm({
  action,
  name,
  button,
  saved,
  seen,
  request,
  children,
}: {
  action: Action<{ next: string }>;
  name: string;
  button: string;
  saved: Record<string, string>;
  seen: number;
  request: string;
  children: (refused: Refused | null) => ReactNode;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(action, name, { request, seen });
  return (
    <KeptForm key={key} {...form} saved={saved} aria-label={name} className="mb-4 max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <input type="hidden" name="seen" value={given.seen} />
      {children(refused)}
      <Button disabled={isBusy}>{button}</Button>
    </KeptForm>
  );
}
