// Whether Candour answers on its port, for the image's health check: it is to be started anew when it does not. A database
// that is away is no reason to, so it is not asked.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
