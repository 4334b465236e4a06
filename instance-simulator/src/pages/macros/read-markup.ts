import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { JellyRefused } from '../jelly.ts'

/** A template as the phases of Jelly see it. Text and values of attributes stand as they were written, entities and all. */
export type Markup =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element'
      readonly name: string
      readonly attributes: readonly (readonly [name: string, value: string])[]
      readonly children: readonly Markup[]
    }

export type MarkupElement = Extract<Markup, { kind: 'element' }>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
})

type Node = Readonly<Record<string, unknown>>

/** A template is XML, before the first phase and after it. Throws JellyRefused. */
export function readMarkup(source: string): readonly Markup[] {
  if (/<!DOCTYPE|<!\[CDATA\[/i.test(source)) throw new JellyRefused('not simulated: a document type or CDATA in Jelly')
  const valid = XMLValidator.validate(source)
  if (valid !== true) throw new JellyRefused(`the Jelly is no XML, line ${valid.err.line}: ${valid.err.msg}`)
  return (parser.parse(source) as Node[]).flatMap(toMarkup)
}

function toMarkup(node: Node): Markup[] {
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  if (name === '#text') return [{ kind: 'text', text: String(node[name]) }]
  if (name === '' || name.startsWith('?')) return []
  const inner = Array.isArray(node[name]) ? (node[name] as Node[]) : []
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>)
  return [{ kind: 'element', name, attributes, children: inner.flatMap(toMarkup) }]
}

/** The other way. */
export function writeMarkup(markup: Markup): string {
  if (markup.kind === 'text') return markup.text
  const { name, attributes, children } = markup
  const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('')
  return children.length === 0 && !/^(?:a|b|dd|div|dl|dt|p|script|span|strong|td|tr)$/i.test(name)
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.map(writeMarkup).join('')}</${name}>`
}
