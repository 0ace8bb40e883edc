const keys: [keys: string, does: string][] = [
  ["Tab", "to the next figure, and behind the last to the button there; with Shift back"],
  ["Enter", "saves and moves down; with Shift up"],
  ["↑ ↓", "move up and down"],
  ["F2", "edits a figure: the arrows then move in it"],
  ["Esc", "undoes what is typed"],
  ["Alt ↓", "to the rest of the row: what it asks, or its details, opened; Alt ↑ goes back"],
  ["Ctrl Z, Ctrl Y", "undo what was saved since the page was opened, and do it again"],
  ["Shift and arrows", "select cells; so does a click with Shift"],
  ["Ctrl C", "copies them for a spreadsheet"],
  ["Delete", "asks whether to clear what is selected"],
];

/** The keys of the return, for whoever wants to know. */
export function KeyList() {
  return (
    <details className="keys">
      <summary>Keys</summary>
      <dl>
        {keys.map(([pressed, does]) => (
          <div key={pressed}>
            <dt>{pressed}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>On a Mac, Cmd stands for Ctrl.</p>
    </details>
  );
}
