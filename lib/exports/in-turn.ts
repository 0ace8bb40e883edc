/** Work that is done one at a time. Beyond so many that wait nobody is taken on, and is told so by null. */
export function inTurn(mostWaiting: number) {
  let [taken, last] = [0, Promise.resolve<unknown>(null)];
  return async <T>(work: () => Promise<T>): Promise<{ made: T } | null> => {
    if (taken > mostWaiting) return null;
    taken += 1;
    const turn = last.then(work, work);
    last = turn.catch(() => null);
    try {
      return { made: await turn };
    } finally {
      taken -= 1;
    }
  };
}
