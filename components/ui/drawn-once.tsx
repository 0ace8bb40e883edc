import { LRUCache } from "lru-cache";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { received, type Sent } from "#components/ui/sent";

/**
 * The component that draws a view of what was sent: in the browser each time (`drawn-each-time.tsx` stands there in this one's
 * place, by `package.json`), on the server once for each text. What `Draws` makes hangs on the text alone and is the same
 * for everybody, so it uses no hook. It is put inside one <div>.
 */
export function drawnOnce<View>(Draws: (given: { view: View }) => ReactNode) {
  // In characters of what was sent; of which some four times as many are drawn.
  const drawn = new LRUCache<string, string>({ maxSize: 1_000_000, sizeCalculation: (_, sent) => sent.length });

  function draw(sent: Sent<View>): string {
    const markup = renderToString(<Draws view={received(sent)} />);
    drawn.set(sent, markup);
    return markup;
  }

  return function DrawnOnce({ sent }: { sent: Sent<View> }) {
    // biome-ignore lint: it is React's own
    return <div dangerouslySetInnerHTML={{ __html: drawn.get(sent) ?? draw(sent) }} />;
  };
}
