import type { ReactNode } from "react";

const tones = {
  plain: "border-accent bg-accent-wash",
  quiet: "border-line bg-wash",
  stop: "border-stop bg-stop-wash",
};

/** Inset text: something to know before going on. */
export function Note({
  tone = "plain",
  role,
  children,
}: {
  tone?: keyof typeof tones;
  role?: "status" | "alert";
  children: ReactNode;
}) {
  return (
    <div role={role} className={`my-4 rounded-r-md border-l-4 px-4 py-2.5 ${tones[tone]}`}>
      {children}
    </div>
  );
}
