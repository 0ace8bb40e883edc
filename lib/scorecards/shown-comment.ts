import type { SheetComment } from "#lib/scorecards/sheet";
import type { SheetRows } from "#lib/scorecards/sheet-rows";
export function shownComment(
  revisions: SheetRows["revisions"],
  decisions: SheetRows["decisions"],
  seen: object,
): SheetComment | null {
  const imported = revisions.find((r) => r.source === "import");
  return imported ? { kind: "imported", body: imported.body } : null;
}
