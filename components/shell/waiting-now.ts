"use client";

import { useContext, useEffect } from "react";
import { type Kind, Waiting } from "#components/shell/waiting";

/** Says in the menu how many there are by now, on a page that knows: apart, so that only those pages bring it. */
export function WaitingNow({ of, count }: { of: Kind; count: number }) {
  const set = useContext(Waiting)[1];
  useEffect(() => set((before) => ({ ...before, [of]: count })), [of, count, set]);
  return null;
}
