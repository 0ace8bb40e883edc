/** Whether a text from an address or a form can be asked of the database at all: it takes neither NUL nor half characters. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");

/** The same of whatever a form was read into. */
export function isAllStorable(read: unknown): boolean {
  if (typeof read === "string") return isStorable(read);
  if (read instanceof Map || read instanceof Set || Array.isArray(read)) return [...read].every(isAllStorable);
  return typeof read !== "object" || read === null || Object.values(read).every(isAllStorable);
}
