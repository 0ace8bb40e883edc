export type ButtonTone = "primary" | "quiet" | "stop";

/** What a button wears. Apart from the buttons, for what must not carry their links into the browser. */
export const buttonClass = (tone: ButtonTone): string => `button ${tone}`;
