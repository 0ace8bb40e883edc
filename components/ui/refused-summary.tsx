import { ErrorSummary } from "#components/ui/error-summary";
import type { Result } from "#lib/actions/result";

/** What a refused form says above itself: by field where it says of which, else as a whole. */
export function RefusedSummary({ result }: { result: Result<unknown> | null }) {
  if (!result || result.ok) return null;
  const fields = Object.entries(result.fields).map(([field, message]) => ({ field, message }));
  return <ErrorSummary errors={fields.length > 0 ? fields : [{ message: result.message }]} />;
}
