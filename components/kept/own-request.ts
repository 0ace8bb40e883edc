import { newRequest, requestField } from "#components/kept/new-request";

/** By what was sent under a request that was done with other contents: the request that is its own, however often it is sent. */
const own = new Map<string, string>();

/** What was sent, under the request that is its own. */
export function underItsOwn(form: FormData): FormData {
  const sent = JSON.stringify([...form]);
  const request = own.get(sent) ?? newRequest();
  own.set(sent, request);
  form.set(requestField, request);
  return form;
}
