/** On whose behalf an import is written, and when. */
export type ImportBy = { importId: string; organisationId: string; personId: string | null; at: Date };
