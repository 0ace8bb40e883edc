import { ErrorSummary } from "#components/ui/error-summary";
import type { NotPreviewed } from "#lib/definitions/preview-asked";

/** Why a change cannot be, by field where it says of which. */
export function PreviewProblems({ preview: { fields, message } }: { preview: NotPreviewed }) {
  const errors = Object.entries(fields).map(([field, said]) => ({ field, message: said }));
  return <ErrorSummary errors={errors.length > 0 ? errors : [{ message }]} />;
}
