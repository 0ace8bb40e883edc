/** The form's field that holds its request. */
export const requestField = "request";

/** A random UUID, also where the browser has no `crypto.randomUUID`: on plain http to another machine. */
export function newRequest(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}
