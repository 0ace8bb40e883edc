import { Task } from "#components/home/task";
import { paths } from "#lib/paths";

/** The register of reopened returns, and how many wait to be. */
export function ReopeningsTask({ asked }: { asked: number }) {
  return (
    <Task href={paths.reopenings()} title="Reopenings of returns">
      {asked === 0
        ? "Nobody waits for one."
        : `${asked} ${asked === 1 ? "return is" : "returns are"} asked to be reopened.`}
    </Task>
  );
}
