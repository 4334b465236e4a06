export interface Guide {
  readonly title: string
  readonly body: string
}

/** The guides of one language, in the order of `GUIDES`. */
export function readGuides(source: string): readonly Guide[] {
  const [, ...parts] = source.split(/^## /m)
  return parts.map((part) => {
    const [title = ''] = part.split('\n', 1)
    return { title, body: part.slice(title.length).trim() }
  })
}
