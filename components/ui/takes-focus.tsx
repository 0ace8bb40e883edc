"use client";

import { type ComponentProps, useEffect, useRef } from "react";

/** A box that takes the focus when it appears, so that what was just done is read out and Tab goes on from there. */
export function TakesFocus(props: ComponentProps<"div">) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return <div ref={box} tabIndex={-1} {...props} />;
}
