import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface WideningBoxProps {
  readonly checked: boolean
  readonly isReadOnly: boolean
  readonly onChange: (mayWiden: boolean) => void
}

/** The only way by which an internal entry may become one that customers read, for the versions that are published with it. */
export function WideningBox({ checked, isReadOnly, onChange }: WideningBoxProps) {
  const { t } = useTranslation()
  return (
    <Checkbox
      label={t('configure.widening.label')}
      description={t('configure.widening.hint')}
      checked={checked}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
