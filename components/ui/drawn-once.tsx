import { LRUCache } from "lru-cache";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { received, type Sent } from "#components/ui/sent";

/**
 * The component that draws a view of what was sent: in the browser each time (`drawn-each-time.tsx` stands there in this one's
 * place, by the entry of its own in `package.json`), on the server once for each text, in one <div>. What `Draws` makes hangs
 * on the text alone, so that it is the same for everybody: it uses no hook and no context.
 */
export function drawnOnce<View>(Draws: (given: { view: View }) => ReactNode) {
  // In characters. Ten minutes: what is taken out of the trail is not to stay here, though nobody asks for it.
  const drawn = new LRUCache<string, string>({
    maxSize: 2_000_000,
    sizeCalculation: (markup, sent) => markup.length + sent.length,
    ttl: 10 * 60_000,
    ttlAutopurge: true,
  });

  function draw(sent: Sent<View>): string {
    const markup = renderToString(<Draws view={received(sent)} />);
    drawn.set(sent, markup);
    return markup;
  }

  return function DrawnOnce({ sent }: { sent: Sent<View> }) {
    // biome-ignore lint: React made it, and escaped every word in it
    return <div dangerouslySetInnerHTML={{ __html: drawn.get(sent) ?? draw(sent) }} />;
  };
}
