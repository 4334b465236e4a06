import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { SyncItemDetail } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../parts/panel.tsx'
import { ChangeSteps } from './change-steps.tsx'
import { changesOf, type ItemChange } from './item-changes.ts'
import { stepLabel } from './step-words.ts'
import { MessageDetails } from './message-details.tsx'

interface ItemHistoryProps {
  readonly detail: SyncItemDetail
  readonly remote: string
}

const SHOWN = 10

/** What happened to a pair, change by change, the newest first. */
export function ItemHistory({ detail, remote }: ItemHistoryProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(SHOWN)
  const { steps, messages, keptDays } = detail
  const changes = changesOf(steps, messages)
  const older = changes.length - shown
  return (
    <Panel title={t('sync.history')}>
      {changes.length === 0 ? (
        <Text fz="sm">{t('sync.noSteps')}</Text>
      ) : (
        <Text fz="sm" c="dimmed">
          {keptDays === 0 ? t('item.content.off') : t('item.content.kept', { count: keptDays })}
        </Text>
      )}
      <Stack component="ol" gap="lg" className="accord-changes">
        {changes.slice(0, shown).map((change) => (
          <li key={change.id}>
            <Change change={change} detail={detail} remote={remote} />
          </li>
        ))}
      </Stack>
      {older > 0 ? (
        <Group>
          <Button variant="default" onClick={() => setShown(changes.length)}>
            {t('item.older', { count: older })}
          </Button>
        </Group>
      ) : null}
    </Panel>
  )
}

function Change({ change, detail, remote }: ItemHistoryProps & { readonly change: ItemChange }) {
  const { i18n } = useTranslation()
  const { message, steps } = change
  const named = message ? { event: message.outcome, actor: null } : steps[0]
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {named ? stepLabel(named, i18n) : null}
      </Title>
      {message ? <MessageDetails message={message} detail={detail} remote={remote} /> : null}
      <ChangeSteps steps={steps} />
    </Stack>
  )
}
