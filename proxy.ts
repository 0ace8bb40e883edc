import { type NextRequest, NextResponse } from "next/server";
import { isSameOrigin } from "#lib/access/same-origin";
import { askedPathHeader, contentSecurityPolicy, securityHeaders } from "#lib/access/security-headers";

/** Puts the security headers on every answer and refuses what other sites send. It is never the authority on who may what. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(crypto.randomUUID().replaceAll("-", ""));
  const answer = isSameOrigin(request) ? goOn(request, policy) : refuse();
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

const refuse = () =>
  new NextResponse("This was sent from another site, so Candour refused it. Open Candour itself and try again.\n", {
    status: 403,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });

// Uploads stay outside, because a body that passes here is cut at 10 MB; their route checks the origin itself.
export const config = { matcher: "/((?!_next/static|_next/image|api/imports|icon.svg).*)" };
