import { type NextRequest, NextResponse } from "next/server";
import { isSameOrigin } from "#lib/access/same-origin";
import { askedPathHeader, contentSecurityPolicy, securityHeaders } from "#lib/access/security-headers";

/** Puts the security headers on every answer and refuses what other sites send. It is never the authority on who may what. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  const answer = refusal(request) ?? goOn(request, policy);
  answer.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders())) answer.headers.set(name, value);
  return answer;
}

function goOn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(askedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

function refusal(request: NextRequest): NextResponse | null {
  if (isSameOrigin(request)) return null;
  const words = "This was sent from another site, so Candour refused it. Open Candour itself and try again.";
  return new NextResponse(`${words}\n`, { status: 403, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

// Uploads stay outside, because a body that passes here is cut at 10 MB; their route checks the origin itself.
// Each path is named to its end: a name that only begins like one of them is guarded as well.
export const config = { matcher: "/((?!(?:_next/static/.+|api/imports|icon\\.svg)$).*)" };
