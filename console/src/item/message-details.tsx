import { Group, Text } from '@mantine/core'
import type { ItemMessage, SyncItemDetail } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { MessageContent } from './message-content.tsx'
import { ReplayMessage } from './replay-message.tsx'
import { kindText } from './step-words.ts'

interface MessageDetailsProps {
  readonly message: ItemMessage
  readonly detail: SyncItemDetail
  readonly remote: string
}

/** A message as a fact, by the id that both companies have for it; what it said is asked for by a press, where it is kept. */
export function MessageDetails({ message, detail, remote }: MessageDetailsProps) {
  const { t, i18n } = useTranslation()
  const { mid, direction, kind, seq, bytes, content } = message
  const number = (value: number) => new Intl.NumberFormat(i18n.language).format(value)
  return (
    <>
      <Text fz="sm">
        {t(`item.${direction}`, { kind: kindText(kind, i18n), remote, seq: number(seq) })}
        {bytes === null ? '' : ` · ${t('item.bytes', { bytes: number(bytes) })}`}
        {content === 'gone' && detail.keptDays > 0 ? ` · ${t('item.content.gone')}` : ''}
      </Text>
      <Group gap="xs">
        <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('item.trace')} <code>{mid}</code>
        </Text>
        <CopyButton size="compact-sm" label={t('item.copy')} spoken={t('item.copyTrace', { mid })} text={mid} />
        <MessageButtons message={message} detail={detail} remote={remote} />
      </Group>
    </>
  )
}

function MessageButtons({ message, detail, remote }: MessageDetailsProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [opened, setOpened] = useState<'content' | 'replay' | null>(null)
  const { mid, kind, seq, content, direction } = message
  const reason = roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')
  const close = () => setOpened(null)
  const button = (what: 'content' | 'replay', label: string, spoken: string) => (
    <ReasonedButton size="compact-sm" reason={reason} label={spoken} onClick={() => setOpened(what)}>
      {label}
    </ReasonedButton>
  )
  const isHere = content !== 'gone'
  const hasRecord = kind === 'state' || kind === 'link'
  return (
    <>
      {isHere ? button('content', t('item.content.show'), t('item.content.showOf', { seq })) : null}
      {hasRecord && (isHere || direction === 'out')
        ? button('replay', t('item.replay.label'), t('item.replay.labelOf', { seq }))
        : null}
      <MessageContent item={detail.item} mid={mid} opened={opened === 'content'} onClose={close} />
      <ReplayMessage message={message} detail={detail} remote={remote} opened={opened === 'replay'} onClose={close} />
    </>
  )
}
