import type { Bands } from "#lib/rules/bands";
import type { Grade } from "#lib/rules/labels";
import { signOf } from "#lib/rules/which-is-better";

/** Where a level lies down a drawing, in pixels. */
type Span = { grade: Grade; top: number; bottom: number };

/** Where each level lies down a drawing of so many pixels, the best first; those that no place is left for are not among them. */
export function levelSpans({ direction, bestFirst }: Bands, y: (edge: string) => number, height: number): Span[] {
  const near = bestFirst.map(({ edge }) => y(edge));
  if (direction !== "within") {
    const [best, worst] = signOf(direction) > 0 ? [0, height] : [height, 0];
    return between([best, ...near, worst]);
  }
  // Around the range that is best, the others lie on both sides of it.
  const far = bestFirst.map(({ edge, farEdge }) => y(farEdge ?? edge));
  const [below, above] = [between([...near.slice(0, 1), ...near, height]), between([...far.slice(0, 1), ...far, 0])];
  return [...between([far[0]!, near[0]!]), ...above, ...below].toSorted((a, b) => a.grade - b.grade);
}

const between = (edges: readonly number[]): Span[] =>
  edges.slice(1).flatMap((edge, index) => {
    const [top, bottom] = [Math.min(edge, edges[index]!), Math.max(edge, edges[index]!)];
    return top === bottom ? [] : [{ grade: index + 1, top, bottom }];
  });
