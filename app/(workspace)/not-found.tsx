import { headers } from "next/headers";
import { SentMessage } from "#components/shell/sent-message";
import { askedPathHeader } from "#lib/access/security-headers";
import { askedMomentWords } from "#lib/rules/asked-moment";

export const metadata = { title: "Page not found" };

/** Where the address asks for a moment or an edition, it says what may be wrong with that. */
export default async function NotFound() {
  const [, search = ""] = ((await headers()).get(askedPathHeader) ?? "").split("?");
  return <SentMessage of={404} why={askedMomentWords(new URLSearchParams(search))} />;
}
