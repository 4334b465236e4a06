import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { PackageRefused } from './package-refused.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text and CDATA of the element itself. */
  readonly text: string
}

type Node = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  cdataPropName: '#cdata',
})

/** The root element. Document types are refused: no record needs one, and they are how entities run wild. */
export function readXml(file: string, content: Buffer): XmlElement {
  const text = content.toString('utf8')
  if (/<!DOCTYPE/i.test(text.slice(0, 4096))) throw new PackageRefused(`${file} declares a document type`)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new PackageRefused(`${file}, line ${valid.err.line}: ${valid.err.msg}`)
  const nodes = parser.parse(text) as Node[]
  const root = nodes.map(toElement).find((element) => element && !element.name.startsWith('?'))
  if (!root) throw new PackageRefused(`${file} holds no element`)
  return root
}

function toElement(node: Node): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'))
  if (name === undefined) return undefined
  const inner = Array.isArray(node[name]) ? (node[name] as Node[]) : []
  const attributes = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>)
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decodeEntities(value)])),
    children: inner.flatMap((child) => toElement(child) ?? []),
    text: inner.map(textOf).join(''),
  }
}

function textOf(node: Node): string {
  if (typeof node['#text'] === 'string') return decodeEntities(node['#text'])
  const cdata = node['#cdata']
  return Array.isArray(cdata) ? cdata.map((part: Node) => String(part['#text'] ?? '')).join('') : ''
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return named[name ?? ''] ?? whole
  })
}
