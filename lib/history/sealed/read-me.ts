/** What goes with every export, in words. */
export const readMe = `An export of the history of Candour

entries.jsonl   one line for each entry and each action, oldest first
manifest.json   what was asked for, by whom and when, how many lines there are, and the signed head of the tree
manifest.note   the signature of the manifest
verify.mjs      a program that says whether all of this is what was sealed

To verify it, with Node 18 or newer and nothing else:

  node verify.mjs --head my-head.txt     with a head that you kept: each line must be in its tree
  node verify.mjs --key candour-key.txt  with the public key that you were given

It ends with 0 where nothing is wrong. Else it names the first line that is, and ends with 1.

Whoever hands you this could have changed the program too. Keep a copy of your own, from Candour's source
(lib/history/sealed/verify.mjs), and run that: node verify.mjs --head my-head.txt FOLDER

A line has
  leaf    its number in the tree
  body    what was hashed, to the byte: SHA-256 of one byte 0 and this text (RFC 6962)
  words   free text, which stands in the body by its digest: SHA-256 of the salt's bytes and the words
  proof   the hashes beside it, nearest first, in base64; the last "same" of them are the last of the line before
Words that are not for the role of who took this away are not here; their digests are. Nor are words that were lawfully
redacted: the manifest says of each digest when, by which two people and on whose authority.

If it was not filtered, every leaf of the tree is a line, so none can be left out unseen. If it was, each line is
shown to be in the tree, and that there were no others is what Candour signed in the manifest.
What is not shown: that a figure or a comment is right. Only that it says what it said when it was entered.
`;
