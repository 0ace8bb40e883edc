import type { ReactNode } from "react";

/** A state in one or two words. */
export function Tag({ tone = "plain", children }: { tone?: "plain" | "accent" | "stop"; children: ReactNode }) {
  return <span className={tone === "plain" ? "tag" : `tag ${tone}`}>{children}</span>;
}
