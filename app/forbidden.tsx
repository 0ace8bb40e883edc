"use client";

import { PublicFrame } from "#components/shell/public-frame";
import { RefusedMessage } from "#components/shell/refused-message";

export default function Forbidden() {
  return (
    <PublicFrame>
      <RefusedMessage />
    </PublicFrame>
  );
}
