import { Note } from "#components/ui/note";
import { dayName } from "#lib/rules/moment";

/** Of a scorecard that ended: when, and why. */
export function EndedNote({ ended, timeZone }: { ended: { at: Date; reason: string | null }; timeZone: string }) {
  return (
    <Note tone="quiet">
      This scorecard ended on {dayName(ended.at, timeZone)}
      {ended.reason ? `: ${ended.reason}` : "."}
    </Note>
  );
}
