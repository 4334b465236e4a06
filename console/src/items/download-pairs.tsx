import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllPairs } from '../api/use-all-pairs.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'
import { pairsFile, saveAs } from './save-pairs.ts'

/** All pairs of a connection as a file: which record belonged to which outlives the connection. */
export function DownloadPairs({ connectionId, name }: { readonly connectionId: string; readonly name: string }) {
  const { t } = useTranslation()
  const [count, setCount] = useState(0)
  const { mutate, isPending, error } = useAllPairs(connectionId, setCount)
  const download = () => mutate(undefined, { onSuccess: (pages) => saveAs(`${fileName(name)}.csv`, pairsFile(pages)) })
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
