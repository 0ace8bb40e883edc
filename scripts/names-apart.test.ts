import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/**
 * What people call somebody or something, as it is put among other words: `${found.name}`, `${decision.decidedBy ?? ""}`. A bare `${name}`
 * is a month's too, so it is looked for only where people are.
 */
const named =
  /\$\{(?:[\w!]+\??\.)*(?:name!?|head|\w*(?:submitted|decided|asked|withdrawn|reopened|refused|published|saved|lapsed|restated|ended|named|written|committed)By)(?: \?\? "[^"]*")?\}/gi;

/** Names that Candour gives, keys, files, and what is shown as it stands. */
const own =
  /^(?:lib\/(?:exports|proof|history|testing|audit\/(?:seal|verify|find-edition)|imports\/(?:reader|practice|writer\/write-sections)|scorecards\/(?:decided-by|parts)|rules\/(?:bands|restating|said)|commentary\/cell|returns\/(?:submission-rows|paste\/place-cells)|months\/working-days|commentary\/reading\/get-approvals|people\/list-deputies|structure\/make-scorecard)|app\/.*\/(?:chart\.svg|export\.zip)\/|components\/(?:workbook|kept|charts|ui|structure|history))/;

test("a name that stands among other words is apart from them, whatever turns in it", () => {
  const files = globSync("{lib,components,app}/**/*.{ts,tsx}").filter(
    (file) => !own.test(file) && !/\.test\.tsx?$/.test(file),
  );
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) =>
        /sql|join |\}\) order by|when '/.test(line)
          ? []
          : (line.match(named) ?? [])
              .filter((each) => each !== "${name}" || /\/(?:people|deputies)\//.test(file))
              .map((each) => `${file}: ${each}`),
      ),
  );
  expect(found).toEqual([]);
});
