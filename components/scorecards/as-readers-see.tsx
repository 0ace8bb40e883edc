import type { SheetView } from "#components/scorecards/sheet-view";
import { paths } from "#lib/paths";

/** To whoever is shown small numbers: that the files hold them, and the same files without them. */
export function AsReadersSee({ view: { slug, range, past, part }, prints }: { view: SheetView; prints: boolean }) {
  const asked = { ...range, ...past, small: "hidden" as const };
  const files = [
    ["XLSX", paths.exportXlsx(slug, asked)] as const,
    ["CSV", paths.exportCsv(slug, asked)] as const,
    ["CSV for a spreadsheet", paths.exportCsv(slug, { ...asked, form: "spreadsheet" })] as const,
  ];
  return (
    <p className="touchable my-3 flex max-w-4xl flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
      <span>
        You are shown small numbers that are hidden from readers, and the files above hold them: not for publication.
        The same files with small numbers hidden:
      </span>
      {prints && (
        <a href={paths.pack(slug, asked)} className="link" aria-label="Board pack (PDF), small numbers hidden">
          Board pack (PDF)
        </a>
      )}
      {part && (
        <a href={paths.workbook(slug, asked)} className="link" aria-label="Make a workbook, small numbers hidden">
          Make a workbook
        </a>
      )}
      {files.map(([name, href]) => (
        <a key={name} href={href} download className="link" aria-label={`${name}, small numbers hidden`}>
          {name}
        </a>
      ))}
    </p>
  );
}
