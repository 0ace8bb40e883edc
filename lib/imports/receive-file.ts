import { importLimit, tooLarge } from "#lib/imports/reader/decode-text";
import type { ImportedFile } from "#lib/imports/store-import";
import { writtenByField } from "#lib/rules/written-by";

/** What a form may weigh round its file. */
const bodyLimit = importLimit + 64 * 1024;

type Refused = { status: 400 | 413; message: string };

/** The file of an upload's form, and whose form it was. A body that is too large is refused at its declared size, or where it passes the limit: it is never held. */
export async function receiveFile(request: Request): Promise<(ImportedFile & { writtenBy?: string }) | Refused> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > bodyLimit) return { status: 413, message: tooLarge };
  const body = await receiveBody(request);
  if (body === null) return { status: 413, message: tooLarge };
  if (declared !== null && Number(declared) !== body.byteLength) {
    const message = `The upload was cut off: ${body.byteLength} of ${declared} bytes arrived. Upload the file again.`;
    return { status: 400, message };
  }
  const form = await formIn(body, request.headers.get("content-type") ?? "");
  const [file, writer] = [form?.get("file"), form?.get(writtenByField)];
  if (!(file instanceof File) || file.name === "")
    return { status: 400, message: "Choose the file of a scorecard first." };
  if (file.size > importLimit) return { status: 413, message: tooLarge };
  const read = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  return typeof writer === "string" ? { ...read, writtenBy: writer } : read;
}

async function receiveBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function formIn(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { "content-type": contentType } }).formData();
  } catch {
    return null;
  }
}
