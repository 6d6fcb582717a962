/** What the library's contexts hold is let go of when their answer has left. */
import type { KoaContextWithOIDC } from 'oidc-provider'

/**
 * The library defines a getter on each context. V8 keeps such a getter among its old objects, and with
 * it whatever can be reached from it, until it next clears those up: all of an answered request grows
 * old. That was two thirds of what did at a sign-in. An emptied context leads nowhere.
 */
export async function letGoAfter(
  ctx: KoaContextWithOIDC,
  work: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => ctx.res.once('close', resolve))
  try {
    await work()
  } finally {
    // A caller may hang up while the work goes on, or before its answer is written.
    void closed.then(() =>
      setImmediate(() => {
        empty(ctx)
      }),
    )
  }
}

function empty(ctx: { readonly oidc?: object }): void {
  for (const each of [ctx.oidc, ctx])
    if (each) for (const key of Reflect.ownKeys(each)) Reflect.set(each, key, undefined)
}
