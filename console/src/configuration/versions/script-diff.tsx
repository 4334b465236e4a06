import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '../../host/use-part.ts'
import { loadEditor } from '../editor/load-editor.ts'

interface ScriptDiffProps {
  readonly before: string
  readonly after: string
  readonly label: string
}

/** What became of a script; where the editor cannot be loaded, both texts one after the other would help nobody. */
export function ScriptDiff({ before, after, label }: ScriptDiffProps) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const loaded = usePart(loadEditor)
  const create = loaded.state === 'here' ? loaded.part.createDiffView : undefined
  useEffect(() => {
    const parent = place.current
    if (!parent || !create) return undefined
    const phrases = { '$ unchanged lines': t('versions.unchanged') }
    const view = create({ parent, before, after, phrases, label })
    return () => view.destroy()
  }, [create, before, after, label])
  if (loaded.state === 'failed') return <>{t('configure.scripts.editorMissing')}</>
  return <div ref={place} className="accord-editor accord-diff" />
}
