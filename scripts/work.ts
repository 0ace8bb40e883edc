import type { Settings } from "#scripts/environment";
import { makeFiles, makerOf } from "#scripts/make-files";
import { sendMail } from "#scripts/send-mail";
import { takeCuts } from "#scripts/take-cuts";
import { verifyNightly } from "#scripts/verify-nightly";

/**
 * Does what nobody asks for: takes cuts and seals them, looks at the trail each night, sends mail and makes files, by the code
 * of the build. Answers how to stop, and whether board packs are printed here.
 */
export function work(urls: { app: string; signIn: string }, settings: Settings, build: () => Promise<string>) {
  const maker = makerOf(build);
  const stops = [takeCuts(urls.app), sendMail(urls.signIn, settings.mail), makeFiles(urls.signIn, maker)];
  verifyNightly(urls.app, settings);
  return { stop: () => stops.forEach((stop) => void stop()), prints: maker.prints };
}
