import { PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind: 'current-password' | 'new-password'
  readonly description?: string
  readonly error?: string | null
}

/** A password that may be shown, and that a password manager knows. */
export function SecretField({ label, value, onChange, kind, description, error = null }: SecretFieldProps) {
  const { t } = useTranslation(['translation', 'node'])
  return (
    <PasswordInput
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      withAsterisk
      required
      autoComplete={kind}
      visibilityToggleButtonProps={{ 'aria-label': t('node:showPassword'), tabIndex: 0 }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
