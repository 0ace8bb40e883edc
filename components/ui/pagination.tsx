import { LinkButton } from "#components/ui/button";

export function Pagination({
  newer,
  older,
  here,
}: {
  newer?: string | undefined;
  older?: string | undefined;
  here: string;
}) {
  return (
    <nav aria-label="Pages" className="mt-5 flex flex-wrap items-center gap-3">
      {newer && (
        <LinkButton href={newer} rel="prev">
          Newer
        </LinkButton>
      )}
      <span className="text-sm text-soft">{here}</span>
      {older && (
        <LinkButton href={older} rel="next">
          Older
        </LinkButton>
      )}
    </nav>
  );
}
