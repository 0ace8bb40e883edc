import { z } from "zod";
import { exportForms, papers } from "#db/vocabulary";

const typed = z.string().max(100).optional();

export const AskFileInput = z
  .object({
    scorecard: z.string().max(100),
    from: typed,
    to: typed,
    edition: typed,
    cut: typed,
    small: z
      .enum(["", "hidden"], { error: "Small numbers are shown or hidden." })
      .transform((small) => small || undefined)
      .optional(),
    form: z.enum(exportForms, { error: "A file is a board pack, a workbook or a text." }).default("PDF"),
    paper: z.enum(papers, { error: "A board pack is printed on A4 or on A3." }).default("A4"),
  })
  .transform(({ scorecard: slug, ...asked }) => ({ slug, ...asked }));
export type AskFile = z.output<typeof AskFileInput>;

export const AboutFileInput = z.object({ file: z.uuid({ error: "There is no such file." }) });
