"use client";

import type { ComponentProps } from "react";

const focus = (element: HTMLElement | null) => element?.focus();

/** A box or a heading that takes the focus when it appears, so that what was just done is read out and Tab goes on from there. */
export function TakesFocus({ as: As = "div", ...props }: ComponentProps<"div"> & { as?: "div" | "h2" }) {
  return <As ref={focus} tabIndex={-1} {...props} />;
}
