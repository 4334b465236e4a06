import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { OpenNotice } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../parts/time-text.tsx'
import { problemWords } from '../../problems/problem-words.ts'

/** What needs a person now, each with its connection. */
export function NeedList({ open }: { readonly open: readonly OpenNotice[] }) {
  const { t } = useTranslation('notices')
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t('needs')}
      </Title>
      {open.length === 0 ? <Text fz="sm">{t('nothing')}</Text> : null}
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {open.map((notice) => (
          <NeedRow key={`${notice.cause} ${notice.connection?.id} ${notice.subject}`} notice={notice} />
        ))}
      </Stack>
    </Stack>
  )
}

function NeedRow({ notice }: { readonly notice: OpenNotice }) {
  const { t, i18n } = useTranslation('notices')
  const { cause, subject, connection, count, since, reported } = notice
  const more = cause === 'pairs_held' || cause === 'instance_refuses' ? problemWords(subject, i18n).title : subject
  return (
    <li>
      <Text fz="sm">
        {connection ? (
          <>
            <Anchor
              fz="sm"
              renderRoot={(props) => (
                <Link to="/connections/$connectionId" params={{ connectionId: connection.id }} {...props} />
              )}
            >
              {connection.name}
            </Anchor>
            {': '}
          </>
        ) : null}
        {t(`causes.${cause}`, { count })}
        {more === '' ? '' : ` (${more})`}
      </Text>
      <Text fz="xs" c="dimmed">
        {t('since')} <TimeText at={since} show="both" />
        {reported ? '' : `, ${t('notReported')}`}
      </Text>
    </li>
  )
}
