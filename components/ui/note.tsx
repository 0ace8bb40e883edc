import type { ReactNode } from "react";
import { TakesFocus } from "#components/ui/takes-focus";

const tones = {
  plain: "border-accent bg-accent-wash",
  quiet: "border-line bg-wash",
  stop: "border-stop bg-stop-wash",
};

/** Inset text: something to know before going on. */
export function Note({
  tone = "plain",
  live,
  children,
}: {
  tone?: keyof typeof tones;
  /** Said to screen readers when it appears; what was done, a status, takes the focus as well. */
  live?: "status" | "alert";
  children: ReactNode;
}) {
  const Box = live === "status" ? TakesFocus : "div";
  return (
    <Box role={live} className={`my-4 rounded-r-md border-l-4 px-4 py-2.5 ${tones[tone]}`}>
      {children}
    </Box>
  );
}
