import ts from 'typescript'

import { TEMPLATE_SCRIPTS } from '../../node-bridge/src/sync/configuration/template-scripts.ts'
import { declareTables, LanguageService } from '../../node-bridge/src/sync/language/index.ts'
import { DICTIONARY } from '../../node-bridge/test/sync/language/dictionary.ts'
import type { Measurement } from '../measurement.ts'
import type { Against, RelatedFigure } from '../result/figure.ts'
import { figureOf, median, quantile } from '../result/statistics.ts'

const SOURCE = TEMPLATE_SCRIPTS.incident.incoming
const TABLES = declareTables(DICTIONARY, 'incoming')
const draft = (source: string) => ({ direction: 'incoming', source, language: 'en', tables: TABLES }) as const
const residentMb = () => process.memoryUsage.rss() / 1_000_000

/** As one types: a letter more at the end of another line each time. */
function typed(edit: number): string {
  const lines = SOURCE.split('\n')
  const at = 8 + (edit % (lines.length - 10))
  return [...lines.slice(0, at), `  // ${'typed'.repeat(edit % 7)}${edit}`, ...lines.slice(at)].join('\n')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

interface Round {
  readonly firstMs: number
  readonly laterMs: number
  readonly addedMb: number
}

/** A compiler that starts with the first question, and is asked after each edit. */
async function writeOnce(edits: number): Promise<Round> {
  const before = residentMb()
  const service = new LanguageService()
  try {
    const firstMs = await timed(() => service.ask({ kind: 'diagnose', draft: draft(SOURCE) }))
    const later: number[] = []
    for (let edit = 0; edit < edits; edit += 1)
      later.push(await timed(() => service.ask({ kind: 'diagnose', draft: draft(typed(edit)) })))
    return { firstMs, laterMs: quantile(later, 0.95), addedMb: residentMb() - before }
  } finally {
    await service.close()
  }
}

async function figuresOf(quick: boolean): Promise<RelatedFigure[]> {
  const [rounds, edits] = quick ? [1, 5] : [5, 100]
  const strip = Array.from({ length: rounds * 5 }, () => {
    const startedAt = performance.now()
    ts.transpileModule(SOURCE, {})
    return performance.now() - startedAt
  })
  const least: Against = { value: median(strip), to: 'the same script stripped of its types' }
  const alone: Against = { value: residentMb(), to: 'the process before it' }
  const written: Round[] = []
  for (let round = 0; round < rounds; round += 1) written.push(await writeOnce(edits))
  const of = (member: keyof Round) => written.map((each) => each[member])
  return [
    figureOf('first mistakes of a template, compiler started', 'ms', of('firstMs'), least, {
      aim: { of: 'median', most: 1_000 },
    }),
    figureOf('mistakes after each edit, p95', 'ms', of('laterMs'), least, { aim: { of: 'median', most: 100 } }),
    figureOf('memory while somebody writes', 'MB', of('addedMb'), alone, { aim: { of: 'median', most: 250 } }),
  ]
}

export const language: Measurement = {
  name: 'language',
  title: 'The compiler behind the editor of scripts',
  run: async ({ quick, progress }) => {
    progress('the compiler behind the editor')
    return {
      figures: await figuresOf(quick),
      notes: [
        'Asked on the node, without the way there. A new thread each round; what it takes is what the whole process grew by. The first round fills caches that the later ones find.',
      ],
    }
  },
}
