import { z } from "zod";

/** The code is asked of who has a second factor. */
export const AddOpenIdLinkInput = z.object({
  current: z.string().min(1, "Type your current password."),
  code: z.string().default(""),
});
