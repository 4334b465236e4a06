import { shownUrl } from '@accord/shared/protocol'
import { Stack, Text } from '@mantine/core'
import type { RefusedRedeem } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { Notice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { adviceOn } from './refused-redeems.ts'

/** Who else holds the code, or held it too late, for this side's admin to compare and to act on. */
export function RefusedRedeemsPanel({ refused }: { readonly refused: readonly RefusedRedeem[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('refused.title')}>
      {refused.map((entry) => (
        <Stack gap="xs" key={`${entry.keyFingerprint} ${entry.code}`}>
          <Notice tone="attention">{t(`refused.advice.${adviceOn(entry)}`)}</Notice>
          <RefusedDetails entry={entry} />
        </Stack>
      ))}
    </Panel>
  )
}

function RefusedDetails({ entry }: { readonly entry: RefusedRedeem }) {
  const { t } = useTranslation()
  const last = { label: t('refused.last'), value: <TimeText at={entry.lastAt} show="both" /> }
  const count = { label: t('refused.count'), value: String(entry.count) }
  if (entry.keyFingerprint === null)
    return (
      <>
        <Text fz="sm">{t('refused.others')}</Text>
        <DescriptionList items={[last, count]} />
      </>
    )
  return (
    <DescriptionList
      items={[
        { label: t('approval.theirs'), value: <Fingerprint value={entry.keyFingerprint} /> },
        last,
        count,
        { label: t('refused.name'), value: entry.name },
        { label: t('refused.uid'), value: entry.instanceUid },
        { label: t('connection.node'), value: entry.nodeUrl && shownUrl(entry.nodeUrl) },
      ]}
    />
  )
}
