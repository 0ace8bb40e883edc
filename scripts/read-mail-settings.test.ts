import { expect, test } from "vitest";
import { readMailSettings } from "#scripts/read-mail-settings";

const read = (CANDOUR_SMTP_URL?: string, CANDOUR_MAIL_FROM: string | undefined = "candour@council.test") =>
  readMailSettings({ CANDOUR_SMTP_URL, CANDOUR_MAIL_FROM } as unknown as NodeJS.ProcessEnv);

test("mail needs a server and a sender, or neither", () => {
  expect(readMailSettings({} as NodeJS.ProcessEnv)).toBeNull();
  expect(() => read(undefined)).toThrow(/both CANDOUR_SMTP_URL and CANDOUR_MAIL_FROM/);
  expect(() => read("smtp://mail.test", "")).toThrow(/both/);
});

test("a server is read with its password, which goes over no wire in the clear", () => {
  expect(read("smtps://us%40er:pa%2Fss@mail.test")?.server).toEqual({
    host: "mail.test",
    port: 465,
    secure: true,
    requireTLS: false,
    auth: { user: "us@er", pass: "pa/ss" },
  });
  expect(read("smtp://u:p@mail.test")?.server).toMatchObject({ port: 587, secure: false, requireTLS: true });
  expect(read("smtp://u:p@localhost:25")?.server).toMatchObject({ port: 25, requireTLS: false });
  expect(read("smtp://[::1]:2525")?.server).toMatchObject({ host: "::1", port: 2525 });
});

test.each([
  ["candour@council.test", { name: "", address: "candour@council.test" }],
  ["Candour of ours <candour@council.test>", { name: "Candour of ours", address: "candour@council.test" }],
  ['"Candour, ours" <candour@council.test>', { name: "Candour, ours", address: "candour@council.test" }],
])("the sender %s is read", (from, read_) => {
  expect(read("smtp://mail.test", from)?.from).toEqual(read_);
});

test.each(["http://mail.test", "mail.test", "smtp://", "smtp://mail.test?proxy=http://x", "smtp://u:%zz@mail.test"])(
  "the server %s is refused without being repeated",
  (url) => {
    expect(() => read(url)).toThrow(/^CANDOUR_SMTP_URL cannot be read/);
    expect(() => read(url)).not.toThrow(url);
  },
);

test.each(["nobody", "a@b, c@d", "A <a@b>, B <c@d>", "A\r\nBcc: x <a@b>", "<>"])("the sender %j is refused", (from) => {
  expect(() => read("smtp://mail.test", from)).toThrow(/^CANDOUR_MAIL_FROM cannot be read/);
});
