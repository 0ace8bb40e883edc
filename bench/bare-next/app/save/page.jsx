"use client";

import { useActionState } from "react";
import { saveAction } from "./actions";

export default function Page() {
  const [saved, save] = useActionState(saveAction, null);
  return (
    <form action={save}>
      <input name="cell" />
      <input name="value" />
      <button type="submit">Save</button>
      {saved?.version}
    </form>
  );
}
