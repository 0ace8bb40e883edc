"use client";

import { useEffect, useId, useRef } from "react";
import { ConnectionWords } from "#components/ui/connection-words";

/** What was refused and where to mend it: takes the focus when it appears, and links to each field. */
export function ErrorSummary({
  errors,
  title = "There is a problem",
}: {
  errors: readonly { message: string; field?: string }[];
  title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="mb-6 max-w-3xl rounded-md border-2 border-stop bg-raised px-4 py-3"
    >
      <h2 id={titleId} className="text-lg">
        {title}
      </h2>
      <ul className="mt-1 grid gap-1 font-semibold text-stop">
        {errors.map(({ message, field }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a href={`#${field}`} className="underline underline-offset-3">
                <ConnectionWords words={message} />
              </a>
            ) : (
              <ConnectionWords words={message} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
