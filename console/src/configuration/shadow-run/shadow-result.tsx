import { Anchor, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { faultText } from '../test-run/fault-text.ts'
import type { ShadowFindings, ShadowGroup } from './shadow-findings.ts'

/** What a draft is tried on: the message that waits in a pair, or our record. */
export type Tried = { readonly item: string; readonly message?: string } | { readonly record: string }

interface ShadowResultProps {
  readonly findings: ShadowFindings
  readonly remote: string
  readonly onTry: (tried: Tried) => void
}

/** What a draft would do with the pairs that there are: of each kind how many, and the first to look at. */
export function ShadowResult({ findings: { total, groups }, remote, onTry }: ShadowResultProps) {
  const { t } = useTranslation()
  if (total === 0) return <Text fz="sm">{t('shadow.none')}</Text>
  if (groups.length === 0) return <Text fz="sm">{t('shadow.same', { count: total, remote })}</Text>
  return (
    <>
      <Text fz="sm">{t('shadow.of', { count: total })}</Text>
      <List fz="sm" spacing={4}>
        {groups.map((group) => (
          <List.Item key={group.kind}>
            <GroupText {...{ group, remote, onTry }} />
          </List.Item>
        ))}
      </List>
    </>
  )
}

interface GroupTextProps extends Pick<ShadowResultProps, 'remote' | 'onTry'> {
  readonly group: ShadowGroup
}

const SHOWN_PATHS = 5

function GroupText({ group: { kind, count, first, paths, fault }, remote, onTry }: GroupTextProps) {
  const { t, i18n } = useTranslation()
  const isIncoming = kind === 'held' || kind === 'goes' || kind === 'lost'
  const message = { item: first.itemId, ...(first.messageId !== null && { message: first.messageId }) }
  const tried = isIncoming || first.key === null ? message : { record: first.key }
  return (
    <>
      {t(`shadow.kind.${kind}`, { count, remote })}
      {kind === 'changes' && paths.length > 0 ? `: ${paths.slice(0, SHOWN_PATHS).join(', ')}` : null}
      {paths.length > SHOWN_PATHS && kind === 'changes' ? ' …' : null}
      {'. '}
      <Anchor fz="sm" component="button" type="button" onClick={() => onTry(tried)}>
        {t('shadow.first', { key: first.key ?? t('shadow.newRecord') })}
      </Anchor>
      {fault ? (
        <Text fz="xs" c="dimmed" component="span" display="block">
          {faultText({ kind: 'failed', fault, paths: [] }, i18n)}
        </Text>
      ) : null}
    </>
  )
}
