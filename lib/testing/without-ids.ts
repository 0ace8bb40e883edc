/** A text without what is in it by chance, ids and nonces: such have any few digits once in a while. */
export const withoutIds = (text: string): string =>
  text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\b[\da-f]{32,}\b/g, "");
