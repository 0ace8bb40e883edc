export type ButtonTone = "primary" | "quiet" | "stop";

const shape =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-3.5 py-1.5 font-semibold no-underline disabled:opacity-60";
const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:underline",
  quiet: "border-accent bg-raised text-accent hover:bg-accent-wash",
  stop: "border-stop bg-raised text-stop hover:bg-stop-wash",
};

/** What a button wears. Apart from the buttons, for what must not carry their links into the browser. */
export const buttonClass = (tone: ButtonTone): string => `${shape} ${tones[tone]}`;
