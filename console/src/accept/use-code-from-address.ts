import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'

/** A link may carry the code behind the `#`, which no server sees. It is read once and taken out of the address. */
export function useCodeFromAddress(onCode: (code: string) => void): void {
  const { code } = useSearch({ from: '/accept' })
  const navigate = useNavigate()
  useEffect(() => {
    if (!code) return
    onCode(code)
    void navigate({ to: '/accept', search: {}, replace: true })
  }, [code, navigate, onCode])
}
