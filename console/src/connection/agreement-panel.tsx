import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'
import { TimeText } from '../parts/time-text.tsx'

export function AgreementPanel({ connection }: { readonly connection: ConnectionSnapshot }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('connection.agreement')}>
      <DescriptionList
        items={[
          { label: t('connection.mode'), value: t(`modes.${connection.mode}.title`) },
          { label: t('connection.protocol'), value: connection.restVersion },
          { label: t('connection.description'), value: connection.description },
          { label: t('connection.created'), value: <TimeText at={connection.createdAt} show="both" /> },
          { label: t('connection.activated'), value: <TimeText at={connection.activatedAt} show="both" /> },
          {
            label: t('connection.lastContact'),
            value: <TimeText at={connection.lastContactAt} show="both" never={t('connection.never')} />,
          },
          { label: t('life.health'), value: t(`life.healths.${connection.health ?? 'none'}`) },
        ]}
      />
    </Panel>
  )
}
