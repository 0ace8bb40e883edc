// The server's codes: gone or going, full, taking no connections, or too slow for a reader to wait.
const codes = /^(08(000|001|003|004|006)|53300|55000|55P03|57P0\d|57014|25P03)$/;
const network = /^(ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_AGAIN$|EHOST|ENET)/;
// The driver's own errors have no code.
const driver = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has|was))/;

/** Whether an error means that the database could not be reached, or had no time: trying again later may go well. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "", severity } = error as Error & { code?: string; severity?: string };
  const isRefusedAltogether = severity === "FATAL" || severity === "PANIC";
  return (
    isRefusedAltogether ||
    codes.test(code) ||
    network.test(code) ||
    (!code && driver.test(error.message)) ||
    isUnavailable(error.cause)
  );
}
