import { useState } from "react";
import type { OpenedView } from "#components/history/opened-view";

type Opened = { view?: OpenedView; isAsking?: boolean; failure?: string };

const unreachable = "Candour could not be reached. Close this and open it again, or follow the link.";
const failed = "This could not be read. Close it and open it again, or follow the link.";

/** What stands behind a line, asked for when it is first opened, and again after it could not be had. */
export function useOpened(path: string): Opened & { ask: () => void } {
  const [opened, setOpened] = useState<Opened>({});
  const ask = async () => {
    if (opened.view || opened.isAsking) return;
    setOpened({ isAsking: true });
    setOpened(
      await fetch(path, { headers: { Accept: "application/json" } }).then(read, () => ({ failure: unreachable })),
    );
  };
  return { ...opened, ask: () => void ask() };
}

/** Refusals come in words; other faults are not for reading. */
async function read(answer: Response): Promise<Opened> {
  const type = answer.headers.get("content-type") ?? "";
  if (answer.ok && type.startsWith("application/json")) return { view: await answer.json() };
  return { failure: type.startsWith("text/plain") ? await answer.text() : failed };
}
