import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/skip-link";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Candour", template: "%s · Candour" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12161b" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered at build time would carry no nonce, and the content security policy would block its scripts.
  await connection();
  return (
    <html lang="en-GB">
      <body>
        <SkipLink to="main">Skip to the main content</SkipLink>
        {children}
      </body>
    </html>
  );
}
