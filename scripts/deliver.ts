import { createTransport } from "nodemailer";
import { isAddress, type MailSettings } from "#scripts/read-mail-settings";

export type TakenMail = { id: string; address: string; subject: string; words: string; attachment: string | null };

/** Sent; or by what code not, whether ever, and whether the server can be reached for others. */
export type Delivered = "sent" | { why: string; forGood: boolean; isServers: boolean; message: string };

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

type Failure = Error & { code?: string; responseCode?: number; command?: string; rejected?: string[] };

/** Hands one mail to the server: plain text, to one person. */
export async function deliver({ server, from }: MailSettings, mail: TakenMail): Promise<Delivered> {
  if (!isAddress(mail.address)) return { why: "NO_ADDRESS", forGood: true, isServers: false, message: "" };
  const transport = createTransport({ ...server, ...patience, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: mail.address },
      envelope: { from: from.address, to: [mail.address] },
      messageId: `<${mail.id}@${from.address.split("@")[1]}>`,
      subject: mail.subject,
      text: mail.words,
      // As it is to the byte, whatever else is done to the words on their way.
      ...(mail.attachment && {
        attachments: [
          {
            filename: "heads.txt",
            content: mail.attachment,
            contentType: "text/plain; charset=utf-8",
            encoding: "utf8",
          },
        ],
      }),
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return "sent";
  } catch (error) {
    return whyNot(error as Failure);
  } finally {
    transport.close();
  }
}

function whyNot({ code, responseCode, rejected, message }: Failure): Delivered {
  const why =
    String(responseCode ?? code ?? "FAILED")
      .replaceAll(/[^A-Z0-9_]/g, "")
      .slice(0, 40) || "FAILED";
  const isOfAddress = code === "EENVELOPE" && (rejected?.length ?? 0) > 0;
  // What a server answers to an address may quote it, and is in no log.
  return {
    why,
    forGood: isOfAddress && (responseCode ?? 0) >= 500,
    isServers: !isOfAddress,
    message: isOfAddress ? "" : message,
  };
}
