"use client";

import { MissingMessage } from "#components/shell/missing-message";
import { PublicFrame } from "#components/shell/public-frame";

export default function NotFound() {
  return (
    <PublicFrame>
      <MissingMessage />
    </PublicFrame>
  );
}
