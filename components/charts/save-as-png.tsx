"use client";

import { useState } from "react";

/** Twice the drawing's size, so that it prints. */
const scale = 2;

/** Makes a picture of a drawing's file in the browser, for programs that take no SVG; without a script there is the file. */
export function SaveAsPng({ file }: { file: string }) {
  const [isFailed, setIsFailed] = useState(false);
  const save = () =>
    savePicture(file).then(
      () => setIsFailed(false),
      () => setIsFailed(true),
    );
  return (
    <>
      <button type="button" className="link print:hidden [@media(scripting:none)]:hidden" onClick={save}>
        Save it as PNG
      </button>
      {isFailed && (
        <span role="alert"> The picture could not be made just now. Save the chart as SVG, or try again.</span>
      )}
    </>
  );
}

async function savePicture(file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
  const name = /filename="(.+)\.svg"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "chart";
  const drawing = new Image();
  drawing.src = `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
  await drawing.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [drawing.naturalWidth * scale, drawing.naturalHeight * scale];
  canvas.getContext("2d")?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const link = document.createElement("a");
  link.href = canvas.toDataURL("image/png");
  link.download = `${name}.png`;
  link.click();
}
