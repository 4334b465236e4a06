import { Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePart } from '../../host/use-part.ts'
import { CodeEditor } from './code-editor.tsx'
import type { EditorHandle, EditorProps, ScriptSpot } from './editor-props.ts'
import { FaultList } from './fault-list.tsx'
import { loadEditor } from './load-editor.ts'
import { PlainEditor } from './plain-editor.tsx'

interface ScriptEditorProps extends Omit<EditorProps, 'handle' | 'describedBy'> {
  /** Where the page was asked to begin, and later what is to be filled in. */
  readonly spot?: ScriptSpot | undefined
}

/** A script that is being written; its faults are marked on their lines and listed below. */
export function ScriptEditor({ spot, ...props }: ScriptEditorProps) {
  const { t } = useTranslation()
  const id = useId()
  const handle = useRef<EditorHandle>(null)
  const loaded = usePart(loadEditor)
  const goTo = (line: number) => handle.current?.goTo(line)
  useEffect(() => {
    if (spot) handle.current?.show(spot)
    // Once for each: later the reader is where the reader is.
  }, [spot])
  const both = { ...props, handle, describedBy: `${id}-hint ${id}-faults` }
  return (
    <div>
      {loaded.state === 'here' ? (
        <CodeEditor {...both} create={loaded.part.createCodeEditor} spot={spot} />
      ) : (
        // Whoever wrote before the editor is here would lose the place.
        <PlainEditor {...both} isReadOnly={props.isReadOnly || loaded.state === 'loading'} />
      )}
      <Text fz="xs" c="dimmed" id={`${id}-hint`}>
        {t('configure.scripts.hint')}
        {loaded.state === 'failed' ? ` ${t('configure.scripts.editorMissing')}` : null}
      </Text>
      <div id={`${id}-faults`} role="status">
        <FaultList faults={props.faults} onGoTo={goTo} />
      </div>
    </div>
  )
}
