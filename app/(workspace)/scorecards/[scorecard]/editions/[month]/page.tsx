import { notFound, redirect } from "next/navigation";
import { findEdition } from "#lib/audit/find-edition";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { editionText } from "#lib/rules/edition";
import { isStorable } from "#lib/rules/is-storable";

/** The address of a month's newest edition, or of one by its number: it leads to the scorecard as that edition shows it. */
export default async function EditionPage({
  params,
  searchParams,
}: PageProps<"/scorecards/[scorecard]/editions/[month]">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, month }, { edition }] = await Promise.all([params, searchParams]);
  if (!isStorable(slug)) notFound();
  const found = await findEdition(actor, slug, edition === undefined ? month : `${month}.${String(edition)}`);
  if (!found.ok) notFound();
  redirect(paths.scorecard(slug, { edition: editionText(found.edition) }));
}
