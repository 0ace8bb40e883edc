import { noFile } from "#lib/exports/file-response";

/**
 * Whether a request takes nothing away: a HEAD asks what a file is, and a browser that guesses what a person will ask for
 * next is told to wait for the person. Neither is an entry in the trail.
 */
export function takesNothing(request: Request): "head" | Response | null {
  if (request.method === "HEAD") return "head";
  const purpose = `${request.headers.get("sec-purpose") ?? ""} ${request.headers.get("purpose") ?? ""}`;
  return /prefetch|prerender|preview/i.test(purpose) ? noFile(503, "A file is made for whoever asks for it.") : null;
}
