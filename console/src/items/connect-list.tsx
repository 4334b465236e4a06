import { Loader } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/use-session.ts'
import { laterPart } from '../host/later-part.ts'
import { Dialog } from '../parts/dialog.tsx'
import { ReasonedButton } from '../parts/reasoned-button.tsx'

const ListForm = laterPart(async () => (await import('./connect-list-form.tsx')).ListForm)

interface ConnectListProps {
  readonly connectionId: string
  readonly remote: string
}

/** Many records that are there already become pairs, by a list of both keys; what would become of each line is shown before. */
export function ConnectList({ connectionId, remote }: ConnectListProps) {
  const { t } = useTranslation()
  const { roles } = useSession()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ReasonedButton
        reason={roles.admin || roles.maintainer ? undefined : t('common.needsMaintainer')}
        onClick={() => setOpened(true)}
      >
        {t('connectList.label')}
      </ReasonedButton>
      <Dialog opened={opened} size="lg" title={t('connectList.label')} onClose={() => setOpened(false)}>
        <Suspense fallback={<Loader />}>
          <ListForm connectionId={connectionId} remote={remote} onClose={() => setOpened(false)} />
        </Suspense>
      </Dialog>
    </>
  )
}
