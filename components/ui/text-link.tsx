import Link from "next/link";
import type { ComponentProps } from "react";

export function TextLink({ className = "", ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={`text-accent underline decoration-1 underline-offset-3 hover:decoration-2 ${className}`}
    />
  );
}

/** For a list of short links: each is large enough to touch. */
export const touchable = "[&_a]:inline-block [&_a]:min-w-6 [&_a]:leading-6";
