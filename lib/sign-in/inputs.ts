import { z } from "zod";

export const AddOpenIdLinkInput = z.object({ current: z.string().min(1, "Type your current password.") });
