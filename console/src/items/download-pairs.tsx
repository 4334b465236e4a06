import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPairs } from '../api/use-all-pairs.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { pairsCsv } from './pairs-csv.ts'

/** All pairs of a connection as a file: which record belonged to which outlives the connection. */
export function DownloadPairs({ connectionId, name }: { readonly connectionId: string; readonly name: string }) {
  const { t } = useTranslation()
  const [count, setCount] = useState(0)
  const { mutate, isPending, error } = useAllPairs(connectionId, setCount)
  const download = () => mutate(undefined, { onSuccess: (items) => saveAs(`${fileName(name)}.csv`, pairsCsv(items)) })
  return (
    <>
      <Group gap="sm">
        <Button variant="default" disabled={isPending} onClick={download}>
          {t('connectList.download.label')}
        </Button>
        <Text fz="sm" role="status">
          {isPending ? t('connectList.download.reading', { count }) : null}
        </Text>
      </Group>
      {error ? <ProblemNotice thrown={error} onRetry={download} /> : null}
    </>
  )
}

const fileName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'pairs'

function saveAs(file: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
