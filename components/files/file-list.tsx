import { EndFileForm } from "#components/files/end-file-form";
import type { FileView } from "#components/files/file-view";
import { DownloadButton } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import { paths } from "#lib/paths";
import type { FileState } from "#lib/rules/kept-file";

const words: Record<FileState, string> = {
  waiting: "Waiting",
  making: "Being made",
  made: "Made",
  cancelled: "Cancelled",
  failed: "Not made",
  withdrawn: "Deleted",
  barred: "Not for you any more",
};

const toneOf = (state: FileState) => (state === "made" ? "accent" : state === "failed" ? "stop" : "plain");

/** Two of the same are told apart by where they stand. */
const named = (title: string, index: number) => `${title}, ${index + 1} in the list`;

/** The files that somebody had made: how far each is, and what takes it away or cancels it. */
export function FileList({ files }: { files: readonly FileView[] }) {
  return (
    <ul className="max-w-3xl">
      {files.map(({ id, state, title, ending, of, said, progress }, index) => (
        <li key={id} className="border-b border-line py-3">
          <h2 className="text-base">{title}</h2>
          <p className="text-sm text-soft">{of}</p>
          <p className="mt-1">
            <Tag tone={toneOf(state)}>{words[state]}</Tag> {said}
          </p>
          {progress && (
            <progress
              className="mt-1.5 w-full max-w-80 accent-accent"
              aria-label={`How far ${named(title, index)} is`}
              max={progress.parts}
              value={progress.done}
            />
          )}
          {(state === "made" || state === "barred") && (
            <div className="mt-2 flex flex-wrap items-start gap-2">
              {state === "made" && (
                <DownloadButton href={paths.file(id)}>
                  {`Download (${ending})`}
                  <span className="sr-only">{`: ${named(title, index)}`}</span>
                </DownloadButton>
              )}
              <EndFileForm how="Delete" file={id} title={named(title, index)} />
            </div>
          )}
          {(state === "waiting" || state === "making") && (
            <div className="mt-2">
              <EndFileForm how="Cancel" file={id} title={named(title, index)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
