import type { PastAddress } from "#lib/paths";

/** Of which moment a page is, for the form that asks for another part of it. */
export function PastFields({ past: { cut, edition } }: { past: PastAddress }) {
  return (
    <>
      {cut && <input type="hidden" name="cut" value={cut} />}
      {edition && <input type="hidden" name="edition" value={edition} />}
    </>
  );
}
