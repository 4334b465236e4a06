import { Box, Text } from '@mantine/core'
import type { ScriptFault } from '@accord/shared/schemas'
import { useEffect, useId, useRef } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { FaultList } from './fault-list.tsx'
import { offsetOfLine } from './script-lines.ts'

interface ScriptEditorProps {
  readonly label: string
  readonly source: string
  readonly faults: readonly ScriptFault[]
  readonly isReadOnly: boolean
  /** Where the page was asked to begin. */
  readonly firstLine?: number | undefined
  readonly onChange: (source: string) => void
}

/** A text area with the numbers of its lines beside it; lines with a fault are marked there and listed below. */
export function ScriptEditor({ label, source, faults, isReadOnly, firstLine, onChange }: ScriptEditorProps) {
  const { t } = useTranslation()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = source.split('\n')
  const goTo = (line: number) => {
    const field = area.current
    if (!field) return
    const from = offsetOfLine(source, line)
    field.focus()
    field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
    field.scrollTop = Math.max(0, (field.scrollHeight / lines.length) * (line - 4))
  }
  useEffect(() => {
    if (firstLine !== undefined) goTo(firstLine)
    // Once, on arrival: later the reader is where the reader is.
  }, [])
  return (
    <div>
      <Box className="accord-editor">
        <LineNumbers gutter={gutter} count={lines.length} faults={faults} />
        <textarea
          ref={area}
          aria-label={label}
          aria-describedby={`${id}-hint ${id}-faults`}
          aria-invalid={faults.length > 0}
          value={source}
          readOnly={isReadOnly}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          wrap="off"
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => {
            if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </Box>
      <Text fz="xs" c="dimmed" id={`${id}-hint`}>
        {t('configure.scripts.hint')}
      </Text>
      <div id={`${id}-faults`} role="status">
        <FaultList faults={faults} onGoTo={goTo} />
      </div>
    </div>
  )
}

interface LineNumbersProps {
  readonly gutter: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly faults: readonly ScriptFault[]
}

/** For the eye; the list below tells the same to everybody. */
function LineNumbers({ gutter, count, faults }: LineNumbersProps) {
  const wrong = new Set(faults.map(({ line }) => line))
  return (
    <div ref={gutter} className="accord-editor-lines" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <span key={at} data-wrong={wrong.has(at + 1)}>
          {at + 1}
        </span>
      ))}
    </div>
  )
}
