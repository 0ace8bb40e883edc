import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

/**
 * Fetches a page that one comes back to, because the router and the browser both keep it as it was left: after Back or
 * forward, and in a tab that was put aside. Without a connection it stays as it was.
 */
export function useShowsTruth(): void {
  const router = useRouter();
  useEffect(() => {
    const onBack = () => {
      if (navigator.onLine) startTransition(() => router.refresh());
    };
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) onBack();
    };
    // After the router's own listener: what it restores and what is fetched are then one change, and nothing old is seen.
    const later = setTimeout(() => window.addEventListener("popstate", onBack));
    window.addEventListener("pageshow", onShow);
    return () => {
      clearTimeout(later);
      window.removeEventListener("popstate", onBack);
      window.removeEventListener("pageshow", onShow);
    };
  }, [router]);
}
