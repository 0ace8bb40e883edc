import type { Metadata } from "next";
import { ImportList } from "#components/imports/import-list";
import { UploadForm } from "#components/imports/upload-form";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { listImports } from "#lib/imports/queries";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  const actor = await requirePermission("import.read");
  const imports = await listImports(actor);
  return (
    <>
      <PageHeading
        title="Imports"
        meta="Read a scorecard from a file, review what is doubtful in it, commit it whole"
      />
      <UploadForm />
      <h2 className="mt-10 mb-3 text-xl">Files read</h2>
      <ImportList imports={imports} timeZone={actor.organisation.timeZone} />
    </>
  );
}
