import { WrittenBy } from "#components/kept/written-by";
import { Button } from "#components/ui/button";
import { FieldFrame } from "#components/ui/field";
import { paths } from "#lib/paths";

/** A plain form to a route of its own, because an action's body may not be as large as a file's. */
export function UploadForm() {
  return (
    <form
      aria-label="A file to read"
      method="post"
      action={paths.uploadImport()}
      encType="multipart/form-data"
      className="max-w-3xl"
    >
      <WrittenBy />
      <FieldFrame
        name="file"
        label="Scorecard to read"
        hint="The tab-separated text of a scorecard, as it came out of its PDF, in UTF-8 and of at most 1 MB. Reading it writes nothing to a scorecard: you review it first."
      >
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".txt,.tsv,text/plain,text/tab-separated-values"
          aria-describedby="file-hint"
          className="block w-full max-w-xl rounded-md border-[1.5px] border-edge bg-raised px-2.5 py-1.5 file:mr-3 file:rounded file:border file:border-accent file:bg-raised file:px-2.5 file:py-1 file:font-semibold file:text-accent"
        />
      </FieldFrame>
      <Button>Read the file</Button>
    </form>
  );
}
