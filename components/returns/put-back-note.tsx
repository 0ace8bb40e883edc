import { flushSync } from "react-dom";
import { goOnFrom } from "#components/returns/move-in-column";
import type { RowsPutBack } from "#components/returns/use-kept-rows";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { momentName } from "#lib/rules/moment";

const list = new Intl.ListFormat("en-GB");

/** Says of which rows it was put back what somebody typed before and did not save. */
export function PutBackNote({
  putBack: { ids, at },
  refOf,
  throwAway,
}: {
  putBack: RowsPutBack;
  refOf: (id: string) => string | undefined;
  throwAway: () => void;
}) {
  return (
    <Note>
      <p>
        {`What you typed for ${list.format(ids.flatMap((id) => refOf(id) ?? []))} on ${momentName(at)} was not saved. It is put back below: save it, or throw it away.`}
      </p>
      <p className="mt-2">
        <Button
          type="button"
          tone="quiet"
          onClick={() => {
            flushSync(throwAway);
            goOnFrom(ids[0] ?? "", { on: false });
          }}
        >
          Throw it away
        </Button>
      </p>
    </Note>
  );
}
