declare const viewOf: unique symbol;

/** A page's view as it travels to the client component that draws it: one text, which React hands on whole. */
export type Sent<View> = string & { readonly [viewOf]: View };

/** Never of what JSON loses altogether. It makes null of what is undefined in a list: a place that may be empty is left out at its end. */
type Plain<T> = T extends
  | Date
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>
  | bigint
  | ((...given: never) => unknown)
  ? never
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;

export const asSent = <View>(view: View & Plain<View>) => JSON.stringify(view) as Sent<View>;

export const received = <View>(sent: Sent<View>): View => JSON.parse(sent);
