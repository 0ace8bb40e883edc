/** An indicator with its place, as a sheet is ordered by it. */
export type Placed = {
  ref: string;
  now: { theme: { slug: string; name: string; position: number }; section: { number: number }; position: number };
};

const naturally = new Intl.Collator("en", { numeric: true });

/** The order of a scorecard: themes, their sections, the indicators in them; 2.10 after 2.9. */
export function inOrder(a: Placed, b: Placed): number {
  return (
    a.now.theme.position - b.now.theme.position ||
    a.now.section.number - b.now.section.number ||
    a.now.position - b.now.position ||
    naturally.compare(a.ref, b.ref)
  );
}
