import { diffWordsWithSpace } from "diff";

/** Words with what changed since others: added and removed by underline and strike-through, and said to screen readers. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  return (
    <p className="whitespace-pre-line">
      {diffWordsWithSpace(before, after).map(({ value, added, removed }, index) => {
        const key = `${index} ${value.length}`;
        if (added) return <Mark key={key} as="ins" word="added" value={value} />;
        if (removed) return <Mark key={key} as="del" word="removed" value={value} />;
        return <span key={key}>{value}</span>;
      })}
    </p>
  );
}

const looks = {
  ins: "bg-added-wash underline decoration-2 underline-offset-3",
  del: "bg-stop-wash text-stop line-through",
};

function Mark({ as: Element, word, value }: { as: keyof typeof looks; word: string; value: string }) {
  return (
    <Element className={looks[Element]}>
      <span className="sr-only"> [{word}: </span>
      {value}
      <span className="sr-only">] </span>
    </Element>
  );
}
