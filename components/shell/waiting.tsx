"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

/** By the word that is read with each. */
type Counts = { waiting: number; new: number };
export type Kind = keyof Counts;

// Every page weighs this: whoever asks is inside `WaitingCount`, so there is nothing to answer outside of it.
export const Waiting = createContext({} as [Counts, (to: (before: Counts) => Counts) => void]);

/** How many comments wait, and notices are new, for the menu: as the page was sent, and then as the page in it says. */
export function WaitingCount({ counted, children }: { counted: Counts; children: ReactNode }) {
  return <Waiting value={useState(counted)}>{children}</Waiting>;
}

/** The number beside a place's name in the menu; none where there is none. */
export function WaitingNumber({ of }: { of: Kind }) {
  const count = useContext(Waiting)[0][of];
  return (
    count > 0 && (
      <span className="number">
        {count}
        <span className="sr-only">{` ${of}`}</span>
      </span>
    )
  );
}
