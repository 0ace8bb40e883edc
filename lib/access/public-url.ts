/** The one address by which people reach this installation, fixed at start (`NEXTAUTH_URL`). */
export function publicUrl(): URL {
  const url = process.env.NEXTAUTH_URL;
  if (!url) throw new Error("NEXTAUTH_URL is not set.");
  return new URL(url);
}

export const isServedSecurely = (): boolean => publicUrl().protocol === "https:";
