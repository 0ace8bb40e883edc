import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  outputFileTracingRoot: root,
  outputFileTracingIncludes: {
    "/history/export.zip": ["./lib/history/sealed/verify.mjs"],
    "/scorecards/*/pack": ["./node_modules/playwright-core/**/*"],
  },
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types, of everything.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    authInterrupts: true,
    // A page is loaded when it is first asked for: all of them at the start hold memory that most never need.
    preloadEntriesOnStart: false,
    // Otherwise all that a head could say is copied for each part of an address.
    parallelRouteMetadata: true,
  },
  serverExternalPackages: ["pg", "@node-rs/argon2"],
};
