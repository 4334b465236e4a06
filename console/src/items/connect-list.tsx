import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { encodingOf } from '@accord/shared/protocol'
import type { ConnectedList } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { ListOutcome } from './list-outcome.tsx'

interface ConnectListProps {
  readonly connectionId: string
  readonly remote: string
}

/** Many records that are there already become pairs, by a list of both keys; what would become of each line is shown before. */
export function ConnectList({ connectionId, remote }: ConnectListProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ReasonedButton
        reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
        onClick={() => setOpened(true)}
      >
        {t('connectList.label')}
      </ReasonedButton>
      <Dialog opened={opened} size="lg" title={t('connectList.label')} onClose={() => setOpened(false)}>
        <ListForm connectionId={connectionId} remote={remote} onClose={() => setOpened(false)} />
      </Dialog>
    </>
  )
}

/** 200 lines of two keys have less. */
const MAX_BYTES = 262_144

/** In UTF-8 or, as some spreadsheets save it, in UTF-16; undefined when it is too large. */
async function readList(file: Blob): Promise<string | undefined> {
  if (file.size > MAX_BYTES) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

/** What was typed, and what the node has said of it as it stands. */
function useList(connectionId: string) {
  const call = useConsoleCall('connectList')
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
    call.mutate({ params: { connectionId }, body: { csv, isDryRun } }, { onSuccess })
  }
  const count = result?.isDryRun ? result.list.rows.filter(({ outcome }) => outcome === 'would_link').length : 0
  const isDone = result?.isDryRun === false
  return { csv, edit, result, send, count, isDone, isBusy: call.isPending, error: call.error }
}

function ListForm({ connectionId, remote, onClose }: ConnectListProps & { readonly onClose: () => void }) {
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
        <Textarea
          label={t('connectList.field')}
          description={t('connectList.hint', { remote })}
          required
          data-autofocus
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
