import Link from "next/link";
import type { ComponentProps } from "react";

type Tone = "primary" | "quiet" | "stop";

const shape =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-3.5 py-1.5 font-semibold no-underline disabled:opacity-60";
const tones: Record<Tone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:underline",
  quiet: "border-accent bg-raised text-accent hover:bg-accent-wash",
  stop: "border-stop bg-raised text-stop hover:bg-stop-wash",
};

export function Button({ tone = "primary", className = "", ...rest }: ComponentProps<"button"> & { tone?: Tone }) {
  return <button {...rest} className={`${shape} ${tones[tone]} ${className}`} />;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ tone = "quiet", className = "", ...rest }: ComponentProps<typeof Link> & { tone?: Tone }) {
  return <Link prefetch={false} {...rest} className={`${shape} ${tones[tone]} ${className}`} />;
}

/** The same for what the browser fetches by itself: a file to take away. */
export function DownloadButton({ tone = "quiet", className = "", ...rest }: ComponentProps<"a"> & { tone?: Tone }) {
  return <a download {...rest} className={`${shape} ${tones[tone]} ${className}`} />;
}
