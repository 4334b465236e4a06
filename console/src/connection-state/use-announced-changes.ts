import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '../parts/announcer.tsx'
import { stateLabel } from './state-label.ts'

/** Tells screen readers which connections changed their state since the list was drawn last. */
export function useAnnouncedChanges(connections: readonly ConnectionSnapshot[] | undefined): void {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const known = useRef(new Map<string, string>())
  useEffect(() => {
    if (!connections) return
    const changed = connections.filter(({ id, state }) => known.current.has(id) && known.current.get(id) !== state)
    known.current = new Map(connections.map(({ id, state }) => [id, state]))
    if (changed.length === 0) return
    const sentences = changed.map(({ name, state }) =>
      t('connections.changed', { name, state: stateLabel(state, i18n) }),
    )
    announce(sentences.join('. '))
  }, [connections, announce, t, i18n])
}
