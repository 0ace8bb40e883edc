import type { Bands } from "#lib/rules/bands";
import type { Grade } from "#lib/rules/labels";
import { signOf } from "#lib/rules/which-is-better";

/** Where each level lies down a drawing of so many pixels, the best first; those that no place is left for are not among them. */
export function levelSpans(
  { direction, bestFirst }: Bands,
  y: (edge: string) => number,
  height: number,
): { grade: Grade; top: number; bottom: number }[] {
  const [best, worst] = signOf(direction) > 0 ? [0, height] : [height, 0];
  const edges = [best, ...bestFirst.map(({ edge }) => y(edge)), worst];
  return edges.slice(1).flatMap((edge, index) => {
    const [top, bottom] = [Math.min(edge, edges[index]!), Math.max(edge, edges[index]!)];
    return top === bottom ? [] : [{ grade: index + 1, top, bottom }];
  });
}
