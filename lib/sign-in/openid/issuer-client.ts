import { type Client, custom, Issuer } from "openid-client";
import type { OpenIdSettings } from "#lib/access/openid-settings";
import { publicUrl } from "#lib/access/public-url";
import { paths } from "#lib/paths";

const hour = 60 * 60 * 1000;
/** What a signature may be made with, the first that the issuer offers; never none, and never with the client's secret. */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "RS384", "RS512", "PS384", "PS512", "ES512", "EdDSA"];

let kept: { of: string; at: number; client: Promise<Client> } | undefined;

/** Where the issuer leads people back to: it takes this address alone. */
export const callbackUrl = (): string => new URL(paths.openIdCallback(), publicUrl()).href;

/** The issuer, by what it says of itself, asked once an hour. Throws while it cannot be reached, or is another than is set. */
export function issuerClient(settings: OpenIdSettings): Promise<Client> {
  const of = JSON.stringify([settings, publicUrl()]);
  if (kept?.of === of && kept.at > Date.now() - hour) return kept.client;
  const client = discover(settings);
  const asked = { of, at: Date.now(), client };
  kept = asked;
  client.catch(() => {
    if (kept === asked) kept = undefined;
  });
  return client;
}

async function discover({ issuer: address, clientId, clientSecret }: OpenIdSettings): Promise<Client> {
  const issuer = await Issuer.discover(address);
  const { issuer: named, id_token_signing_alg_values_supported: offered = ["RS256"] } = issuer.metadata;
  if (named.replace(/\/$/, "") !== address) throw new Error(`The issuer calls itself ${named}, and not ${address}.`);
  const client = new issuer.Client({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [callbackUrl()],
    response_types: ["code"],
    id_token_signed_response_alg: algorithms.find((one) => (offered as string[]).includes(one)) ?? "RS256",
  });
  client[custom.clock_tolerance] = 15;
  return client;
}
