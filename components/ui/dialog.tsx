"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button } from "#components/ui/button";

/** The browser's own modal dialog behind a button. Only for what also has a page or a form without JavaScript. */
export function Dialog({
  open,
  title,
  tone = "quiet",
  children,
}: {
  open: ReactNode;
  title: string;
  tone?: "primary" | "quiet" | "stop";
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button type="button" tone={tone} onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper p-5 text-ink backdrop:bg-ink/40"
      >
        <h2 id={id} className="mb-3 text-xl">
          {title}
        </h2>
        {children}
        <form method="dialog" className="mt-4">
          <Button tone="quiet">Close</Button>
        </form>
      </dialog>
    </>
  );
}
