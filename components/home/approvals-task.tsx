import { Task } from "#components/home/task";
import { paths } from "#lib/paths";
import { momentOf } from "#lib/rules/moment";

/** The queue of a head of service: how many comments wait for them, and since when. */
export function ApprovalsTask({
  waiting,
  since,
  timeZone,
}: {
  waiting: number;
  since: string | null;
  timeZone: string;
}) {
  return (
    <Task href={paths.approvals()} title="Commentary to approve">
      {since === null ? "Nothing waits for you." : toDecide(waiting, momentOf(since, timeZone))}
    </Task>
  );
}

const toDecide = (waiting: number, since: string) =>
  waiting === 1
    ? `1 comment to decide on, since ${since}.`
    : `${waiting} comments to decide on, the first since ${since}.`;
