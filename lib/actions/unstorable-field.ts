import { isAllStorable, isStorable } from "#lib/rules/is-storable";

/**
 * What is said of a field that holds a character which the database does not take, as far as reading the form has not dropped
 * it: of words all control characters go. A form that could not be read (`read` null) is told of any.
 */
export function unstorableField(typed: Readonly<Record<string, string>>, read: unknown) {
  const field = Object.keys(typed).find((name) => !isStorable(typed[name] ?? ""));
  if (field === undefined || (read !== null && isAllStorable(read))) return null;
  const message = "This holds a character that cannot be kept. Type it again.";
  return { message, fields: { [field]: message } };
}
