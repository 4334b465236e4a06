import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

export function LicenceForm() {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const field = useRef<HTMLTextAreaElement>(null)
  const [token, setToken] = useState('')
  const [isMissing, setMissing] = useState(false)
  const install = useConsoleCall('installLicence')
  const done = () => {
    announce(t('licence.installed'))
    setToken('')
  }
  const send = () => install.mutate({ body: { token } }, { onSuccess: done })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (token.trim() !== '') return send()
    setMissing(true)
    field.current?.focus()
  }
  const edit = (text: string) => {
    setMissing(false)
    setToken(text)
    install.reset()
  }
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          ref={field}
          className="accord-code"
          label={t('licence.token')}
          description={t('licence.tokenHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          spellCheck={false}
          rows={3}
          value={token}
          error={isMissing ? t('licence.required') : null}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        {install.error ? <ProblemNotice thrown={install.error} onRetry={send} /> : null}
        <Group>
          <Button type="submit" variant="default" loading={install.isPending}>
            {t('licence.install')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
