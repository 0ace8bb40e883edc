export type OpenIdSettings = {
  /** As the issuer names itself, without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What stands on the button. */
  button: string;
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** By which issuer people sign in, beside their passwords; null where none is set. Throws for what is set in part, or cannot be. */
export function openIdSettings(env: Partial<Record<string, string>> = process.env): OpenIdSettings | null {
  const { CANDOUR_OPENID_ISSUER: issuer, CANDOUR_OPENID_CLIENT_ID: clientId } = env;
  const { CANDOUR_OPENID_CLIENT_SECRET: clientSecret, CANDOUR_OPENID_BUTTON: button } = env;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new Error(
      "Give CANDOUR_OPENID_ISSUER, CANDOUR_OPENID_CLIENT_ID and CANDOUR_OPENID_CLIENT_SECRET together, or none of them.",
    );
  }
  if (!isIssuer(issuer)) {
    throw new Error(
      `CANDOUR_OPENID_ISSUER is "${issuer}". It is an https address, such as https://login.microsoftonline.com/TENANT/v2.0.`,
    );
  }
  return {
    issuer: issuer.replace(/\/$/, ""),
    clientId,
    clientSecret,
    button: button?.trim() || "Sign in with your organisation’s account",
  };
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search || url.hash || url.username) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
}
