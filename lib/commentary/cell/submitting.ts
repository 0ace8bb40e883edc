/** Words on their way into a cell: kept as a draft, or submitted; and why they stand where their writer was asked about some. */
export type Submitting = { body: string; isSubmitted: boolean; because: string | null };
