/** What the seals show, and what they cannot, in words that an auditor can repeat. */
export function WhatSealsShow() {
  return (
    <>
      <h2 className="mt-6 mb-2 text-lg">What this shows</h2>
      <ul className="max-w-3xl list-disc space-y-1 pl-5">
        <li>
          Every few seconds, and whenever a month is published, everything entered since is put into one sum that no
          later change leaves as it was, and the sum is signed with a key that the database does not hold.
        </li>
        <li>
          Whoever changes, deletes, adds or reorders what was sealed, even with the password of the database’s owner, is
          found when it is verified, and the first wrong entry is named.
        </li>
        <li>
          A head that you kept elsewhere shows more: that the end was not cut off, that no older backup took its place,
          and that nobody who has both the database and the key wrote it all anew.
        </li>
      </ul>
      <h2 className="mt-6 mb-2 text-lg">What it cannot show</h2>
      <ul className="max-w-3xl list-disc space-y-1 pl-5">
        <li>That a figure or a comment is right. It shows only that it says what it said when it was entered.</li>
        <li>
          What was false from the start: whoever had the owner’s password could enter something under another name, and
          it is sealed as it was entered. The entry says by which login it was made.
        </li>
        <li>What was changed in the few seconds before it was sealed, or while no worker ran.</li>
        <li>
          What was sealed after the last head that was kept elsewhere, if somebody has both the database and the key and
          the file of heads on this server.
        </li>
        <li>What is never entered: which pages were read, and what passwords are.</li>
      </ul>
    </>
  );
}
