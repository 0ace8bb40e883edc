"use client";

import { FailedMessage } from "#components/shell/failed-message";
import { PageMain } from "#components/shell/page-main";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PageMain narrow>
      <FailedMessage error={error} retry={retry} />
    </PageMain>
  );
}
