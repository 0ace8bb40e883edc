"use client";

import { FailedMessage } from "#components/shell/failed-message";

export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedMessage error={error} retry={retry} />;
}
