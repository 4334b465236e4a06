import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadVersion } from '../../api/use-rules-versions.ts'
import { useAnnounce } from '../../parts/announcer.tsx'
import { absoluteTime } from '../../parts/relative-time.ts'
import type { Publication } from './publications.ts'

/** `publish`: at once, with the questions that publishing asks. */
export interface Restoration {
  readonly publication: Publication
  readonly publish: boolean
}

/** What of a version can be taken back. */
export interface RestoredScripts {
  readonly outgoing: string
  readonly incoming: string
  readonly mayWiden: boolean
}

/** What is being written on the page. */
export interface Editing {
  readonly draft: Pick<RestoredScripts, 'outgoing' | 'incoming'>
  readonly isChanged: boolean
  readonly change: (scripts: RestoredScripts) => void
  readonly setNote: (note: string) => void
}

interface Restoring {
  readonly connectionId: string
  readonly editing: Editing
  readonly publish: (scripts: RestoredScripts, note: string) => void
}

/** Takes back what counted once: into the editor, or published at once. What was written there meanwhile is asked for before. */
export function useRestoring({ connectionId, editing, publish }: Restoring) {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const read = useReadVersion(connectionId)
  const [asked, setAsked] = useState<Restoration | null>(null)
  const call = useMutation<void, Error, Restoration>({
    mutationFn: async ({ publication, publish: isAtOnce }) => {
      const { outgoing, incoming } = publication.counted
      if (!outgoing || !incoming) return
      const texts = { outgoing: await read(outgoing), incoming: await read(incoming) }
      const { mayWiden } = publication
      const note = t('versions.backNote', { time: absoluteTime(publication.at, i18n.language) })
      editing.change({ ...texts, mayWiden })
      editing.setNote(note)
      announce(t('versions.restored'))
      if (isAtOnce) publish({ ...texts, mayWiden }, note)
    },
  })
  return {
    asked,
    error: call.error,
    isPending: call.isPending,
    restore: (wanted: Restoration) => (editing.isChanged ? setAsked(wanted) : call.mutate(wanted)),
    confirm: () => {
      if (asked) call.mutate(asked)
      setAsked(null)
    },
    dismiss: () => setAsked(null),
  }
}
