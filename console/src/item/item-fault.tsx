import { Anchor, Stack, Text } from '@mantine/core'
import type { ItemFault, SyncItem } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { faultWords } from '../items/fault-words.ts'

interface ItemFaultBoxProps {
  readonly fault: ItemFault
  readonly connectionId: string
  readonly remote: string
  /** The pair, and what people call our record. */
  readonly item: Pick<SyncItem, 'id' | 'local'>
}

/** Why a pair waits for a person: the cause, what the script or the instance has said, the line, and the remedy. */
export function ItemFaultBox({ fault, connectionId, remote, item }: ItemFaultBoxProps) {
  const { t, i18n } = useTranslation()
  const { side, message, script, line, paths } = fault
  const words = faultWords(fault, remote, i18n)
  return (
    <div className="accord-problem" role="group" aria-label={words.title}>
      <Stack gap="xs" align="flex-start">
        <Text fw={600} c="var(--mantine-color-error)">
          {words.title}
        </Text>
        {message ? (
          <Text fz="sm" lang="en" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
            {message}
          </Text>
        ) : null}
        {script && line !== null ? (
          <Text fz="sm">
            {t('sync.fault.line', { line, script: t(`sync.fault.scripts.${script}`) })}{' '}
            <Anchor
              fz="sm"
              // Within a sentence its colour alone would not tell it from the words around it.
              underline="always"
              renderRoot={(props) => (
                <Link
                  to="/connections/$connectionId/sync"
                  params={{ connectionId }}
                  search={{ script, line }}
                  {...props}
                />
              )}
            >
              {t('sync.fault.openLine')}
            </Anchor>
          </Text>
        ) : null}
        {paths.length > 0 ? (
          <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('sync.fault.paths')}: <code>{paths.join(', ')}</code>
          </Text>
        ) : null}
        {side === 'here' ? <TryScripts {...{ fault, connectionId, item }} /> : null}
        <Text fz="sm">
          {side === 'here' ? <strong>{t('common.responsible.local-admin')} </strong> : null}
          {words.remedy}
        </Text>
      </Stack>
    </div>
  )
}

/** To the scripts, with what stands still here at hand: a change of them is tried on it before it is published. */
function TryScripts({ fault, connectionId, item }: Omit<ItemFaultBoxProps, 'remote'>) {
  const { t } = useTranslation()
  const { direction } = fault
  const on = direction === 'incoming' ? { item: item.id } : { ...(item.local.key && { record: item.local.key }) }
  return (
    <Anchor
      fz="sm"
      renderRoot={(props) => (
        <Link to="/connections/$connectionId/sync" params={{ connectionId }} search={on} {...props} />
      )}
    >
      {t(`sync.fault.try.${direction}`)}
    </Anchor>
  )
}
