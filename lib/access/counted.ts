import { channel } from "node:diagnostics_channel";

/** What is counted where an operator asked for it (scripts/metrics.ts): how it ended, never whose it was nor what. */
export type Counted = {
  request: { route: string; method: string; status: number | "gone"; seconds: number; hasFailed: boolean };
  refusal: { code: string };
  signIn: { outcome: string };
  seal: { outcome: "signed" | "refused" };
};

const channels = {
  request: channel("candour.request"),
  refusal: channel("candour.refusal"),
  signIn: channel("candour.sign-in"),
  seal: channel("candour.seal"),
};

/** Says that it happened, to whoever listens in this process. */
export const count = <K extends keyof Counted>(kind: K, facts: Counted[K]): void => channels[kind].publish(facts);

/** Listens from now on. */
export const onCounted = <K extends keyof Counted>(kind: K, listen: (facts: Counted[K]) => void): void =>
  channels[kind].subscribe((facts) => listen(facts as Counted[K]));
