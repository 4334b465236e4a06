import { Button, Group, Table, Text } from '@mantine/core'
import type { RulesVersion } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import type { Publication } from './publications.ts'
import type { Restoration } from './use-restoring.ts'

interface VersionRowProps {
  readonly publication: Publication
  /** It is what counts now. */
  readonly isNow: boolean
  readonly isCompared: boolean
  /** Why this user may not restore it; undefined where it may. */
  readonly reason: string | undefined
  readonly onCompare: () => void
  readonly onRestore: (restoration: Restoration) => void
}

const HASH_CHARS = 12

/** Who has published what, why, and what came of it. */
export function VersionRow(props: VersionRowProps) {
  const { publication, isNow, isCompared, reason, onCompare, onRestore } = props
  const { t } = useTranslation()
  const { at, by, note, published, counted } = publication
  const isWhole = counted.outgoing !== undefined && counted.incoming !== undefined
  return (
    <Table.Tr>
      <Table.Td data-label={t('versions.published')}>
        <div>
          <TimeText at={at} show="both" />
          <Text fz="sm">{t('versions.by', { actor: by })}</Text>
          {note === '' ? null : (
            <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {note}
            </Text>
          )}
        </div>
      </Table.Td>
      <Table.Td data-label={t('versions.what')}>
        <div>
          {published.map((version) => (
            <VersionDetails key={version.direction} version={version} />
          ))}
          {isNow ? <strong>{t('versions.now')}</strong> : null}
        </div>
      </Table.Td>
      <Table.Td data-label={t('versions.actions')}>
        <Group gap="xs">
          <Button variant="default" aria-expanded={isCompared} onClick={onCompare}>
            {t('versions.compare')}
          </Button>
          {isWhole && !isNow ? (
            <>
              <ReasonedButton reason={reason} onClick={() => onRestore({ publication, publish: false })}>
                {t('versions.restore')}
              </ReasonedButton>
              <ReasonedButton reason={reason} onClick={() => onRestore({ publication, publish: true })}>
                {t('versions.back')}
              </ReasonedButton>
            </>
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

function VersionDetails({ version: { direction, version, sha256, tally } }: { readonly version: RulesVersion }) {
  const { t } = useTranslation()
  return (
    <div>
      {t(`versions.${direction}`, { version })} <code title={sha256}>{sha256.slice(0, HASH_CHARS)}</code>
      <Text fz="sm" c="dimmed">
        {tally ? t(`versions.done.${direction}`, { ...tally }) : t('versions.idle')}
        {tally ? (
          <>
            {' '}
            {t('versions.last')} <TimeText at={tally.lastAt} />
          </>
        ) : null}
      </Text>
    </div>
  )
}
