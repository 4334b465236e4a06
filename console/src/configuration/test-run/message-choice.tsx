import { NativeSelect, Text } from '@mantine/core'
import type { ReceivedMessages } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { relativeTime } from '../../parts/relative-time.ts'

type Message = ReceivedMessages['messages'][number]

/** What a message is called in a list: that of its pair, or of itself where it is kept. */
export const nameOfMessage = ({ itemId, messageId }: Pick<Message, 'itemId' | 'messageId'>): string =>
  `${itemId} ${messageId ?? ''}`

interface MessageChoiceProps {
  readonly received: ReceivedMessages | undefined
  readonly remote: string
  readonly value: string
  readonly onChange: (name: string) => void
}

/** The messages that came last, as far as there still are some; where there are none, why. */
export function MessageChoice({ received, remote, value, onChange }: MessageChoiceProps) {
  const { t, i18n } = useTranslation()
  if (!received) return null
  const { keptDays, messages } = received
  const kept = t(keptDays === 0 ? 'testRun.keptNone' : 'testRun.keptDays', { count: keptDays })
  if (messages.length === 0)
    return (
      <Text fz="sm">
        {t('testRun.noMessage', { remote })} {kept}
      </Text>
    )
  const textOf = ({ localKey, remoteKey, messageId, at }: Message) => {
    const ago = relativeTime(Math.min(0, Date.parse(at) - Date.now()), i18n.language)
    const state = t(messageId === null ? 'testRun.waits' : 'testRun.isKept')
    return `${remoteKey ?? '?'} → ${localKey ?? t('testRun.newRecord')}, ${ago} (${state})`
  }
  return (
    <NativeSelect
      label={t('testRun.message', { remote })}
      description={kept}
      value={value}
      data={messages.map((message) => ({ value: nameOfMessage(message), label: textOf(message) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
