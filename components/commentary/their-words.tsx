import { WordsQuoted } from "#components/commentary/words-quoted";

/** What somebody else wrote meanwhile, to read beside one's own words. */
export function TheirWords({ number, body, isOwn }: { number: number; body: string; isOwn: boolean }) {
  return (
    <div className="mb-4">
      <h3 className="mb-1 font-semibold">
        {isOwn ? "What you saved meanwhile" : "Their words"}, revision {number}
      </h3>
      <WordsQuoted>
        <p className="whitespace-pre-line">{body}</p>
      </WordsQuoted>
      <p className="mt-1 text-sm text-soft">
        Take over into yours what should stay: saving or submitting now puts your words in place of these.
      </p>
    </div>
  );
}
