import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { linkAway } from "#components/kept/link-away";

/**
 * Follows every link to a page of ours without loading a document anew: one listener for plain links (decision 0036).
 * One with a target is the browser's own.
 */
export function useFollowedLinks(): void {
  const router = useRouter();
  useEffect(() => {
    // At the window, so that whoever handles a click, or asks before leaving, comes first.
    const follow = (event: MouseEvent) => {
      const link = event.defaultPrevented ? null : linkAway(event);
      if (!link || link.target || link.origin !== window.location.origin) return;
      event.preventDefault();
      startTransition(() => router.push(link.href));
    };
    window.addEventListener("click", follow);
    return () => window.removeEventListener("click", follow);
  }, [router]);
}
