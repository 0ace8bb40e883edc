import { useEffect } from "react";

/** Loads a page anew, the present one too, so that its grid begins with what is saved; true while it is on its way. */
export function useLoadedAnew(next: string | null): boolean {
  useEffect(() => {
    if (next) window.location.assign(next);
  }, [next]);
  return next !== null;
}
