import { escapeHtml } from '../html.ts'
import { JellyRefused } from '../jelly.ts'
import { readMarkup, writeMarkup, type Markup, type MarkupElement } from './read-markup.ts'

/** The first phase has `${…}`, `j:` and `g:`, the second `$[…]`, `j2:` and `g2:`. */
export const PHASES = {
  1: { core: 'j', glide: 'g', expression: /\$\{([^{}]*)\}/g },
  2: { core: 'j2', glide: 'g2', expression: /\$\[([^[\]]*)\]/g },
} as const

export type Phase = keyof typeof PHASES

/** Runs a script that fills `jelly` with the values of names. */
export type RunScript = (source: string) => Promise<Readonly<Record<string, unknown>>>

export interface PhaseWorld {
  readonly phase: Phase
  readonly run: RunScript
  /** `glide.ui.escape_all_script` */
  readonly escapesAll: boolean
}

const VARIABLE = /^jvar_\w+$/
/** What an expression may call; it is run as the platform runs it, whoever wrote it. */
const CALL = /^gs\.\w+\((?:'[^']*'|"[^"]*")?\)$/
const COMPARED = /^(!?)(jvar_\w+)(?:\s*(==|!=)\s*'([^']*)')?$/

const refuse = (what: string): never => {
  throw new JellyRefused(`not simulated: ${what}`)
}

/** One phase of a template: its evaluations in their order, then its conditions and expressions; the rest is left as it is. Throws JellyRefused. */
export async function renderPhase(source: string, world: PhaseWorld): Promise<string> {
  const markup = readMarkup(source)
  const { expression } = PHASES[world.phase]
  const calls = [...source.matchAll(expression)].flatMap(([, text = '']) => {
    const { body } = partsOf(text)
    return CALL.test(body) ? [body] : []
  })
  const script = [
    'var jelly = {};',
    ...markup.flatMap((each) => evaluationsIn(each, world, false)),
    ...calls.map((call) => `jelly[${JSON.stringify(call)}] = ${call};`),
  ]
  const values = await world.run(script.join('\n'))
  return markup.map((each) => renderNode(each, world, values)).join('')
}

const attributeOf = ({ attributes }: MarkupElement, name: string): string | undefined =>
  attributes.find(([key]) => key === name)?.[1]

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } // prettier-ignore
const decoded = (text: string): string => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? '')

/** Scripts of `evaluate` tags. One that depends on a condition would have to be run between two others. */
function evaluationsIn(markup: Markup, world: PhaseWorld, isConditional: boolean): string[] {
  if (markup.kind === 'text') return []
  const { core, glide } = PHASES[world.phase]
  if (markup.name === `${glide}:evaluate`) {
    if (isConditional) refuse(`<${markup.name}> inside a condition`)
    return [evaluationOf(markup)]
  }
  const isInside = isConditional || markup.name === `${core}:if`
  return markup.children.flatMap((child) => evaluationsIn(child, world, isInside))
}

function evaluationOf(tag: MarkupElement): string {
  const [name, expression] = [attributeOf(tag, 'var'), attributeOf(tag, 'expression')]
  const unknown = tag.attributes.map(([key]) => key).filter((key) => key !== 'var' && key !== 'expression')
  if (unknown.length > 0) refuse(`<${tag.name}> with ${unknown.join(', ')}`)
  const body = decoded(tag.children.map(writeMarkup).join(''))
  if (name === undefined) return `${body}\n;`
  if (!VARIABLE.test(name) || expression === undefined || body.trim() !== '')
    refuse(`<${tag.name}> whose var is no jvar_ or has no expression`)
  return `jelly[${JSON.stringify(name)}] = (${decoded(expression ?? '')});`
}

type Values = Readonly<Record<string, unknown>>
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

function renderNode(markup: Markup, world: PhaseWorld, values: Values): string {
  if (markup.kind === 'text') return fill(markup.text, world, values)
  const { core, glide } = PHASES[world.phase]
  const { name, attributes, children } = markup
  const inner = () => children.map((child) => renderNode(child, world, values)).join('')
  if (name === 'j:jelly') return world.phase === 1 ? `<j2:jelly>${inner()}</j2:jelly>` : refuse('<j:jelly> in the second phase') // prettier-ignore
  if (name === `${core}:jelly`) return inner()
  if (name === `${glide}:evaluate`) return ''
  if (name === `${core}:if`) return holds(attributeOf(markup, 'test') ?? '', world, values) ? inner() : ''
  const [prefix] = name.split(':')
  const isOfThisPhase = prefix === core || prefix === glide
  const isLate = world.phase === 2 && name.includes(':')
  if (isOfThisPhase || isLate) return refuse(`Jelly tag <${name}>`)
  const filled = attributes.map(([key, value]) => [key, fill(value, world, values)] as const)
  return writeMarkup({ kind: 'element', name, attributes: filled, children: [{ kind: 'text', text: inner() }] })
}

/** `PREFIX:body` */
function partsOf(text: string): { readonly prefix: string; readonly body: string } {
  const [, prefix = '', body = ''] = /^\s*(?:([A-Z,]+):)?\s*([\s\S]*?)\s*$/.exec(text) ?? []
  return { prefix, body }
}

/** Values in their places. They are written and not read again in this phase: what the first writes, the second reads. */
function fill(text: string, world: PhaseWorld, values: Values): string {
  return text.replace(PHASES[world.phase].expression, (whole, inside: string) => {
    const { prefix, body } = partsOf(inside)
    if (!VARIABLE.test(body) && !CALL.test(body)) return refuse(`Jelly expression ${whole}`)
    const value = textOf(values[body])
    if (prefix === 'HTML') return escapeHtml(value)
    if (prefix === 'NOESC') return value
    if (prefix !== '') return refuse(`Jelly expression ${whole}`)
    return world.escapesAll ? escapeHtml(value) : value
  })
}

function holds(test: string, world: PhaseWorld, values: Values): boolean {
  const [, inside = ''] = new RegExp(`^${PHASES[world.phase].expression.source}$`).exec(test.trim()) ?? []
  const [, not, name = '', operator, literal = ''] = COMPARED.exec(inside.trim()) ?? refuse(`Jelly condition ${test}`)
  const value = values[name]
  const isTrue = operator === undefined ? value === true || value === 'true' : (textOf(value) === literal) === (operator === '==') // prettier-ignore
  return not === '!' ? !isTrue : isTrue
}
