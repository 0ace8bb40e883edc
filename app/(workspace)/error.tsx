"use client";

import { FailedLater } from "#components/shell/failed-later";

export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedLater error={error} retry={retry} />;
}
