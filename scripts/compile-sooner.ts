import { flushCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

/** How often something is called before V8 compiles it well, and better still. A page or a save calls most of what it calls once. */
const flags = [
  "--invocation-count-for-maglev=50",
  "--invocation-count-for-turbofan=300",
  "--minimum-invocations-after-ic-update=50",
];

/**
 * Has V8 compile sooner what is called again and again, by a process that does the same for months; left to itself it needs some
 * ten thousand saves. Not while the process starts, until its first page, which calls much so often and then never again.
 */
export function compileSooner(inMilliseconds = 2_000): void {
  setTimeout(() => {
    // What was compiled so far is kept for the next start first: V8 takes nothing that was kept under other flags.
    flushCompileCache();
    for (const flag of flags) setFlagsFromString(flag);
  }, inMilliseconds).unref();
}
