import type { ReactNode } from "react";
import { received, type Sent } from "#components/ui/sent";

/** What `drawn-once.tsx` is in the browser. */
export function drawnOnce<View>(Draws: (given: { view: View }) => ReactNode) {
  return function DrawnEachTime({ sent }: { sent: Sent<View> }) {
    return (
      <div>
        <Draws view={received(sent)} />
      </div>
    );
  };
}
