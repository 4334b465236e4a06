import type { SyncConfiguration } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { DescriptionList } from '../parts/description-list.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { isPublished } from './draft/use-sync-draft.ts'

interface ReadinessProps {
  readonly configuration: SyncConfiguration
  readonly isChanged: boolean
  readonly local: string
  readonly remote: string
}

/** How far each side is: this one as it stands, the other as far as it says. */
export function Readiness({ configuration, isChanged, local, remote }: ReadinessProps) {
  const { t } = useTranslation()
  const { outgoing, isPeerReady } = configuration
  const peer = isPeerReady === null ? 'peerUnknown' : isPeerReady ? 'peerReady' : 'peerNotReady'
  return (
    <DescriptionList
      labels="long"
      items={[
        {
          label: t('configure.ours', { local }),
          value:
            outgoing && isPublished(configuration) ? (
              <>
                {t('configure.published', { actor: outgoing.publishedBy })}, <TimeText at={outgoing.publishedAt} />
                {isChanged ? `; ${t('configure.changed')}` : ''}
              </>
            ) : (
              t('configure.notPublished')
            ),
        },
        { label: t('configure.theirs', { remote }), value: t(`configure.${peer}`) },
      ]}
    />
  )
}
