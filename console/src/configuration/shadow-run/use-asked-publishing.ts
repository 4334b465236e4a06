import { useState } from 'react'
import type { ShadowDraft, useShadowRun } from '../../api/use-shadow-run.ts'
import { type ShadowFindings, shadowFindings } from './shadow-findings.ts'

interface Asked {
  readonly shadow: ReturnType<typeof useShadowRun>
  readonly draft: ShadowDraft
  /** Whether rules that already run for pairs become others by this. */
  readonly isToTry: boolean
  readonly publish: () => void
}

/** Why publishing asks: what was found, or that nothing could be tried. */
export type Question = { readonly findings: ShadowFindings } | { readonly error: Error }

/** Publishes at once what changes little, and asks before anything else; nothing is tried where there is nothing to try it on. */
export function useAskedPublishing({ shadow, draft, isToTry, publish }: Asked) {
  const [question, setQuestion] = useState<Question | null>(null)
  const [isTrying, setTrying] = useState(false)
  const tryFirst = async () => {
    setTrying(true)
    const outcome = await shadow
      .run(draft)
      .catch((error: unknown) => setQuestion({ error: asError(error) }))
      .finally(() => setTrying(false))
    if (!outcome) return
    const findings = shadowFindings(outcome.pairs)
    // Where a script is wrong, publishing says so on its line.
    if (findings.asks.length > 0 && outcome.faults.length === 0) setQuestion({ findings })
    else publish()
  }
  return {
    question,
    isTrying,
    ask: () => {
      if (!isToTry) publish()
      else if (!shadow.isRunning) void tryFirst()
    },
    confirm: () => {
      setQuestion(null)
      publish()
    },
    dismiss: () => setQuestion(null),
  }
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))
