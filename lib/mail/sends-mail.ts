/** Whether this installation has a mail server. Where it has none, no screen promises mail, and none is written. */
export const sendsMail = (env: NodeJS.ProcessEnv = process.env): boolean =>
  Boolean(env.CANDOUR_SMTP_URL && env.CANDOUR_MAIL_FROM);
