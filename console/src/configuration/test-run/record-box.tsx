import { Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundRecord } from '../../api/use-test-subjects.ts'

interface RecordBoxProps {
  readonly label: string
  readonly description: string
  readonly error: string | undefined
  readonly value: string
  readonly records: readonly FoundRecord[]
  readonly isSearching: boolean
  readonly onChange: (value: string) => void
}

/** A box with a list, as a screen reader knows it: typing searches, the arrows choose, Enter takes, Escape closes. */
export function RecordBox({ records, isSearching, onChange, value, ...field }: RecordBoxProps) {
  const { t } = useTranslation()
  const id = useId()
  const list = useChoosing(records, (record) => onChange(record.key))
  const chosen = records[list.at]
  return (
    <div className="accord-box">
      <TextInput
        {...field}
        value={value}
        autoComplete="off"
        role="combobox"
        aria-expanded={list.isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={list.isOpen && chosen ? `${id}-${list.at}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          list.open()
        }}
        onFocus={list.open}
        onBlur={list.close}
        onKeyDown={list.onKey}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={field.label} hidden={!list.isOpen || records.length === 0}>
        {records.map(({ key, text }, at) => (
          <li
            key={key}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === list.at}
            // Pressing would take the focus, and the list with it, before it is a click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => list.take(at)}
          >
            <strong>{key}</strong> {text}
          </li>
        ))}
      </ul>
      <Text fz="xs" c="dimmed" role="status">
        {list.isOpen && !isSearching && value !== '' ? t('testRun.found', { count: records.length }) : ''}
      </Text>
    </div>
  )
}

function useChoosing(records: readonly FoundRecord[], onTake: (record: FoundRecord) => void) {
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const close = () => {
    setOpen(false)
    setAt(-1)
  }
  const take = (place: number) => {
    const record = records[place]
    if (record) onTake(record)
    close()
  }
  const open = () => {
    setOpen(true)
    setAt(-1)
  }
  const move = (by: number) => {
    setOpen(true)
    setAt((now) =>
      records.length === 0 ? -1 : (Math.max(now, by < 0 ? 0 : -1) + by + records.length) % records.length,
    )
  }
  const onKey = (event: KeyboardEvent) => {
    const keys: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: isOpen && at >= 0 ? () => take(at) : undefined,
      Escape: isOpen ? close : undefined,
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return { isOpen, at, open, close, take, onKey }
}
