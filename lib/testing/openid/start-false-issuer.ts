import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";

type Claims = Record<string, unknown>;

/** An issuer that signs, or does not, whatever a test has it say of somebody, for any code. */
export async function startFalseIssuer(clientId: string) {
  const [own, another] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  const keys = [{ ...(await exportJWK(own.publicKey)), kid: "own", use: "sig", alg: "RS256" }];
  let token = async (): Promise<string | undefined> => undefined;
  let status = 200;
  let named: string | undefined;
  const server = createServer(async (request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url?.includes("/.well-known/"))
      return response.end(JSON.stringify({ ...metadata(), issuer: named ?? issuer }));
    if (request.url === "/jwks") return response.end(JSON.stringify({ keys }));
    response.statusCode = status;
    response.end(
      status === 200 ? JSON.stringify({ access_token: "a", token_type: "Bearer", id_token: await token() }) : "broken",
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = () => ({
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["none", "HS256", "RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post"],
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const good = (nonce: string): Claims => ({
    iss: issuer,
    aud: clientId,
    sub: "somebody",
    nonce,
    iat: seconds(),
    exp: seconds() + 60,
  });
  const signedBy = (key: typeof own.privateKey, claims: Claims, header: object = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "own", ...header }).sign(key);

  return {
    issuer,
    good,
    seconds,
    /** What each next token is. */
    says: (next: typeof token) => {
      [token, status] = [next, 200];
    },
    breaks: () => {
      status = 500;
    },
    callsItself: (other?: string) => {
      named = other;
    },
    signed: (claims: Claims) => signedBy(own.privateKey, claims),
    signedWithAnother: (claims: Claims, kid?: string) => signedBy(another.privateKey, claims, kid ? { kid } : {}),
    signedWithSecret: (claims: Claims, secret: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(secret)),
    unsigned: async (claims: Claims) => new UnsecuredJWT(claims).encode(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
