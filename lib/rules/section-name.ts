/** "2 Timeliness", or "1 (no title in the source)". */
export function sectionName({ number, title }: { number: number; title: string | null }): string {
  return `${number} ${title ?? "(no title in the source)"}`;
}
