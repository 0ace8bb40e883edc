import { TextLink } from "#components/ui/text-link";
import { type PastAddress, paths } from "#lib/paths";
import type { ReturnCell } from "#lib/returns/return-cells";
import type { CommentState } from "#lib/rules/commentary-status";
import type { Month } from "#lib/rules/month";

const stands: Record<CommentState["state"], string> = {
  none: "not written",
  draft: "a draft",
  submitted: "submitted",
  returned: "returned to its lead",
  approved: "approved",
  lapsed: "its approval lapsed",
  "approval withdrawn": "its approval was withdrawn",
  withdrawn: "withdrawn",
  imported: "as imported",
};

/** The comments that a return requires, with why, and where each stands. */
export function RequiredComments({
  cells,
  slug,
  month,
  past,
}: {
  cells: readonly ReturnCell[];
  slug: string;
  month: Month;
  past: PastAddress;
}) {
  const required = cells.filter((cell) => cell.required.length > 0);
  return (
    <>
      <h2 className="mt-8 text-xl">Required comments ({required.length})</h2>
      {required.length === 0 && <p>None.</p>}
      <ul className="mt-1 grid max-w-3xl">
        {required.map(({ indicatorId, ref, required: why, comment }) => (
          <li key={indicatorId} className="py-0.5">
            <TextLink
              href={paths.comment(slug, ref, month, past)}
              className="inline-block min-w-8 font-semibold leading-6"
            >
              {ref}
            </TextLink>{" "}
            {why.join(", ")} <span className="text-soft">({stands[comment]})</span>
          </li>
        ))}
      </ul>
    </>
  );
}
