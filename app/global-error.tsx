"use client";

import { FailedLater } from "#components/shell/failed-later";
import { PageMain } from "#components/shell/page-main";
import "./globals.css";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong · Candour</title>
        <PageMain narrow>
          <FailedLater error={error} retry={retry} />
        </PageMain>
      </body>
    </html>
  );
}
