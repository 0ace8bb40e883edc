import { SaveAsPng } from "#components/charts/save-as-png";

/** Takes an indicator's chart away as a file. */
export function SaveChart({ file }: { file: string }) {
  return (
    <p className="-mt-3 mb-4 text-sm print:hidden">
      <a download className="link" href={file}>
        Save the chart as SVG
      </a>{" "}
      <SaveAsPng file={file} />
    </p>
  );
}
