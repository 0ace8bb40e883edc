"use client";

// Nothing of ours answers it: it stands here because Next sends its own, in full, with every page.
export { RefusedMessage as default } from "#components/shell/refused-message";
