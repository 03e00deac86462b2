/**
 * What the promise answers, if it answers in time; the work itself is not stopped.
 * @throws what `late` makes when the time is up first.
 */
export async function withinTime<Value>(
  promise: Promise<Value>,
  milliseconds: number,
  late: (message: string) => Error,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
