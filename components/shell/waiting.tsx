"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

type Counts = { waiting: number; unseen: number };
type Kind = keyof Counts;

const Waiting = createContext<{ counts: Counts; tell: (kind: Kind, count: number) => void }>({
  counts: { waiting: 0, unseen: 0 },
  tell: () => undefined,
});

/** How many comments wait, and notices are new, for the menu: as the page was sent, and then as the page in it says. */
export function WaitingCount({ counted, children }: { counted: Counts; children: ReactNode }) {
  const [counts, set] = useState(counted);
  const [tell] = useState(() => (kind: Kind, count: number) => set((before) => ({ ...before, [kind]: count })));
  return <Waiting value={{ counts, tell }}>{children}</Waiting>;
}

/** The number beside a place's name in the menu, and what it is of; none where there is none. */
export function WaitingNumber({ of, words }: { of: Kind; words: string }) {
  const count = useContext(Waiting).counts[of];
  if (count === 0) return null;
  return (
    <span className="number">
      <span className="sr-only"> </span>
      {count}
      <span className="sr-only"> {words}</span>
    </span>
  );
}

/** Says in the menu how many there are by now, on a page that knows. */
export function WaitingNow({ of = "waiting", count }: { of?: Kind; count: number }) {
  const { tell } = useContext(Waiting);
  useEffect(() => tell(of, count), [of, count, tell]);
  return null;
}
