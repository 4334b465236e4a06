import { useEffect, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAskLanguage } from '../../api/use-ask-language.ts'
import type { CodeEditor as Editor, CodeEditorOptions } from './code/code-editor.ts'
import type { EditorProps, ScriptSpot } from './editor-props.ts'
import { faultWords } from './fault-words.ts'
import { phrasesOf } from './phrases.ts'

interface CodeEditorProps extends EditorProps {
  readonly create: (options: CodeEditorOptions) => Editor
  readonly spot: ScriptSpot | undefined
}

/** The editor that was loaded; the text belongs to the page. */
export function CodeEditor(props: CodeEditorProps) {
  const { create, handle, label, describedBy, source, faults, isReadOnly, spot } = props
  const { t, i18n } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor>(undefined)
  const ask = useAskLanguage(props.connectionId, props.direction)
  const onChange = useRef(props.onChange)
  onChange.current = props.onChange

  useEffect(() => {
    const parent = place.current
    if (!parent) return undefined
    const phrases = phrasesOf(t)
    const started = create({ parent, source, phrases, ask, onChange: (next) => onChange.current(next) })
    editor.current = started
    if (spot) show(started, spot)
    return () => started.destroy()
    // One editor for as long as the script is shown; the language and the first place do not change meanwhile.
  }, [])
  useEffect(() => editor.current?.setSource(source), [source])
  useEffect(() => {
    const attributes = {
      // Without it the region that scrolls counts as one that no key reaches.
      tabindex: '0',
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': String(faults.length > 0),
      'aria-readonly': String(isReadOnly),
    }
    editor.current?.setAppearance({ isReadOnly, attributes })
  }, [label, describedBy, faults.length > 0, isReadOnly])
  useEffect(() => {
    editor.current?.mark(faults.map((fault) => ({ ...fault, message: faultWords(fault, i18n) })))
  }, [faults, i18n])
  useImperativeHandle(handle, () => ({
    goTo: (line) => editor.current?.goTo(line),
    show: (next) => editor.current && show(editor.current, next),
  }))

  return <div ref={place} className="accord-editor" />
}

const show = (editor: Editor, spot: ScriptSpot) =>
  'line' in spot ? editor.goTo(spot.line) : editor.select(spot.from, spot.to)
