/** In what form a scorecard is taken away. */
export const exportForms = ["XLSX", "CSV", "CSV for a spreadsheet", "PDF"] as const;
export type ExportForm = (typeof exportForms)[number];
