import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import type { Result } from "#lib/actions/result";

/** Goes on to where an action's answer leads, if it does; true while that page is on its way. */
export function useLedOn(answer: Result<{ next?: string }> | null): boolean {
  const router = useRouter();
  const [isLeading, lead] = useTransition();
  useEffect(() => {
    const next = answer?.ok ? answer.value.next : undefined;
    if (next !== undefined) lead(() => router.push(next));
  }, [answer, router]);
  return isLeading;
}
