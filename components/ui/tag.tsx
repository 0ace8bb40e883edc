import type { ReactNode } from "react";

const tones = {
  plain: "border-line bg-wash text-ink",
  accent: "border-accent bg-accent-wash text-accent",
  stop: "border-stop bg-stop-wash text-stop",
};

/** A state in one or two words. */
export function Tag({ tone = "plain", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded border px-1.5 text-[0.8125rem] leading-5 font-semibold whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
