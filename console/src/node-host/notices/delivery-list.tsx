import { Stack, Text, Title } from '@mantine/core'
import type { NoticeDelivery } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../parts/time-text.tsx'
import { problemWords } from '../../problems/problem-words.ts'

/** What became of the newest notices. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly NoticeDelivery[] }) {
  const { t, i18n } = useTranslation('notices')
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('newest')}
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {deliveries.map(({ at, recipient, state, code, reply }) => (
          <li key={`${at} ${recipient}`}>
            <Text fz="sm">
              {recipient}: {t(`states.${state}`)}
              {code === null ? '' : ` – ${problemWords(code, i18n).title}`}
              {reply === null ? '' : ` (${reply})`}
            </Text>
            <Text fz="xs" c="dimmed">
              <TimeText at={at} show="both" />
            </Text>
          </li>
        ))}
      </Stack>
    </Stack>
  )
}
