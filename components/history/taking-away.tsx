import { Button } from "#components/ui/button";
import { TextField } from "#components/ui/field";
import { paths } from "#lib/paths";

/** The whole history for an outsider to verify: as of the newest head, or of one that they hold. */
export function TakingAway({ publicKey }: { publicKey: string | null }) {
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg">For an outsider to verify</h2>
      <p className="mb-2 max-w-3xl">
        An export has a line for each entry and action, the proof that each is in the tree of the head, and a small
        program that checks it all with Node alone: <code>node verify.mjs --head my-head.txt</code>. Unfiltered, it also
        shows that nothing was left out. What you filter the history by can be exported so too.
      </p>
      {publicKey && (
        <p className="mb-2 max-w-3xl [overflow-wrap:anywhere]">
          The public key that signs, to keep beside the head: <code>{publicKey}</code>
        </p>
      )}
      <form action={paths.historyZip()} method="get" className="my-4 grid max-w-md gap-3 [&>button]:justify-self-start">
        <TextField
          name="head"
          label="As of a head that you hold"
          hint="How many leaves it has, which its second line says. The newest, if left empty."
          inputMode="numeric"
        />
        <TextField
          name="since"
          label="Only what came after another head"
          hint="How many leaves that one has. Everything, if left empty."
          inputMode="numeric"
        />
        <Button tone="quiet">Export everything with proofs</Button>
      </form>
    </>
  );
}
