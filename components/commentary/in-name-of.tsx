import { inNameOfField } from "#lib/rules/in-name-of";

/** Says in a form for whom a deputy decides; nothing for one's own team. */
export const InNameOf = ({ head }: { head: string | undefined }) =>
  head && <input type="hidden" name={inNameOfField} value={head} />;
