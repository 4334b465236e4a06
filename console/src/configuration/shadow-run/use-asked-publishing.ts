import { useState } from 'react'
import type { ShadowDraft, useShadowRun } from '../../api/use-shadow-run.ts'
import { type ShadowFindings, shadowFindings } from './shadow-findings.ts'

interface Asked<Draft> {
  readonly shadow: ReturnType<typeof useShadowRun>
  /** What of it is run over the pairs; undefined where rules that already run for pairs stay what they are. */
  readonly toTry: (draft: Draft) => ShadowDraft | undefined
  readonly publish: (draft: Draft, note: string) => void
}

/** Why publishing asks: what was found, or that nothing could be tried; and what is published by a yes. */
export type Question<Draft = unknown> = ({ readonly findings: ShadowFindings } | { readonly error: Error }) & {
  readonly draft: Draft
  readonly note: string
}

/** Publishes at once what changes little, and asks before anything else; nothing is tried where there is nothing to try it on. */
export function useAskedPublishing<Draft>({ shadow, toTry, publish }: Asked<Draft>) {
  const [question, setQuestion] = useState<Question<Draft> | null>(null)
  const [isTrying, setTrying] = useState(false)
  const tryFirst = async (tried: ShadowDraft, draft: Draft, note: string) => {
    setTrying(true)
    const outcome = await shadow
      .run(tried)
      .catch((error: unknown) => setQuestion({ error: asError(error), draft, note }))
      .finally(() => setTrying(false))
    if (!outcome) return
    const findings = shadowFindings(outcome.pairs)
    // Where a script is wrong, publishing says so on its line.
    if (findings.asks.length > 0 && outcome.faults.length === 0) setQuestion({ findings, draft, note })
    else publish(draft, note)
  }
  return {
    question,
    isTrying,
    ask: (draft: Draft, note: string) => {
      const tried = toTry(draft)
      if (!tried) publish(draft, note)
      else if (!shadow.isRunning) void tryFirst(tried, draft, note)
    },
    confirm: () => {
      setQuestion(null)
      if (question) publish(question.draft, question.note)
    },
    dismiss: () => setQuestion(null),
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
