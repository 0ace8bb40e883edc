"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Waiting = createContext<{ count: number; tell: (count: number) => void }>({ count: 0, tell: () => undefined });

/** How many comments wait, for the menu: as the page was sent, and then as the page in it says. */
export function WaitingCount({ counted, children }: { counted: number; children: ReactNode }) {
  const [count, tell] = useState(counted);
  return <Waiting value={{ count, tell }}>{children}</Waiting>;
}

/** The number beside the queue's name in the menu; none where nothing waits. */
export function WaitingNumber() {
  const { count } = useContext(Waiting);
  if (count === 0) return null;
  return (
    <span className="number">
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}

/** Says in the menu how many wait by now, on a page that knows. */
export function WaitingNow({ count }: { count: number }) {
  const { tell } = useContext(Waiting);
  useEffect(() => tell(count), [count, tell]);
  return null;
}
