import type { Section } from '../result/figure.ts'
import type { Machine } from '../result/machine.ts'
import { cellsOf, HEAD } from './cells.ts'
import { renderPlot } from './plot.ts'

/** A whole run, as `--json` prints it. */
export interface Run {
  readonly machine: Machine
  readonly warnings: readonly string[]
  readonly sections: readonly Section[]
}

const BEGIN = '<!-- figures: written by npm run bench -- --write-docs -->'
const END = '<!-- end of figures -->'

/**
 * The text with the sections of this run in the place of those before. What this run did not measure, or could not, keeps
 * what an earlier one wrote, with its date. `order` names the sections that there may be; any other goes. Throws when the
 * place is not marked.
 */
export function placeFigures(text: string, run: Run, order: readonly string[]): string {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin === -1 || end < begin) throw new Error(`The document has no place for figures (${BEGIN} … ${END})`)
  const sections = new Map([...sectionsOf(text.slice(begin + BEGIN.length, end)), ...renderRun(run)])
  const placed = order.flatMap((title) => sections.get(title) ?? [])
  return [text.slice(0, begin) + BEGIN, ...placed, text.slice(end)].join('\n\n')
}

/** Each section under its title. */
function sectionsOf(text: string): Map<string, string> {
  const [, ...sections] = text.split(/^### /mu)
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', `### ${section.trim()}`]))
}

function renderRun({ machine, warnings, sections }: Run): Map<string, string> {
  const { processor, cores, memoryMb, node, system, loadBefore, at } = machine
  const where = `${processor}, ${cores} cores, ${memoryMb} MB, ${system}, Node ${node}; load before ${loadBefore.join(' ')}; ${at}.`
  const head = [where, ...warnings.map((warning) => `**${warning}**`)].join('\n\n')
  const measured = sections.filter(({ figures }) => figures.length > 0)
  return new Map(measured.map((section) => [section.title, renderSection(section, head)]))
}

function renderSection({ title, figures, notes }: Section, head: string): string {
  const rows = figures.map((figure) => `| ${cellsOf(figure).join(' | ')} |`)
  const table = [`| ${HEAD.join(' | ')} |`, `| --- |${' ---: |'.repeat(3)}${' --- |'.repeat(4)}`, ...rows].join('\n')
  const plot = renderPlot(figures, 'per CPU second')
  return [
    `### ${title}`,
    head,
    table,
    ...(plot ? [`\`\`\`text\n${plot}\n\`\`\``] : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n')
}
