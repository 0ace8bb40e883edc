const most = 1000;

/**
 * Inserts any number of rows, a thousand to a statement, because PostgreSQL takes no more than 65,535 parameters in one;
 * of no rows it makes no statement. Answers what `insert` answered, batch by batch.
 */
export async function inBatches<Row, Answer>(
  rows: readonly Row[],
  insert: (batch: Row[]) => PromiseLike<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < rows.length; from += most) answers.push(await insert(rows.slice(from, from + most)));
  return answers;
}
