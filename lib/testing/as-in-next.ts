import { AsyncLocalStorage } from "node:async_hooks";

// Next's server puts it there before it loads anything: what is loaded without it fails when it is asked later.
Object.assign(globalThis, { AsyncLocalStorage });
