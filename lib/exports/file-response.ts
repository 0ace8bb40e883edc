import { textStream } from "#lib/exports/text-stream";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  zip: "application/zip",
  txt: "text/plain; charset=utf-8",
};

/** By which a spreadsheet knows that a text is UTF-8. */
const byteOrderMark = "\uFEFF";

/** A file to take away, named by what it is of; nothing keeps it on the way. Without content its headers alone. */
export function fileResponse(
  name: string,
  type: keyof typeof types,
  content: AsyncGenerator<string | Uint8Array> | null,
): Response {
  return new Response(content && textStream(type === "csv" ? marked(content) : content), {
    headers: {
      "Content-Type": types[type],
      "Content-Disposition": `attachment; filename="${name}.${type}"`,
      "Cache-Control": "no-store",
    },
  });
}

/** Why there is no file, in words. */
export const noFile = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  new Response(`${message}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });

async function* marked(content: AsyncGenerator<string | Uint8Array>) {
  yield byteOrderMark;
  yield* content;
}
