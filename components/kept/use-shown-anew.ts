import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shows a page as it stands by now, once an answer says that it no longer is what its person looks at. */
export function useShownAnew(outOfDate: object | null | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (outOfDate) router.refresh();
  }, [outOfDate, router]);
}
