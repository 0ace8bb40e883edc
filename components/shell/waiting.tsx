"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** By the word that is read with each. */
type Counts = { waiting: number; new: number };
type Kind = keyof Counts;

const nothing: Counts = { waiting: 0, new: 0 };
const Waiting = createContext<[Counts, (to: (before: Counts) => Counts) => void]>([nothing, () => undefined]);

/** How many comments wait, and notices are new, for the menu: as the page was sent, and then as the page in it says. */
export function WaitingCount({ counted, children }: { counted: Counts; children: ReactNode }) {
  return <Waiting value={useState(counted)}>{children}</Waiting>;
}

/** The number beside a place's name in the menu; none where there is none. */
export function WaitingNumber({ of }: { of: Kind }) {
  const count = useContext(Waiting)[0][of];
  if (count === 0) return null;
  return (
    <span className="number">
      <span className="sr-only"> </span>
      {count}
      <span className="sr-only"> {of}</span>
    </span>
  );
}

/** Says in the menu how many there are by now, on a page that knows. */
export function WaitingNow({ of, count }: { of: Kind; count: number }) {
  const set = useContext(Waiting)[1];
  useEffect(() => set((before) => ({ ...before, [of]: count })), [of, count, set]);
  return null;
}
