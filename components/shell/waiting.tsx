"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Waiting = createContext<{ count: number; tell: (count: number) => void }>({ count: 0, tell: () => undefined });

/** How many comments wait, for the menu: as the page was sent, and then as the page in it says. */
export function WaitingCount({ counted, children }: { counted: number; children: ReactNode }) {
  const [count, tell] = useState(counted);
  return <Waiting value={{ count, tell }}>{children}</Waiting>;
}

export const useWaiting = (): number => useContext(Waiting).count;

/** Says in the menu how many wait by now, on a page that knows. */
export function WaitingNow({ count }: { count: number }) {
  const { tell } = useContext(Waiting);
  useEffect(() => tell(count), [count, tell]);
  return null;
}
