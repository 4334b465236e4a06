import { shownUrl } from '@accord/shared/protocol'
import { Button, Group, Text } from '@mantine/core'
import type { NodeSettings } from '@accord/shared/schemas'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { DescriptionList } from '../parts/description-list.tsx'
import { Panel } from '../parts/panel.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'
import { TimeText } from '../parts/time-text.tsx'
import { EndPairingDialog } from './end-pairing-dialog.tsx'

/** Who has paired the instance, since when, and the ways to change that. */
export function PairingPanel({ pairing }: { readonly pairing: NodeSettings['pairing'] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { roles } = useSession()
  const [isAsked, setAsked] = useState(false)
  return (
    <Panel title={t('settings.pairing')}>
      {pairing ? (
        <DescriptionList
          items={[
            { label: t('setup.instance'), value: `${pairing.instanceName} (${shownUrl(pairing.instanceUrl)})` },
            { label: t('settings.pairedBy'), value: pairing.pairedBy },
            { label: t('settings.pairedAt'), value: <TimeText at={pairing.pairedAt} show="both" /> },
            { label: t('settings.lastCallback'), value: <TimeText at={pairing.lastCallbackAt} show="both" /> },
            { label: t('settings.instanceVersion'), value: pairing.instanceVersion },
            { label: t('settings.appVersion'), value: pairing.appVersion },
          ]}
        />
      ) : (
        <Text fz="sm">{t('settings.notPaired')}</Text>
      )}
      <Group gap="sm">
        <Button variant="default" onClick={() => void navigate({ to: '/setup' })}>
          {t('settings.pairAgain')}
        </Button>
        {pairing ? (
          <ReasonedButton reason={roles.admin ? undefined : t('common.needsAdmin')} onClick={() => setAsked(true)}>
            {t('settings.endPairing')}
          </ReasonedButton>
        ) : null}
      </Group>
      <EndPairingDialog opened={isAsked} onClose={() => setAsked(false)} />
    </Panel>
  )
}
