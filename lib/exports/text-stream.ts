import { answering, noteFailed, present } from "#lib/access/asking";

/**
 * Texts or bytes as they come, as the body of a response; stops reading them when nobody listens any more. Where they fail,
 * the answer is cut off, which whoever takes it away sees as such, and the request has failed.
 */
export function textStream(texts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // It is read when the route has answered, and in nobody's name.
  const asking = present();
  const failed = () => (asking ? answering(asking, noteFailed) : undefined);
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      } catch (error) {
        console.error(`An export failed when it had begun, reference ${failed()}:`, error);
        throw error;
      }
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
