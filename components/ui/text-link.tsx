import Link from "next/link";
import type { ComponentProps } from "react";

export function TextLink({ className = "", ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={className ? `link ${className}` : "link"} />;
}

/** For a list of short links: each is large enough to touch. */
export const touchable = "touchable";
