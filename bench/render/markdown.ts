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

/** The text with the figures of this run in the place of those before. Throws when the place is not marked. */
export function placeFigures(text: string, run: Run): string {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin === -1 || end < begin) throw new Error(`The document has no place for figures (${BEGIN} … ${END})`)
  return `${text.slice(0, begin) + BEGIN}\n\n${renderRun(run)}\n\n${text.slice(end)}`
}

function renderRun({ machine, warnings, sections }: Run): string {
  const { processor, cores, memoryMb, node, system, loadBefore, at } = machine
  const where = `${processor}, ${cores} cores, ${memoryMb} MB, ${system}, Node ${node}; load before ${loadBefore.join(' ')}; ${at}.`
  return [where, ...warnings.map((warning) => `**${warning}**`), ...sections.map(renderSection)].join('\n\n')
}

function renderSection({ title, figures, notes }: Section): string {
  const rows = figures.map((figure) => `| ${cellsOf(figure).join(' | ')} |`)
  const table = [`| ${HEAD.join(' | ')} |`, `| --- |${' ---: |'.repeat(3)}${' --- |'.repeat(4)}`, ...rows].join('\n')
  const plot = renderPlot(figures, 'per CPU second')
  return [
    `### ${title}`,
    table,
    ...(plot ? [`\`\`\`text\n${plot}\n\`\`\``] : []),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n')
}
