import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { count } from "#lib/access/counted";
import { knownBrowser } from "#lib/access/known-browser";
import { localPath } from "#lib/access/local-path";
import { publicUrl } from "#lib/access/public-url";
import { requestOrigin } from "#lib/access/request-origin";
import { paths } from "#lib/paths";
import { authOptions, type SignInRefusal } from "#lib/sign-in/auth-options";
import { rememberBrowser } from "#lib/sign-in/begun-session";
import { type PasswordShown, passwordShownCookie } from "#lib/sign-in/password-shown-cookie";
import { refusedCookie } from "#lib/sign-in/refused-cookie";

type Context = { params: Promise<{ nextauth: string[] }> };

const largestForm = 16_384;
const longestEmail = 254;

/** What of next-auth Candour uses: its form's token, and a password. */
const used = new Set(["GET signin", "POST callback/credentials"]);

/** next-auth's routes that are used, with its answers led back to our own pages. */
export async function answerSignIn(request: NextRequest, context: Context): Promise<Response> {
  const unread = unused(request, (await context.params).nextauth) ?? unreadable(request) ?? unkept(request);
  if (unread) return unread;
  const typed = new URLSearchParams(request.method === "POST" ? await request.text() : "");
  const returnTo = typed.get("callbackUrl") ?? request.nextUrl.searchParams.get("callbackUrl");
  let refusal: SignInRefusal | undefined;
  let half: Omit<PasswordShown, "returnTo"> | undefined;
  let startedBy: string | undefined;
  const asked = {
    origin: requestOrigin(request.headers),
    browserOf: (personId: string) => knownBrowser(request.cookies, personId),
  };
  const options = authOptions(asked, {
    onRefused: (refused) => {
      refusal = refused;
      count("signIn", { outcome: refused.why });
    },
    onHalf: (shown) => {
      half = shown;
    },
    onStarted: (personId) => {
      startedBy = personId;
      count("signIn", { outcome: "STARTED" });
    },
  });
  const answer: Response = await NextAuth(withLocalPath(request, typed, returnTo), context, options);
  const back = localPath(returnTo ?? request.cookies.get(cookieNames().returnTo)?.value);
  if (refusal) return leadBack(back, refusal, typed.get("email") ?? "");
  if (half) return leadToCode(half, back);
  const local = withLocalAddress(answer, back, request.nextUrl.searchParams);
  return startedBy ? withCookies(local, request, startedBy) : local;
}

function unused({ method }: NextRequest, path: string[]): Response | null {
  const way = path.join("/");
  if (used.has(`${method} ${way}`)) return null;
  const [allowed] = [...used].filter((each) => each.endsWith(` ${way}`)).map((each) => each.split(" ")[0]!);
  return allowed
    ? new Response("Send this as a form.\n", { status: 405, headers: { Allow: allowed } })
    : new Response("There is nothing here.\n", { status: 404 });
}

function unreadable({ method, headers }: NextRequest): Response | null {
  if (method !== "POST") return null;
  if (Number(headers.get("content-length") ?? 0) > largestForm) {
    return new Response("This form is too large.\n", { status: 413 });
  }
  const isForm = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  return isForm ? null : new Response("Send this as a form.\n", { status: 415 });
}

// next-auth answers 500 to a cookie that was tampered with: it is forgotten, so that the next try goes on.
function unkept(request: NextRequest): Response | null {
  const { returnTo } = cookieNames();
  const kept = request.cookies.get(returnTo)?.value;
  if (!kept || isAddress(kept)) return null;
  const answer = new NextResponse("A cookie of this request cannot be read. Try again.\n", { status: 400 });
  answer.cookies.set(returnTo, "", { ...cookieOptions(), maxAge: 0 });
  return answer;
}

const isAddress = (text: string) =>
  /^https?:$/.test(URL.parse(text, text.startsWith("/") ? publicUrl() : undefined)?.protocol ?? "");

// next-auth answers 500 to an address it cannot read.
function withLocalPath(request: NextRequest, typed: URLSearchParams, returnTo: string | null): NextRequest {
  const url = request.nextUrl.clone();
  if (returnTo !== null) {
    url.searchParams.set("callbackUrl", localPath(returnTo));
    typed.set("callbackUrl", localPath(returnTo));
  }
  const { method, headers } = request;
  return new NextRequest(url, { method, headers, ...(method === "POST" && { body: typed.toString() }) });
}

function leadBack(back: string, { why, until }: SignInRefusal, email: string): Response {
  const answer = new NextResponse(null, { status: 303, headers: { Location: paths.signIn(back, { error: why }) } });
  answer.cookies.set(refusedCookie({ email: email.slice(0, longestEmail), until: until?.toISOString() }));
  return answer;
}

/** Nothing is begun yet, and the browser is not remembered: that comes with the code. */
async function leadToCode(shown: Omit<PasswordShown, "returnTo">, returnTo: string): Promise<Response> {
  const answer = new NextResponse(null, { status: 303, headers: { Location: paths.signInCode() } });
  answer.cookies.set(await passwordShownCookie({ ...shown, returnTo }));
  return answer;
}

async function withCookies(answer: Response, request: NextRequest, personId: string): Promise<Response> {
  const kept = new NextResponse(null, answer);
  await rememberBrowser(kept, request, personId);
  return kept;
}

// next-auth spells the public address; a path keeps a person at the address they came by.
function withLocalAddress(answer: Response, back: string, asked: URLSearchParams): Response {
  const address = answer.headers.get("Location");
  if (!address) return answer;
  const { pathname, searchParams } = new URL(address, publicUrl());
  for (const name of ["done", "why"]) if (asked.has(name)) searchParams.set(name, asked.get(name)!);
  const local = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
  const headers = new Headers(answer.headers);
  headers.set("Location", searchParams.has("csrf") ? paths.signIn(back, { error: "EXPIRED" }) : local);
  return new Response(null, { status: 303, headers });
}
