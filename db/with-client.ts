import { Client, type ClientConfig } from "pg";

/** Does some work on a connection for this alone, which ends with it. */
export async function withClient<T>(
  connectionString: string,
  work: (client: Client) => Promise<T>,
  config: ClientConfig = {},
): Promise<T> {
  const client = new Client({ connectionString, ...config });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
