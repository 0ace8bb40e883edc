import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

type Client = { clientId: string; clientSecret: string; redirectUri: string };
type Context = { oidc: { account: { accountId: string }; client: { clientId: string } } };

/** An OpenID Connect issuer on this machine, which believes everybody that they are who they say. */
export async function startIssuer(client: Client, port = 0) {
  let answer: (...given: Parameters<RequestListener>) => unknown = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider(issuer, client);
  const goOn = provider.callback();
  answer = async (request, response) => {
    const asked = new URL(request.url ?? "/", issuer);
    if (!asked.pathname.startsWith("/interaction/")) return goOn(request, response);
    const subject = asked.searchParams.get("subject");
    if (!subject) return response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    await provider.interactionFinished(
      request,
      response,
      subject === "nobody" ? { error: "access_denied" } : { login: { accountId: subject } },
    );
  };
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { issuer, close };
}

const page = `<!doctype html><html lang="en"><title>Council accounts</title><h1>Council accounts</h1>
<form><label>Account <input name="subject"></label> <button>Sign in</button></form></html>`;

function makeProvider(issuer: string, { clientId, clientSecret, redirectUri }: Client): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ["a key of the tests"] },
    claims: {
      openid: ["sub"],
      profile: ["preferred_username", "name"],
      email: ["email", "email_verified"],
      groups: ["groups"],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `Account ${id}`,
        preferred_username: `${id}@council.example`,
        email: `${id}@council.example`,
        email_verified: true,
        groups: id.startsWith("carer") ? ["Social care"] : [],
      }),
    }),
    // Nobody is asked what Candour may know.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.account.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope("openid email profile groups");
      await grant.save();
      return grant;
    },
  });
  return provider;
}
