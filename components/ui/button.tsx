import type { ComponentProps } from "react";
import { type ButtonTone, buttonClass } from "#components/ui/button-class";

export function Button({
  tone = "primary",
  className = "",
  ...rest
}: ComponentProps<"button"> & { tone?: ButtonTone }) {
  return <button {...rest} className={className ? `${buttonClass(tone)} ${className}` : buttonClass(tone)} />;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ tone = "quiet", className = "", ...rest }: ComponentProps<"a"> & { tone?: ButtonTone }) {
  return <a {...rest} className={className ? `${buttonClass(tone)} ${className}` : buttonClass(tone)} />;
}

/** The same for what the browser fetches by itself: a file to take away. */
export function DownloadButton({
  tone = "quiet",
  className = "",
  ...rest
}: ComponentProps<"a"> & { tone?: ButtonTone }) {
  return <a download {...rest} className={className ? `${buttonClass(tone)} ${className}` : buttonClass(tone)} />;
}
