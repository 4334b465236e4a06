import { Box } from '@mantine/core'
import type { ScriptFault } from '@accord/shared/schemas'
import { useImperativeHandle, useRef } from 'react'
import type { RefObject } from 'react'
import type { EditorProps } from './editor-props.ts'
import { offsetOfLine } from './script-lines.ts'

/** A text area with the numbers of its lines beside it: while the editor is on its way, and where it can not be loaded. */
export function PlainEditor({ handle, label, describedBy, source, faults, isReadOnly, onChange }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const lines = source.split('\n')
  const select = (from: number, to: number, line: number) => {
    const field = area.current
    if (!field) return
    field.focus()
    field.setSelectionRange(from, to)
    field.scrollTop = Math.max(0, (field.scrollHeight / lines.length) * (line - 4))
  }
  const goTo = (line: number) => {
    const from = offsetOfLine(source, line)
    select(from, from + (lines[line - 1]?.length ?? 0), line)
  }
  useImperativeHandle(handle, () => ({
    goTo,
    show: (spot) => {
      if ('line' in spot) goTo(spot.line)
      else select(spot.from, spot.to, source.slice(0, spot.from).split('\n').length)
    },
  }))
  return (
    <Box className="accord-editor" data-plain>
      <LineNumbers gutter={gutter} count={lines.length} faults={faults} />
      <textarea
        ref={area}
        aria-label={label}
        aria-describedby={describedBy}
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
  )
}

interface LineNumbersProps {
  readonly gutter: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly faults: readonly ScriptFault[]
}

/** For the eye; the list below says the same to everybody. */
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
