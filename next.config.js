import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(fileURLToPath(import.meta.url));

// What proxy.ts does not answer: the assets, and uploads. Its own headers come after these.
const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
};
// A route's own policy would be put aside for this one, and the page of a refused upload has a style.
const elsewhere = { "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };

const headers = (source, values) => ({
  source,
  headers: Object.entries(values).map(([key, value]) => ({ key, value })),
});

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
  headers: async () => [headers("/:path*", everywhere), headers("/:path((?!api/imports$).*)", elsewhere)],
  // A page is loaded when it is first asked for: all of them at the start hold memory that most never need.
  experimental: { authInterrupts: true, preloadEntriesOnStart: false },
  serverExternalPackages: ["pg", "@node-rs/argon2"],
};
