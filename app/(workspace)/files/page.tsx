import type { Metadata } from "next";
import { FileDoneNote } from "#components/files/file-done";
import { FileList } from "#components/files/file-list";
import { fileView, sizeWords } from "#components/files/file-view";
import { FollowFiles } from "#components/files/follow-files";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { listFiles } from "#lib/files/list-files";
import { paths } from "#lib/paths";
import { keptDays, keptMost } from "#lib/rules/kept-file";

export const metadata: Metadata = { title: "Files" };

/** What a person had made or waits for: nobody else sees it. */
export default async function FilesPage({ searchParams }: PageProps<"/files">) {
  const [actor, { done }] = await Promise.all([requirePermission("scorecard.export"), searchParams]);
  const listed = await listFiles(actor);
  const files = listed.map((file) => fileView(file, actor.organisation.timeZone));
  const kept = listed.filter(({ madeAt, withdrawnAt }) => madeAt && !withdrawnAt);
  const size = kept.reduce((sum, file) => sum + (file.size ?? 0), 0);
  const left = files.filter(({ state }) => state === "waiting" || state === "making").length;
  return (
    <>
      <PageHeading
        title="Files"
        meta={`Board packs, workbooks and texts that you had made. They wait for you alone, and each is deleted after ${keptDays} days`}
      />
      <FileDoneNote done={done} />
      {files.length === 0 ? (
        <EmptyState title="No files">
          A file is asked for on the page of a <TextLink href={paths.scorecards()}>scorecard</TextLink>, and stands here
          once it is made.
        </EmptyState>
      ) : (
        <>
          <FollowFiles left={left} />
          <p className="text-sm text-soft">
            {`${kept.length} of at most ${keptMost.files} files are kept, ${size > 0 ? sizeWords(size) : "nothing"} of ${sizeWords(keptMost.size)}.`}
          </p>
          <FileList files={files} />
        </>
      )}
    </>
  );
}
