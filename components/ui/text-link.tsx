import type { ComponentProps } from "react";

export function TextLink({ className = "", ...rest }: ComponentProps<"a">) {
  return <a {...rest} className={className ? `link ${className}` : "link"} />;
}

/** For a list of short links: each is large enough to touch. */
export const touchable = "touchable";
