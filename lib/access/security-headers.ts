import { isServedSecurely } from "#lib/access/public-url";

/** In which the front door tells the pages what path and query were asked for. */
export const askedPathHeader = "x-candour-path";

/** Scripts and styles run only when this very answer names them; nothing comes from elsewhere, nothing frames us. */
export function contentSecurityPolicy(nonce: string): string {
  // React rebuilds the server's stack traces with eval while developing, and never otherwise.
  const developing = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Nothing about a signed-in person is kept by a browser or a proxy. */
export const keptByNobody = "private, no-store";

/** What every answer carries beside its policy. */
export function securityHeaders(): Record<string, string> {
  return {
    "Cache-Control": keptByNobody,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    ...(isServedSecurely() && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}
