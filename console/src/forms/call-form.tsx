import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface CallFormProps {
  /** What the form sends when it is submitted. */
  readonly call: { readonly error?: Error | null; readonly isPending: boolean }
  /** The button's name; absent for somebody who may only look. */
  readonly submit: string | undefined
  readonly onSubmit: () => void
  /** Beside the button, for a form that somebody has opened and may close again. */
  readonly onCancel?: () => void
  /** Offers to send a refused call once more. */
  readonly onRetry?: () => void
  /** The form says itself what is wrong with a field, in the reader's language; otherwise the browser does. */
  readonly checksItself?: boolean
  readonly variant?: 'filled' | 'default'
  readonly gap?: 'sm' | 'md'
  readonly children: ReactNode
}

/** Fields, what became of the last try, and the button that sends them. */
export function CallForm({ call, submit, onSubmit, onRetry, checksItself = false, ...look }: CallFormProps) {
  const { t } = useTranslation()
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form noValidate={checksItself} {...(checksItself ? { autoComplete: 'off' } : {})} onSubmit={send}>
      <Stack gap={look.gap ?? 'md'}>
        {look.children}
        {call.error ? <ProblemNotice thrown={call.error} onRetry={onRetry} /> : null}
        {submit === undefined ? null : (
          <Group>
            <Button type="submit" variant={look.variant ?? 'filled'} loading={call.isPending}>
              {submit}
            </Button>
            {look.onCancel ? (
              <Button variant="default" onClick={look.onCancel}>
                {t('common.cancel')}
              </Button>
            ) : null}
          </Group>
        )}
      </Stack>
    </form>
  )
}
