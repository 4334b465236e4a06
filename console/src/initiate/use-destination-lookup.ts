import type { ResolvedDestination } from '@accord/shared/schemas'
import { useRef, useState } from 'react'
import { useHost } from '../host/console-host.ts'
import { withFound, withScheme } from './initiate-draft.ts'
import type { ChangeDraft, InitiateDraft } from './initiate-draft.ts'

interface Lookup {
  readonly url: string
  readonly answer: Promise<ResolvedDestination | undefined>
}

export interface DestinationLookup {
  readonly isLooking: boolean
  /** The refusal of the present URL; undefined as soon as the URL changes. */
  readonly refusal: unknown
  /** Looks up the node at the typed URL, once for each URL. */
  readonly lookUp: () => Promise<ResolvedDestination | undefined>
  readonly forget: () => void
}

export function useDestinationLookup(draft: InitiateDraft, change: ChangeDraft): DestinationLookup {
  const host = useHost()
  const running = useRef<Lookup | null>(null)
  const latest = useRef(draft)
  latest.current = draft
  const [isLooking, setLooking] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(undefined)

  const ask = async (url: string): Promise<ResolvedDestination | undefined> => {
    setLooking(true)
    setRefusal(undefined)
    try {
      const found = await host.call('resolveDestination', { body: { url: withScheme(url) } })
      if (latest.current.url.trim() !== url) return undefined
      change(withFound(latest.current, found))
      return found
    } catch (thrown) {
      if (latest.current.url.trim() === url) setRefusal(thrown)
      return undefined
    } finally {
      if (running.current?.url === url) {
        running.current = null
        setLooking(false)
      }
    }
  }
  const lookUp = (): Promise<ResolvedDestination | undefined> => {
    const url = latest.current.url.trim()
    if (url === '') return Promise.resolve(undefined)
    if (latest.current.found) return Promise.resolve(latest.current.found)
    if (running.current?.url !== url) running.current = { url, answer: ask(url) }
    return running.current.answer
  }
  const forget = () => {
    running.current = null
    setLooking(false)
    setRefusal(undefined)
  }
  return { isLooking, refusal, lookUp, forget }
}
