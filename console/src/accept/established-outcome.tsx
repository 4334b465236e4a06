import { Text } from '@mantine/core'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { EstablishedActions } from '../invitation/established-actions.tsx'
import { PageHeading } from '../parts/page-heading.tsx'
import { Panel } from '../parts/panel.tsx'

export function EstablishedOutcome({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeading title={t('accept.outcome.established')} />
      <Panel>
        <Text>
          {t('accept.outcome.establishedText', {
            local: connection.localShortName,
            remote: connection.remote.name ?? connection.remoteShortName,
          })}
        </Text>
        <EstablishedActions connectionId={connection.id} />
      </Panel>
    </>
  )
}
