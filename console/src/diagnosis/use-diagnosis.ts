import { closedGateOf, DIAGNOSIS_STAGES } from '@accord/shared/protocol'
import type { DiagnosisResult } from '@accord/shared/schemas'
import { useEffect, useRef, useState } from 'react'
import { useHost } from '../host/console-host.ts'

export interface Diagnosis {
  readonly results: readonly DiagnosisResult[]
  /** The stage that is being asked; undefined while nothing runs. */
  readonly stage: number | undefined
  readonly refusal: unknown
  readonly isFinished: boolean
  readonly run: () => void
}

/** Asks stage after stage, so that each result shows as it comes; behind a closed gate nothing is asked. */
export function useDiagnosis(connectionId: string): Diagnosis {
  const host = useHost()
  const [results, setResults] = useState<readonly DiagnosisResult[]>([])
  const [stage, setStage] = useState<number>()
  const [refusal, setRefusal] = useState<unknown>()
  const [isFinished, setFinished] = useState(false)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const ask = async (signal: AbortSignal) => {
    let found: readonly DiagnosisResult[] = []
    for (const at of DIAGNOSIS_STAGES.keys()) {
      if (closedGateOf(at, found)) continue
      setStage(at)
      const answer = await host.call('diagnoseConnection', { params: { connectionId }, body: { stage: at }, signal })
      found = [...found, ...answer.results]
      setResults(found)
    }
  }
  const run = () => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setResults([])
    setRefusal(undefined)
    setFinished(false)
    ask(controller.signal)
      .then(() => setFinished(true))
      .catch((thrown: unknown) => {
        if (!controller.signal.aborted) setRefusal(thrown)
      })
      .finally(() => {
        if (running.current === controller) setStage(undefined)
      })
  }
  return { results, stage, refusal, isFinished, run }
}
