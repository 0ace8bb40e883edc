/** How long it is until then, in words, rounded up. */
export function waitInWords(until: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
