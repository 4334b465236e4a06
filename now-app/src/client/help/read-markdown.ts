/** Text inside a block: plain, or marked in one of three ways. Links without an address on the web become plain text. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

/** The Markdown that our own documents are written in; whatever else stands there is shown as the text that it is. */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  const lines = source.split('\n')
  for (let at = 0; at < lines.length;) {
    const from = at
    const line = lines[at] ?? ''
    at += 1
    if (line.trim() === '') continue
    if (line.startsWith('```')) {
      while (at < lines.length && !lines[at]?.startsWith('```')) at += 1
      blocks.push({ kind: 'code', text: lines.slice(from + 1, at).join('\n') })
      at += 1
      continue
    }
    while (at < lines.length && continues(line, lines[at] ?? '')) at += 1
    blocks.push(readBlock(lines.slice(from, at)))
  }
  return blocks
}

const kindOf = (line: string): Block['kind'] => {
  if (/^#{1,6} /.test(line)) return 'heading'
  if (/^[-*] /.test(line)) return 'list'
  return line.startsWith('|') ? 'table' : 'paragraph'
}

/** A block ends at an empty line or where another kind begins; an indented line belongs to the item above it. */
function continues(first: string, next: string): boolean {
  const kind = kindOf(first)
  if (kind === 'heading' || next.trim() === '' || next.startsWith('```')) return false
  return kindOf(next) === kind || (kind === 'list' && /^\s+\S/.test(next))
}

function readBlock(lines: readonly string[]): Block {
  const [first = ''] = lines
  const kind = kindOf(first)
  if (kind === 'heading') {
    const level = first.indexOf(' ')
    return { kind, level, content: readInline(first.slice(level + 1)) }
  }
  if (kind === 'list') return { kind, items: itemsOf(lines).map(readInline) }
  if (kind === 'table') {
    const [head = [], , ...rows] = lines.map((line) => cellsOf(line).map(readInline))
    return { kind, head, rows }
  }
  return { kind: 'paragraph', content: readInline(lines.join(' ')) }
}

const itemsOf = (lines: readonly string[]): string[] =>
  lines.reduce<string[]>(
    (items, line) =>
      /^[-*] /.test(line) ? [...items, line.slice(2)] : [...items.slice(0, -1), `${items.at(-1) ?? ''} ${line.trim()}`],
    [],
  )

/** `\|` inside a cell is a letter, not a border. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll(String.raw`\|`, '|'))

const MARKS = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g

export function readInline(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    parts.push(markedPart(match))
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

function markedPart([, code, strong, label = '', href = '']: RegExpExecArray | RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code }
  if (strong !== undefined) return { kind: 'strong', text: strong }
  return href.startsWith('https://')
    ? { kind: 'link', text: label, href }
    : { kind: 'text', text: label.replaceAll('`', '') }
}
