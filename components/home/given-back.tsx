import { Task, Tasks } from "#components/home/task";
import { LinkedList } from "#components/ui/linked-list";
import type { GivenBack } from "#lib/commentary/reading/list-given-back";
import { paths } from "#lib/paths";
import { momentOf } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A lead's comments that came back after their month was published: no return asks for them any more. */
export function GivenBackTasks({ comments, timeZone }: { comments: readonly GivenBack[]; timeZone: string }) {
  const [first] = comments;
  if (!first) return null;
  const links = comments.map(({ slug, ref, month }) => ({
    label: `${ref}, ${monthName(month)}`,
    href: paths.comment(slug, ref, month),
  }));
  return (
    <Tasks title="Comments of published months">
      <Task href={links[0]!.href} title="Words to write anew">
        <p className="font-semibold text-ink">
          {comments.length === 1 ? "A comment came back to you" : `${comments.length} comments came back to you`} on{" "}
          <LinkedList links={links} />.
        </p>
        <p>{`Since ${momentOf(first.since, timeZone)}.`}</p>
      </Task>
    </Tasks>
  );
}
