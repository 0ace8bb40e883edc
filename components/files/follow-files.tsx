"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

const everySeconds = 3;

/** How many files are still to be made: shown anew by itself while somebody looks at the page, and by a link without a script. */
export function FollowFiles({ left }: { left: number }) {
  const router = useRouter();
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [left, router]);
  return (
    <p className="touchable my-3 flex flex-wrap gap-x-3">
      <span aria-live="polite">{wordsOf(left)}</span>
      {left > 0 && <TextLink href={paths.files()}>Look again</TextLink>}
    </p>
  );
}

function wordsOf(left: number): string {
  if (left === 0) return "Nothing waits to be made.";
  return left === 1 ? "One file is being made." : `${left} files are being made.`;
}
