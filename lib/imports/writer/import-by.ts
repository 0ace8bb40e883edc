/** On whose behalf an import is written. */
export type ImportBy = { importId: string; organisationId: string; personId: string | null };
