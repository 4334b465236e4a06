/** Replaces a `{name}` in an operation's path. */
export function pathOf(path: string, params: { readonly [name: string]: string }): string {
  let result = path
  for (const name of Object.keys(params))
    result = result.replace('{' + name + '}', encodeURIComponent(String(params[name])))
  return result
}
