import { Anchor, Stack, Text } from '@mantine/core'
import { placeOfNotice } from '@accord/shared/protocol'
import type { OpenNotice, OverviewNeed } from '@accord/shared/schemas'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../parts/time-text.tsx'
import { problemWords } from '../problems/problem-words.ts'

/** `reported`: whether anybody was notified, where that is known. */
type Need = OverviewNeed & Partial<Pick<OpenNotice, 'reported'>>

/** What needs a person now, each as a link to where that person goes on. */
export function NeedList({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation()
  if (needs.length === 0) return <Text fz="sm">{t('needs.nothing')}</Text>
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
      {needs.map((need) => (
        <NeedRow key={`${need.cause} ${need.connection?.id} ${need.subject}`} need={need} />
      ))}
    </Stack>
  )
}

function NeedRow({ need: { cause, subject, connection, count, since, reported } }: { readonly need: Need }) {
  const { t, i18n } = useTranslation()
  const problem = cause === 'pairs_held' || cause === 'instance_refuses' ? problemWords(subject, i18n) : undefined
  const more = problem?.title ?? subject
  return (
    <li style={{ overflowWrap: 'anywhere' }}>
      <PlaceAnchor place={placeOfNotice(cause, connection?.id ?? '', subject)}>
        {connection ? `${connection.name}: ` : null}
        {t(`needs.causes.${cause}`, { count })}
        {more === '' ? '' : ` (${more})`}
      </PlaceAnchor>
      {problem ? <Text fz="sm">{problem.remedy}</Text> : null}
      <Text fz="xs" c="dimmed">
        {t('needs.since')} <TimeText at={since} show="both" />
        {reported === false ? `, ${t('needs.notReported')}` : ''}
      </Text>
    </li>
  )
}

/** A link to a place that is known as a text; the router's own link wants its parts. */
function PlaceAnchor({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const { history } = useRouter()
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's affair.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.push(place)
  }
  return (
    <Anchor fz="sm" fw={600} href={history.createHref(place)} onClick={follow}>
      {children}
    </Anchor>
  )
}
