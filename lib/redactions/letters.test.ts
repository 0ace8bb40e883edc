import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { getRedaction } from "#lib/redactions/get-redaction";
import { commented } from "#lib/testing/commented";
import { redacting, standsIn } from "#lib/testing/redacting";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;
const { draft, record } = commented(() => world, database);
const { propose, confirm } = redacting(() => world, database);

beforeAll(async () => {
  world = await makeWorld(database);
  await record("2.3", "66");
});

const refused = (attempt: Promise<unknown>, code: string) => expect(attempt).rejects.toMatchObject({ code });

const left = async (passage: string, text: string) => {
  const [row] = await database.asOwner(
    "select normalize(regexp_replace(normalize($2, NFD) collate audit.letters, audit.pattern_of($1), '*', 'gi'), NFC) as left",
    [passage, text],
  );
  return row?.left;
};

test.each([
  ["Zoë Quill", "ZOË   QUILL; zoë quill; Zoëlla Quill; Zoë Quillé", "*; *; Zoëlla Quill; Zoë Quillé"],
  ["zoe\u0308 quill", "Zoë Quill and Zoe\u0308 Quill", "* and *"],
  ["Siân Ŵyn", "SIÂN ŴYN", "*"],
  ["Ann", "Anné, Ann, An\u0303n, Ann\u0303, Ann\u00ADa, ANN Ann", "Anné, *, Añn, Anñ, Ann\u00ADa, * *"],
  ["lan", "Élan, lan", "Élan, *"],
  ["Éva", "Évang, éva, naÉva", "Évang, *, naÉva"],
  ["Zoé", "Zoée ZOÉ", "Zoée *"],
  [
    "Tam Vole",
    "Tam\u2003Vole, Tam\u202FVole, Tam\u00A0 Vole, Tam\u200BVole, Tam\nVole, TamVole",
    "*, *, *, *, *, TamVole",
  ],
  ["Tamsin", "Tam\u00ADsin, T\u200Bamsin, Tam\u2060sin", "*, *, *"],
  ["Tam\u00ADsin\u200B Vole", "Tamsin Vole", "*"],
  ["O'Brien", "O’Brien, OʼBRIEN, O`Brien, O’Briens", "*, *, *, O’Briens"],
  ["Lee\u2011Ray", "Lee-Ray, LEE–RAY", "*, *"],
  ["Strauss", "Strauß STRAUSS", "* *"],
  ["νίκος", "ΝΊΚΟΣ", "*"],
  ["a.b (c) \\ [x]?", "A.B (C) \\ [X]? axb", "* axb"],
])("%j in %j leaves %j", async (passage, text, rest) => expect(await left(passage, text)).toBe(rest));

test("a name with accents goes in capitals too, and is no part of the authority", async () => {
  const places = [
    "Seen by Zoë Quill today.",
    "Call ZOË   QUILL back.",
    "Call zoe\u0308\u2003qu\u00ADill, who is not Zoëlla Quill.",
  ];
  await draft("lead", "2.3", places[0]!);
  await draft("otherLead", "4.3", places[1]!);
  await draft("lead", "2.5", places[2]!);
  await refused(propose("officer", places[0]!, "Zoë Quill", "DPO, request about ZOË QUILL"), "INVALID");
  const id = await propose("officer", places[0]!, "Zoë Quill");
  const found = (await getRedaction(world.actors.auditor, id))!;
  expect(found.places.filter(({ label }) => label === "A comment")).toHaveLength(3);
  await confirm("auditor", id);
  expect(await standsIn(database, ["Zoë Q", "ZOË", "qu\u00ADill"])).toEqual([]);
  expect(
    await database.asOwner("select body from audit.words where body like '%[redacted]%' order by body"),
  ).toMatchObject([
    { body: "Call [redacted] back." },
    { body: "Call [redacted], who is not Zoëlla Quill." },
    { body: "Seen by [redacted] today." },
  ]);
});

test("a whole text is not its own authority, whatever its capitals", async () => {
  await draft("lead", "2.3", "ŴYN left.");
  await refused(propose("officer", "ŴYN left.", null, "As said: ŵyn  left."), "INVALID");
});

test.each([
  ["UTF-8", Buffer.from("ref,words\n2.3,ZOË  Quill came\n")],
  ["Windows-1252", Buffer.from("ref,words\n2.3,ZO\u00CB Quill came\n", "latin1")],
  ["no text", Buffer.concat([Buffer.from([0, 255, 0x81]), Buffer.from("Zoë Quill")])],
])("an imported file in %s is known to have a name", async (_, file) => {
  const [found] = await database.asOwner(
    "select audit.file_says($1, 'Zoë Quill') as has, audit.file_says($1, 'Tam') as no",
    [file.toString("base64")],
  );
  expect(found).toEqual({ has: true, no: false });
});
