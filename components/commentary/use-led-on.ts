import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import type { Result } from "#lib/actions/result";

/** Goes on to where an action's answer leads; true while that page is on its way. */
export function useLedOn(answer: Result<{ next: string }> | null): boolean {
  const router = useRouter();
  const [isLeading, lead] = useTransition();
  useEffect(() => {
    if (answer?.ok) lead(() => router.push(answer.value.next));
  }, [answer, router]);
  return isLeading;
}
