import { Note } from "#components/ui/note";
import type { Asked } from "#lib/rules/said/asked";

/** Passages of a comment with why each is asked about. */
export function AskedList({ asked }: { asked: readonly Asked[] }) {
  return (
    <div>
      <p className="font-semibold">Worth a second look in these words</p>
      <ul className="ml-5 list-disc">
        {asked.map(({ passage, why }) => (
          <li key={passage}>
            “{passage}”: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What words are asked about, for who is to submit or to decide on them; nothing where that is nothing. */
export function AskedWords({ asked, because = null }: { asked: readonly Asked[]; because?: string | null }) {
  if (asked.length === 0) return null;
  return (
    <Note>
      <AskedList asked={asked} />
      {because && (
        <p className="mt-1.5">
          <StandsBecause reason={because} />
        </p>
      )}
    </Note>
  );
}

/** What their writer said when asked. */
export function StandsBecause({ reason }: { reason: string }) {
  return (
    <>
      Asked about passages of it, its writer said: <q>{reason}</q>
    </>
  );
}
