import { createServer } from "node:net";
import { SetUpError } from "#db/set-up-error";

/** Who is on the port that we want: nobody, this installation itself, or something else, which is refused in words. */
export async function findOurselves(port: number, host: string, installation: string): Promise<"free" | "ourselves"> {
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(host);
  // A stranger on ::1 alone would be who answers http://localhost.
  const taken = (await Promise.all((loopback ? ["127.0.0.1", "::1"] : [host]).map((on) => isTaken(port, on)))).some(
    Boolean,
  );
  if (!taken) return "free";
  if ((await whoAnswers(port)) === installation) return "ourselves";
  throw new SetUpError(
    `Port ${port} is taken by another program. Choose another one, for example: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
  );
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(true);
      else if (host === "::1") resolve(false);
      else reject(cannotListen(error, port, host));
    });
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): SetUpError {
  if (error.code === "EACCES") return new SetUpError(`Port ${port} may only be opened by root. Choose one above 1023.`);
  return new SetUpError(`Nothing can listen on HOST ${host}: this machine has no such address.`);
}

async function whoAnswers(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://localhost:${port}/api/health`, { signal: AbortSignal.timeout(5000) });
    const { installation } = (await answer.json()) as { installation?: string };
    return installation ?? null;
  } catch {
    return null;
  }
}
