import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { PastedTextForm } from '../forms/pasted-text-form.tsx'
import { useAnnounce } from '../parts/announcer.tsx'

export function LicenceForm() {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const install = useConsoleCall('installLicence')
  const send = (token: string, done: () => void) => {
    const onSuccess = () => {
      announce(t('licence.installed'))
      done()
    }
    install.mutate({ body: { token } }, { onSuccess })
  }
  return (
    <PastedTextForm
      call={install}
      label={t('licence.token')}
      hint={t('licence.tokenHint')}
      missing={t('licence.required')}
      submit={t('licence.install')}
      variant="default"
      onSend={send}
    />
  )
}
