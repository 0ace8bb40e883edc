import chromium from "@sparticuz/chromium";

// Unpacks the Chromium of its package where TMPDIR says, which it alone knows by: a process of its own, for a folder of one's own.
await chromium.executablePath();
