import { Task } from "#components/home/task";
import { paths } from "#lib/paths";

/** The register of redactions, where some wait for another than proposed them. */
export function RedactionsTask({ waiting }: { waiting: number }) {
  if (waiting === 0) return null;
  return (
    <Task href={paths.redactions()} title="Redactions">
      {`${waiting === 1 ? "One waits" : `${waiting} wait`} for another than proposed it to confirm or refuse it.`}
    </Task>
  );
}
