"use client";

import { type ComponentProps, useState } from "react";
import { TextareaField } from "#components/ui/field";
import { countedWords } from "#lib/rules/typed-words";

/** A text box that counts. It takes more than may be kept, so that nothing of a paste is lost: what is too long is refused whole, in words. */
export function CountedTextarea({ most, hint, ...rest }: ComponentProps<typeof TextareaField> & { most: number }) {
  const [typed, setTyped] = useState(String(rest.defaultValue ?? ""));
  const { words, isOver } = countedWords(typed, most);
  return (
    <>
      <TextareaField {...rest} hint={hint} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
      <p className={`-mt-2.5 mb-3 text-sm ${isOver ? "font-semibold text-stop" : "text-soft"}`}>
        <span aria-live="polite">{isOver ? words : ""}</span>
        {!isOver && words}
      </p>
    </>
  );
}
