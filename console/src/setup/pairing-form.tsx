import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../api/use-console-call.ts'
import { useSession } from '../api/use-session.ts'
import { hostRefusal } from '../host/refusal.ts'
import { useAnnounce } from '../parts/announcer.tsx'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface PairingFormProps {
  readonly onPaired?: () => void
}

export function PairingForm({ onPaired }: PairingFormProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { roles } = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const [pairingCode, setPairingCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const pair = useConsoleCall('pair')
  const send = () =>
    pair.mutate(
      { body: { pairingCode: pairingCode.trim() } },
      {
        onSuccess: () => {
          announce(t('setup.paired'))
          onPaired?.()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pairingCode.trim() !== '') return send()
    setMissing(true)
    field.current?.focus()
  }
  const edit = (text: string) => {
    setMissing(false)
    setPairingCode(text)
    pair.reset()
  }
  if (!roles.admin) return <ProblemNotice thrown={hostRefusal('missing_role', 403)} />
  return (
    <form noValidate autoComplete="off" onSubmit={submit}>
      <Stack gap="sm">
        <Textarea
          ref={field}
          className="accord-code"
          label={t('setup.pairingCode')}
          description={t('setup.pairingHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          withAsterisk
          spellCheck={false}
          autoComplete="off"
          rows={3}
          value={pairingCode}
          error={isMissing ? t('setup.required') : null}
          onChange={(event) => edit(event.currentTarget.value)}
        />
        {pair.error ? <ProblemNotice thrown={pair.error} onRetry={send} /> : null}
        <Group>
          <Button type="submit" loading={pair.isPending}>
            {t('setup.pair')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
