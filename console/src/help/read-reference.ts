/** One call of the node, as `docs/api.md` describes it. */
export interface ReferenceCall {
  readonly title: string
  readonly method: string
  readonly path: string
  readonly audience: string
  readonly body: string
}

/** The calls of the API reference, in its order. Source: `npm run docs:api`. */
export function readReference(source: string): readonly ReferenceCall[] {
  const [, ...parts] = source.split(/^### (?=.+\n\n- \*\*Method:)/m)
  return parts.map((part) => {
    const [title = ''] = part.split('\n', 1)
    const fact = (name: string) => new RegExp(`^- \\*\\*${name}:\\*\\*\\s+\`?([^\`\\n]+)`, 'm').exec(part)?.[1] ?? ''
    const [heading = ''] = part.split(/^#### /m)
    const body = part.slice(heading.length)
    return {
      title: title.replaceAll('\\', ''),
      method: fact('Method'),
      path: fact('Path'),
      audience: fact('Tags'),
      body,
    }
  })
}

/** Calls that have each of the words somewhere in their address or title. */
export const searchReference = (calls: readonly ReferenceCall[], words: string): readonly ReferenceCall[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return calls.filter(({ method, path, title }) => {
    const text = `${method} ${path} ${title}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
