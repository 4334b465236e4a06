import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { encodingOf } from '@accord/shared/protocol'
import type { ConnectedList } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnectList } from '../api/use-connect-list.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { FindByRule } from './find-by-rule.tsx'
import { ListOutcome } from './list-outcome.tsx'

interface ListFormProps {
  readonly connectionId: string
  readonly remote: string
  readonly onClose: () => void
}

/** Fifty thousand lines have less. */
const MAX_BYTES = 2_097_152

/** In UTF-8 or, as some spreadsheets save it, in UTF-16; undefined when it is too large. */
async function readList(file: Blob): Promise<string | undefined> {
  if (file.size > MAX_BYTES) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** What was typed, and what the node has said of it as it stands. */
function useList(connectionId: string) {
  const call = useConnectList(connectionId)
  const [csv, setCsv] = useState('')
  const [result, setResult] = useState<{ readonly list: ConnectedList; readonly isDryRun: boolean } | undefined>(
    undefined,
  )
  const edit = (next: string) => {
    setCsv(next)
    setResult(undefined)
    call.reset()
  }
  const send = (isDryRun: boolean) => {
    if (call.isPending || csv.trim() === '') return
    const onSuccess = (list: ConnectedList) => setResult({ list, isDryRun })
    call.mutate({ csv, isDryRun }, { onSuccess })
  }
  const count = result?.isDryRun ? result.list.rows.filter(({ outcome }) => outcome === 'would_link').length : 0
  const isDone = result?.isDryRun === false
  return { csv, edit, result, send, count, isDone, isBusy: call.isPending, error: call.error }
}

/** The list, by hand, from a file or by a rule; then what would become of each line; then what became of it. */
export function ListForm({ connectionId, remote, onClose }: ListFormProps) {
  const { t } = useTranslation()
  const list = useList(connectionId)
  const { csv, edit, result, send, count, isBusy, error, isDone } = list
  const [isTooLarge, setIsTooLarge] = useState(false)
  const take = async (file: File | null) => {
    const text = file && (await readList(file))
    setIsTooLarge(file !== null && text === undefined)
    if (text) edit(text)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(count === 0)
      }}
    >
      <Stack gap="md">
        <Text fz="sm">{t('connectList.text', { remote })}</Text>
        {isDone ? null : <FindByRule connectionId={connectionId} remote={remote} onFound={edit} />}
        <Textarea
          label={t('connectList.field')}
          description={t('connectList.hint', { remote })}
          required
          autoFocus
          spellCheck={false}
          autoComplete="off"
          rows={6}
          readOnly={isBusy || isDone}
          value={csv}
          error={isTooLarge ? t('accept.paste.fileTooLarge') : null}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        {error ? <ProblemNotice thrown={error} onRetry={() => send(count === 0)} /> : null}
        {result ? <ListOutcome list={result.list} isDryRun={result.isDryRun} remote={remote} /> : null}
        <ListButtons list={list} onFile={(file) => void take(file)} onClose={onClose} />
      </Stack>
    </form>
  )
}

interface ListButtonsProps {
  readonly list: ReturnType<typeof useList>
  readonly onFile: (file: File | null) => void
  readonly onClose: () => void
}

function ListButtons({ list: { count, isBusy, isDone }, onFile, onClose }: ListButtonsProps) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" gap="sm">
      <FileButton onChange={onFile} accept=".csv,.txt,text/csv,text/plain">
        {(props) => (
          <Button variant="default" disabled={isBusy || isDone} {...props}>
            {t('accept.paste.chooseFile')}
          </Button>
        )}
      </FileButton>
      <Group gap="sm">
        <Button variant="default" onClick={onClose}>
          {t(isDone ? 'connectList.close' : 'common.cancel')}
        </Button>
        {isDone ? null : (
          <Button type="submit" loading={isBusy}>
            {count > 0 ? t('connectList.confirm', { count }) : t('connectList.check')}
          </Button>
        )}
      </Group>
    </Group>
  )
}
