"use client";

import { useState, useSyncExternalStore } from "react";
import { Button, LinkButton } from "#components/ui/button";
import { Note } from "#components/ui/note";

/** Ten codes, shown here once, and kept nowhere; who has kept them goes on. */
export function RecoveryCodes({ codes, said, next }: { codes: readonly string[]; said: string; next: string }) {
  return (
    <>
      <Note live="status">{said}</Note>
      <h2 className="mt-6 mb-1 text-xl">Your recovery codes</h2>
      <p className="mb-3">
        They are shown this once. Print them or copy them to where you keep what matters, and not on the phone alone:
        each signs you in once when you do not have your app.
      </p>
      <ol className="mb-4 grid max-w-2xl list-decimal gap-x-10 gap-y-1 pl-8 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <TakeAway codes={codes} />
      <p className="mt-4 print:hidden">
        <LinkButton tone="primary" href={next}>
          I have kept them
        </LinkButton>
      </p>
    </>
  );
}

function TakeAway({ codes }: { codes: readonly string[] }) {
  const [said, say] = useState("");
  // Nothing copies or prints by itself where no script runs.
  const may = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const copy = () =>
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => say("Copied."),
      () => say("The browser did not let this be copied: select the codes above."),
    );
  if (!may) return null;
  return (
    <p className="flex flex-wrap items-center gap-3 print:hidden">
      <Button type="button" tone="quiet" onClick={() => window.print()}>
        Print them
      </Button>
      <Button type="button" tone="quiet" onClick={copy}>
        Copy them
      </Button>
      <output>{said}</output>
    </p>
  );
}

/** Whether a script runs does not change. */
const never = () => () => undefined;
