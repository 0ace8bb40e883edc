/** A summary that looks like the button it stands for: it opens a step that cannot be taken by one press. */
export const stopSummary =
  "flex min-h-9 w-fit items-center rounded-md border border-stop bg-raised px-3.5 py-1.5 font-semibold text-stop hover:bg-stop-wash";
