import { Text, TextInput } from '@mantine/core'
import type { TextInputProps } from '@mantine/core'

interface CountedInputProps extends Omit<TextInputProps, 'value'> {
  readonly value: string
  readonly limit: number
}

/** A text field with a counter. Too long a text is kept and named as an error; cutting it would lose what was pasted. */
export function CountedInput({ value, limit, description, ...rest }: CountedInputProps) {
  return (
    <TextInput
      {...rest}
      value={value}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        <Text component="span" fz="xs" style={{ display: 'flex', justifyContent: 'space-between', gap: '1rem' }}>
          <span>{description}</span>
          <span style={{ fontVariantNumeric: 'tabular-nums' }}>
            {value.length}/{limit}
          </span>
        </Text>
      }
    />
  )
}
