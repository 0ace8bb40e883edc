import type { Metadata } from "next";
import { ReopeningsTable } from "#components/returns/reopenings-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listReopenings } from "#lib/returns/list-reopenings";
import { readPage } from "#lib/rules/read-page";

export const metadata: Metadata = { title: "Reopenings" };

/** The register of the returns that were asked to be reopened, and were. */
export default async function ReopeningsPage({ searchParams }: PageProps<"/returns/reopenings">) {
  const [actor, { page: asked }] = await Promise.all([requirePermission("reopening.list"), searchParams]);
  const page = readPage(asked);
  const { reopenings, hasMore } = await listReopenings(actor, page);
  return (
    <>
      <PageHeading title="Reopenings" meta="Returns that were reopened after they were submitted, or are asked to be" />
      {reopenings.length === 0 ? (
        <EmptyState title="No return was reopened">A lead asks for it on the return itself.</EmptyState>
      ) : (
        <ReopeningsTable rows={reopenings} timeZone={actor.organisation.timeZone} />
      )}
      {(hasMore || page > 1) && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4">
          {hasMore && (
            <TextLink href={paths.reopenings({ page: page + 1 })} rel="next">
              Earlier ones
            </TextLink>
          )}
          {page > 1 && <TextLink href={paths.reopenings()}>The newest</TextLink>}
        </nav>
      )}
    </>
  );
}
